import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ruleQueries } from '../../bridge/queries/ruleQueries.ts';
import { regionSource } from '../../bridge/regionSource.ts';
import { RegionField } from '../../parts/form/RegionField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { placeText, type RuleNames } from '../../words/ruleSentence.ts';
import type { Condition } from './ruleDraft.ts';

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
  const provinces = useQuery(ruleQueries.names()).data?.provinces ?? [];
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
          const name = placeText(place, t, names);
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
