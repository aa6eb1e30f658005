import { useTranslation } from 'react-i18next';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import type { AccountDraft } from './accountDraft.ts';

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
