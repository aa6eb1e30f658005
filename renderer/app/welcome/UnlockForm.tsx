import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readRecoveryCode } from '../../../shared/rules/recoveryCode.ts';
import { core } from '../../bridge/core.ts';
import { failureIn } from '../../bridge/failureOf.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { RecoveryCodeField } from '../../work/recovery/RecoveryCodeField.tsx';
import { JoinAnewButton } from './JoinAnewButton.tsx';
import { keepSession, type SessionView } from './session.ts';

interface UnlockFormProps {
  readonly session: SessionView;
  onRestore(): void;
  /** Its server has another address, password or certificate. */
  onReconnect(): void;
  /** Its book does not let it in any more, and it was set aside. */
  onLeft(session: SessionView): void;
}

/** Of a damaged workspace restoring is what helps; of a locked one it is a way beside the passphrase. */
const damaged: readonly string[] = ['WORKSPACE_DAMAGED', 'SEAL_BROKEN'];

/** Nothing that is typed here opens it again. */
const shutOut = 'WORKSTATION_SHUT_OUT';

/** Its book may let it in again, if an administrator puts it right; an invitation is the other way. */
const perhapsOut: readonly string[] = [
  'WORKSTATION_OUT_UNPROVEN',
  'WORKSTATION_KEY_MISSING',
  'SERVER_PLACE_DAMAGED',
];

/** A bench that was shut out: what it may do is to start over, by an invitation or with a backup. */
function ShutOut({ onRestore, onLeft }: Pick<UnlockFormProps, 'onRestore' | 'onLeft'>) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <h1>{t('welcome.locked')}</h1>
      <FailureNotice failure={{ code: shutOut }} />
      <JoinAnewButton onLeft={onLeft} />
      <div className="welcome-ways">
        <Button look="quiet" size="small" onPress={onRestore}>
          {t('restore.open')}
        </Button>
      </div>
    </div>
  );
}

/** Opens the workspace by its passphrase, or by the recovery code where that is forgotten or this computer is another one. */
export function UnlockForm({ session, onRestore, onReconnect, onLeft }: UnlockFormProps) {
  const { t } = useTranslation();
  const { needsPassphrase, closedBecause, isOnServer, refusal } = session;
  const [isByCode, setByCode] = useState(false);
  const [typed, setTyped] = useState('');
  const unlock = useMutation({
    mutationFn: () => core.session.unlock(isByCode ? { recoveryCode: typed } : { passphrase: typed }),
    meta: { isShownInPlace: true },
    onSuccess: keepSession,
  });
  // Why it was closed says more than why it could not be opened since.
  const failure = failureIn(unlock) ?? (closedBecause === '' ? refusal : null) ?? null;
  const code = failure?.code ?? closedBecause;
  if (code === shutOut || closedBecause === shutOut) return <ShutOut onRestore={onRestore} onLeft={onLeft} />;
  const isPerhapsOut = perhapsOut.includes(code);
  const isDamaged = failure !== null && damaged.includes(failure.code);
  // A key store that does not open it is of another computer: then something must be typed here too.
  const asks = needsPassphrase || failure?.code === 'WORKSPACE_LOCKED';
  const isReady = isByCode ? readRecoveryCode(typed) !== null : typed !== '' || !asks;
  const turn = (): void => {
    setByCode(!isByCode);
    setTyped('');
    unlock.reset();
  };
  return (
    <Form isReady={isReady} onSubmit={() => unlock.mutate()}>
      <h1>{t('welcome.locked')}</h1>
      {/* That work goes on behind a passphrase would contradict the notice. */}
      {!isPerhapsOut && (
        <p className="soft">
          {t(isByCode ? 'recovery.openNote' : asks ? 'welcome.lockedNote' : 'welcome.lockedOpenNote')}
        </p>
      )}
      {closedBecause !== '' && failure === null && <FailureNotice failure={{ code: closedBecause }} />}
      {isByCode && <RecoveryCodeField value={typed} onChange={setTyped} />}
      {!isByCode && asks && (
        <TextField
          label={t('welcome.passphrase')}
          type="password"
          isAutoFocused
          value={typed}
          onChange={setTyped}
        />
      )}
      {failure !== null && <FailureNotice failure={failure} />}
      <Button
        look={isDamaged ? 'plain' : 'primary'}
        size="large"
        isSubmit
        isBusy={unlock.isPending}
        isDisabled={!isReady}
        keyHint="Enter"
        isAutoFocused
      >
        {t('welcome.unlock')}
      </Button>
      {isPerhapsOut && <JoinAnewButton onLeft={onLeft} />}
      <div className="welcome-ways">
        {(asks || isByCode) && (
          <Button look="quiet" size="small" onPress={turn}>
            {t(isByCode ? 'recovery.byPassphrase' : 'recovery.byCode')}
          </Button>
        )}
        {isOnServer && (
          <Button look="quiet" size="small" onPress={onReconnect}>
            {t('workstations.reconnect')}
          </Button>
        )}
        <Button
          look={isDamaged ? 'primary' : 'quiet'}
          {...(isDamaged ? {} : { size: 'small' })}
          onPress={onRestore}
        >
          {t('restore.open')}
        </Button>
      </div>
    </Form>
  );
}
