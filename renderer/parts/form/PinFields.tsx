import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './form.css';
import type { Role } from '../../../shared/domain/operator.ts';
import { isUsablePin, leastDigits, pinDigits } from '../../../shared/rules/signInCodes.ts';
import { Button } from '../Button.tsx';
import { useScanTaker } from '../scanTakers.ts';
import { TextField } from './TextField.tsx';

/** What is wrong with a PIN typed twice; null: it can be saved. */
export function pinProblem(pin: string, again: string, role: Role): 'form' | 'unlike' | null {
  if (!isUsablePin(pin, role)) return 'form';
  return pin === again ? null : 'unlike';
}

interface NewPinFieldsProps {
  readonly label: string;
  /** Whose PIN it is: a manager's has more digits. */
  readonly operatorRole: Role;
  readonly pin: string;
  readonly again: string;
  onChange(change: { readonly pin?: string; readonly again?: string }): void;
}

/** A new PIN, typed twice; what is wrong with it is said once it was typed to its end. */
export function NewPinFields({ label, operatorRole, pin, again, onChange }: NewPinFieldsProps) {
  const { t } = useTranslation();
  const problem = again === '' ? null : pinProblem(pin, again, operatorRole);
  const isUnlike = problem === 'unlike' && again.length >= pin.length;
  const hint = t('operators.pinHint', { ...pinDigits, least: leastDigits(operatorRole) });
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        error={problem === 'form' ? hint : undefined}
        type="password"
        maxLength={pinDigits.most}
        value={pin}
        onChange={(typed) => onChange({ pin: typed })}
      />
      <TextField
        label={t('operators.pinAgain')}
        error={isUnlike ? t('operators.pinUnlike') : undefined}
        type="password"
        maxLength={pinDigits.most}
        value={again}
        onChange={(typed) => onChange({ again: typed })}
      />
    </>
  );
}

interface RescueCodeProps {
  readonly code: string;
  onCopy(code: string): void;
  onNoted(): void;
}

/** A rescue code, the one time it is shown: to be copied by hand. A scan would lead elsewhere, and it would be gone. */
export function RescueCode({ code, onCopy, onNoted }: RescueCodeProps) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  useScanTaker(() => true);
  const copy = (): void => {
    onCopy(code);
    setCopied(true);
  };
  return (
    <div className="stack">
      <p>{t('rescue.keep')}</p>
      <p className="rescue-code">{code}</p>
      <p className="soft small">{t('rescue.once')}</p>
      <div className="form-actions rescue-actions">
        <Button icon={isCopied ? 'check' : 'copy'} onPress={copy}>
          {t(isCopied ? 'common.copied' : 'common.copy')}
        </Button>
        <Button look="primary" onPress={onNoted}>
          {t('rescue.noted')}
        </Button>
      </div>
    </div>
  );
}
