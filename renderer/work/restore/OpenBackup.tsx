import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectedBackup } from '../../../shared/contracts/restore.ts';
import { readRecoveryCode } from '../../../shared/rules/recoveryCode.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { RecoveryCodeField } from '../recovery/RecoveryCodeField.tsx';
import type { Act } from '../useAct.ts';
import type { ChosenBackup } from './BackupList.tsx';

/** What was typed to open a backup; both empty: what this computer keeps. */
export interface Opening {
  readonly passphrase: string;
  readonly recoveryCode: string;
}

interface OpenBackupProps {
  readonly backup: ChosenBackup;
  readonly inspect: Act<InspectedBackup | null, ChosenBackup & Opening>;
  /** Something was typed already, and it did not open. */
  readonly isTried: boolean;
}

/** A backup that this computer cannot open without them takes the passphrase of its time, or the recovery code. */
export function OpenBackup({ backup, inspect, isTried }: OpenBackupProps) {
  const { t } = useTranslation();
  const [isByCode, setByCode] = useState(false);
  const [typed, setTyped] = useState('');
  if (inspect.isPending && !isTried) return <span className="spinner" aria-hidden="true" />;
  if (inspect.failure !== null && !isTried) return <FailureNotice failure={inspect.failure} />;
  const isReady = isByCode ? readRecoveryCode(typed) !== null : typed !== '';
  const open = (): void =>
    inspect.mutate({
      ...backup,
      passphrase: isByCode ? '' : typed,
      recoveryCode: isByCode ? typed : '',
    });
  const turn = (): void => {
    setByCode(!isByCode);
    setTyped('');
  };
  return (
    <Form isReady={isReady && !inspect.isPending} onSubmit={open}>
      <p>{t('restore.locked')}</p>
      {isByCode ? (
        <RecoveryCodeField value={typed} onChange={setTyped} />
      ) : (
        <TextField
          label={t('restore.passphrase')}
          type="password"
          isAutoFocused
          value={typed}
          onChange={setTyped}
        />
      )}
      {inspect.failure !== null && <FailureNotice failure={inspect.failure} />}
      {inspect.failure === null && isTried && <Notice tone="failed" title={t('restore.wrong')} />}
      <div className="form-actions">
        <Button look="primary" isSubmit isBusy={inspect.isPending} isDisabled={!isReady} keyHint="Enter">
          {t('restore.openIt')}
        </Button>
        <Button look="quiet" onPress={turn}>
          {t(isByCode ? 'restore.byPassphrase' : 'restore.byCode')}
        </Button>
      </div>
    </Form>
  );
}
