import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleQueries } from '../../bridge/queries/ruleQueries.ts';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { useCarrierNames } from '../../bridge/useCarrierNames.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { sourceName } from '../../words/reasonText.ts';
import { type Condition, splitTexts } from './ruleDraft.ts';

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
          choices={(['any', 'seller', 'buyer'] as const).map((value) => ({
            value,
            label: t(`rules.edit.sideName.${value}`),
          }))}
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

function useOffered(kind: Texts['kind']): { value: string; label: string }[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const names = useQuery(ruleQueries.names()).data;
  const carriers = useQuery(settingsQueries.carriers()).data ?? [];
  if (kind === 'shop') return (names?.shops ?? []).slice(0, 12).map((value) => ({ value, label: value }));
  if (kind === 'source')
    return (names?.sources ?? []).map((value) => ({ value, label: sourceName(value, t) }));
  return kind === 'carrier' ? carriers.map(({ code }) => ({ value: code, label: carrierName(code) })) : [];
}
