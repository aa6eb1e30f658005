import { useTranslation } from 'react-i18next';
import { readRecoveryCode, recoveryLength } from '../../../shared/rules/recoveryCode.ts';
import { TextField } from '../../parts/form/TextField.tsx';

/** A typo is reported as one before the code is tried. */
export function RecoveryCodeField({
  value,
  onChange,
}: {
  readonly value: string;
  onChange(code: string): void;
}) {
  const { t } = useTranslation();
  const signs = value.replace(/[\s-]/g, '').length;
  const isMistyped = signs >= recoveryLength && readRecoveryCode(value) === null;
  return (
    <TextField
      label={t('recovery.code')}
      hint={t('recovery.codeHint', { length: recoveryLength })}
      error={isMistyped ? t('recovery.mistyped') : undefined}
      maxLength={60}
      isAutoFocused
      value={value}
      onChange={onChange}
    />
  );
}
