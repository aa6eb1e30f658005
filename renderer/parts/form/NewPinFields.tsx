import { useTranslation } from 'react-i18next';
import { pinDigits } from '../../../shared/rules/isUsablePin.ts';
import { pinProblem } from './pinProblem.ts';
import { TextField } from './TextField.tsx';

interface NewPinFieldsProps {
  readonly label: string;
  readonly pin: string;
  readonly again: string;
  onChange(change: { readonly pin?: string; readonly again?: string }): void;
}

/** A new PIN, typed twice; what is wrong with it is said once it was typed to its end. */
export function NewPinFields({ label, pin, again, onChange }: NewPinFieldsProps) {
  const { t } = useTranslation();
  const problem = again === '' ? null : pinProblem(pin, again);
  const isUnlike = problem === 'unlike' && again.length >= pin.length;
  const hint = t('operators.pinHint', { ...pinDigits });
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
