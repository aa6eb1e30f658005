import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeText, type RuleNames } from '../../../shared/text/ruleSentence.ts';
import { ask } from '../../bridge/core.ts';
import { regionSource, useCarrierOptions } from '../../bridge/knownNames.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { RegionField } from '../../parts/form/RegionField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { type Condition, splitTexts } from './ruleDraft.ts';

type Places = Extract<Condition, { kind: 'place' }>;
type Place = Places['places'][number];

const keyOf = ({ province, city, areaId }: Place): string => `${areaId}|${province}|${city}`;

interface PlaceEditorProps {
  readonly condition: Places;
  readonly names: RuleNames;
  onChange(condition: Condition): void;
}

/** Provinces, groups of provinces and single cities, added one by one. */
export function PlaceEditor({ condition, names, onChange }: PlaceEditorProps) {
  const { t } = useTranslation();
  const provinces = useQuery(ask.rules.names.queryOptions()).data?.provinces ?? [];
  const add = (place: Place): void => {
    const others = condition.places.filter((one) => keyOf(one) !== keyOf(place));
    onChange({ ...condition, places: [...others, place].slice(-100) });
  };
  const options = [
    ...names.areaIds.map((id) => ({ value: `area ${id}`, label: names.area(id) ?? id })),
    ...provinces.map((name) => ({ value: name, label: name })),
  ];
  return (
    <div className="stack-tight rule-places">
      <div className="chips">
        {condition.places.map((place) => {
          const name = placeText(place, names);
          return (
            <span key={keyOf(place)} className="chip chip-own">
              {name}
              {condition.places.length > 1 && (
                <button
                  type="button"
                  className="chip-remove"
                  aria-label={t('rules.edit.removePlace', { name })}
                  onClick={() =>
                    onChange({
                      ...condition,
                      places: condition.places.filter((one) => keyOf(one) !== keyOf(place)),
                    })
                  }
                >
                  ×
                </button>
              )}
            </span>
          );
        })}
      </div>
      <div className="rule-range">
        <SelectField
          label={t('rules.edit.addPlace')}
          width={240}
          value={null}
          placeholder={t('rules.edit.addPlace')}
          options={options}
          onChange={(value) =>
            add(
              value.startsWith('area ')
                ? { province: '', city: '', areaId: value.slice(5) }
                : { province: value, city: '', areaId: '' },
            )
          }
        />
        <RegionField
          value={{ province: '', city: '', district: '' }}
          source={regionSource}
          hint={t('rules.edit.city')}
          onChange={({ province, city }) => add({ province, city, areaId: '' })}
        />
      </div>
    </div>
  );
}

type Texts = Extract<Condition, { texts: string[] }>;

/** Words typed freely; shops, sources and carriers are chosen from what there is. */
export function TextsEditor({
  condition,
  onChange,
}: {
  readonly condition: Texts;
  onChange(condition: Condition): void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(condition.texts.join(t('common.listComma')));
  const options = useOffered(condition.kind);
  const put = (texts: string[]): void => onChange({ ...condition, texts: texts.length === 0 ? [''] : texts });
  return (
    <>
      {condition.kind === 'remark' && (
        <ChoiceField
          label={t('rules.edit.side')}
          value={condition.side}
          choices={choicesOf(['any', 'seller', 'buyer'], (value) => t(`rules.edit.sideName.${value}`))}
          onChange={(side) => onChange({ ...condition, side })}
        />
      )}
      {condition.kind === 'source' || condition.kind === 'carrier' ? (
        <SelectField
          label={t(`rules.kind.${condition.kind}`)}
          width={280}
          value={null}
          placeholder={t(`rules.kind.${condition.kind}`)}
          options={options}
          onChange={(value) =>
            put([...condition.texts.filter((text) => text !== '' && text !== value), value])
          }
        />
      ) : (
        <TextField
          label={t('rules.edit.texts')}
          value={typed}
          maxLength={400}
          isAutoFocused
          hint={options.map(({ label }) => label).join(t('common.listComma'))}
          onChange={(text) => {
            setTyped(text);
            put(splitTexts(text).slice(0, 100));
          }}
        />
      )}
    </>
  );
}

function useOffered(kind: Texts['kind']): ReturnType<typeof useCarrierOptions> {
  const { t } = useTranslation();
  const names = useQuery(ask.rules.names.queryOptions()).data;
  const carriers = useCarrierOptions();
  if (kind === 'shop') return (names?.shops ?? []).slice(0, 12).map((value) => ({ value, label: value }));
  if (kind === 'source')
    return (names?.sources ?? []).map((value) => ({ value, label: t(`source.${value}`, value) }));
  return kind === 'carrier' ? carriers : [];
}
