import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../shared/domain/operator.ts';
import { NewPinFields } from '../../parts/form/PinFields.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';

interface OperatorFieldsProps {
  readonly draft: OperatorDraft;
  /** The first one is a manager: there is nothing to choose. */
  readonly isRoleFixed: boolean;
  readonly isPinKept: boolean;
  onChange(change: Partial<OperatorDraft>): void;
}

/** Name, role and PIN of one operator. */
export function OperatorFields({ draft, isRoleFixed, isPinKept, onChange }: OperatorFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="form-grid">
      <TextField
        label={t('operatorSettings.name')}
        hint={t('operatorSettings.nameHint')}
        maxLength={40}
        value={draft.name}
        onChange={(name) => onChange({ name })}
      />
      <SelectField
        label={t('operatorSettings.role')}
        isDisabled={isRoleFixed}
        value={draft.role}
        options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        onChange={(chosen) => onChange({ role: roles.find((role) => role === chosen) ?? draft.role })}
      />
      <NewPinFields
        label={t(isPinKept ? 'operatorSettings.newPin' : 'operators.pin')}
        pin={draft.pin}
        again={draft.again}
        onChange={onChange}
      />
    </div>
  );
}

/** What is typed about one operator; the PINs are gone with the form. */
export interface OperatorDraft {
  readonly name: string;
  readonly role: Role;
  readonly pin: string;
  readonly again: string;
}
