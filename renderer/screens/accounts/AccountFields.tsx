import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformRow } from '../../../shared/contracts/settings.ts';
import { joinTexts } from '../../../shared/text/hanSpacing.ts';
import { ask } from '../../bridge/core.ts';
import { useCarrierOptions, useNameOf } from '../../bridge/knownNames.ts';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';

/** A field as it is asked for, whoever wants it: the platform or a carrier. */
interface AskedField {
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
  readonly platform: Pick<PlatformRow, 'id' | 'carriers'>;
  readonly draft: AccountDraft;
  onChange(change: Partial<AccountDraft>): void;
}

/** What a carrier the platform gives waybills of wants of an account, with its hints. */
export function CarrierFields({ platform, draft, onChange }: CarrierFieldsProps) {
  const { t, i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  const nameOf = useNameOf();
  const carriers = useCarrierOptions(platform.carriers);
  const [carrier, setCarrier] = useState<string | null>(null);
  const asked = useQuery(
    ask.settings.carrierFields.queryOptions({
      input: { platform: platform.id, carrier: carrier ?? '' },
      enabled: carrier !== null,
    }),
  ).data;
  const fields = (asked ?? []).filter((field) => field.of === 'account');
  return (
    <fieldset className="form-wide carrier-fields">
      <legend className="field-label">{t('accounts.carrierFields')}</legend>
      <SelectField label={t('accounts.carrierOf')} value={carrier} options={carriers} onChange={setCarrier} />
      {fields.map((field) => {
        const hint = isEnglish ? field.hintEn : field.hintZh;
        const example = field.example === '' ? '' : t('accounts.example', { example: field.example });
        return (
          <AccountField
            key={field.key}
            field={{
              key: field.key,
              label: nameOf(field),
              hint: joinTexts([hint, example]),
              isSecret: field.isSecret,
              isRequired: field.required === 'always',
              choices: field.choices.map((one) => ({ value: one.value, label: nameOf(one) })),
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

/** Required fields always are in sight, and first. */
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
