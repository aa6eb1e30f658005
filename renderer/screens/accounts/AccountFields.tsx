import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';

/** A field as it is asked for, whoever wants it: the platform or a carrier. */
export interface AskedField {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly isSecret: boolean;
  readonly isRequired: boolean;
  /** Empty: free text. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

interface AccountFieldProps {
  readonly field: AskedField;
  readonly draft: AccountDraft;
  onChange(change: Partial<AccountDraft>): void;
}

/** One field of an account; a secret one is never shown again. */
export function AccountField({ field, draft, onChange }: AccountFieldProps) {
  const { t } = useTranslation();
  const label = field.isRequired ? t('accounts.required', { label: field.label }) : field.label;
  const put = (value: string): void => onChange({ fields: { ...draft.fields, [field.key]: value } });
  const value = draft.fields[field.key] ?? '';
  if (field.choices.length > 0)
    return (
      <SelectField label={label} value={value === '' ? null : value} options={field.choices} onChange={put} />
    );
  return (
    <TextField
      label={label}
      {...(field.hint === '' ? {} : { hint: field.hint })}
      type={field.isSecret ? 'password' : 'text'}
      maxLength={200}
      value={value}
      onChange={put}
    />
  );
}

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

interface FieldKind {
  readonly key: string;
  readonly isRequired: boolean;
}

/** Optional fields shown at once; what few accounts need is folded away. */
const plainFields = 4;

/** Required fields always stand in sight, and first. */
export function arrangeFields<F extends FieldKind>(
  fields: readonly F[],
): { readonly shown: readonly F[]; readonly folded: readonly F[] } {
  const required = fields.filter(({ isRequired }) => isRequired);
  const optional = fields.filter(({ isRequired }) => !isRequired);
  const room = Math.max(0, plainFields - required.length);
  return { shown: [...required, ...optional.slice(0, room)], folded: optional.slice(room) };
}

/** Required fields that nobody has filled in. */
export function missingFields(
  fields: readonly FieldKind[],
  values: Readonly<Record<string, string>>,
): readonly string[] {
  return fields
    .filter(({ key, isRequired }) => isRequired && (values[key] ?? '').trim() === '')
    .map(({ key }) => key);
}

/** An account as it is being typed; its secrets live no longer than the form. */
export interface AccountDraft {
  readonly platform: string;
  readonly name: string;
  readonly merchantId: string;
  readonly secret: string;
  readonly endpoint: string;
  readonly fields: Readonly<Record<string, string>>;
}
