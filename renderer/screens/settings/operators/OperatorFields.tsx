import { useTranslation } from 'react-i18next';
import { roleNames, roles } from '../../../../shared/domain/role.ts';
import type { Language } from '../../../../shared/errors/describeError.ts';
import { pinDigits } from '../../../../shared/rules/isUsablePin.ts';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import type { OperatorDraft } from './operatorDraft.ts';
import { pinProblem } from './pinProblem.ts';

interface OperatorFieldsProps {
  readonly draft: OperatorDraft;
  /** The first one is a manager: there is nothing to choose. */
  readonly isRoleFixed: boolean;
  readonly isPinKept: boolean;
  onChange(change: Partial<OperatorDraft>): void;
}

/** Name, role and PIN of one operator; what is wrong with a PIN is said once it was typed to its end. */
export function OperatorFields({ draft, isRoleFixed, isPinKept, onChange }: OperatorFieldsProps) {
  const { t, i18n } = useTranslation();
  const { pin, again } = draft;
  const problem = again === '' ? null : pinProblem(pin, again);
  const isUnlike = problem === 'unlike' && again.length >= pin.length;
  const hint = t('operatorSettings.pinHint', { ...pinDigits });
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
        options={roles.map((role) => ({ value: role, label: roleNames[role][i18n.language as Language] }))}
        onChange={(chosen) => onChange({ role: roles.find((role) => role === chosen) ?? draft.role })}
      />
      <TextField
        label={t(isPinKept ? 'operatorSettings.newPin' : 'operatorSettings.pin')}
        hint={hint}
        error={problem === 'form' ? hint : undefined}
        type="password"
        maxLength={pinDigits.most}
        value={pin}
        onChange={(typed) => onChange({ pin: typed })}
      />
      <TextField
        label={t('operatorSettings.pinAgain')}
        error={isUnlike ? t('operatorSettings.pinUnlike') : undefined}
        type="password"
        maxLength={pinDigits.most}
        value={again}
        onChange={(typed) => onChange({ again: typed })}
      />
    </div>
  );
}
