import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { AccountField } from './AccountField.tsx';
import type { AccountDraft } from './accountDraft.ts';

interface CarrierFieldsProps {
  readonly platformId: string;
  readonly draft: AccountDraft;
  onChange(change: Partial<AccountDraft>): void;
}

/** What the carrier behind a platform wants of an account, with its hints. */
export function CarrierFields({ platformId, draft, onChange }: CarrierFieldsProps) {
  const { t, i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  const carriers = useQuery(settingsQueries.carriers()).data ?? [];
  const [carrier, setCarrier] = useState<string | null>(null);
  const asked = useQuery({
    ...settingsQueries.carrierFields(platformId, carrier ?? ''),
    enabled: carrier !== null,
  }).data;
  const fields = (asked ?? []).filter((field) => field.of === 'account');
  return (
    <fieldset className="form-wide carrier-fields">
      <legend className="field-label">{t('accounts.carrierFields')}</legend>
      <SelectField
        label={t('accounts.carrierOf')}
        value={carrier}
        options={carriers.map(({ code, nameZh, nameEn }) => ({
          value: code,
          label: isEnglish ? nameEn : nameZh,
        }))}
        onChange={setCarrier}
      />
      {fields.map((field) => {
        const hint = isEnglish ? field.hintEn : field.hintZh;
        const example = field.example === '' ? '' : t('accounts.example', { example: field.example });
        return (
          <AccountField
            key={field.key}
            field={{
              key: field.key,
              label: isEnglish ? field.nameEn : field.nameZh,
              hint: [hint, example].filter(Boolean).join(' '),
              isSecret: field.isSecret,
              isRequired: field.required === 'always',
              choices: field.choices.map(({ value, nameZh, nameEn }) => ({
                value,
                label: isEnglish ? nameEn : nameZh,
              })),
            }}
            draft={draft}
            onChange={onChange}
          />
        );
      })}
    </fieldset>
  );
}
