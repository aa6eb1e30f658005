import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerInput } from '../../../shared/contracts/workstations/workstations.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useAct } from '../../work/useAct.ts';
import { useServer } from '../../work/workstations/useServer.tsx';
import { keepSession, type SessionView } from './session.ts';

interface ReconnectFormProps {
  readonly session: SessionView;
  onDone(): void;
  onBack(): void;
}

/** Another address, password or certificate of the server of the book; the previous one stays unless this one opens the same book. */
export function ReconnectForm({ session: { needsPassphrase }, onDone, onBack }: ReconnectFormProps) {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const { server, fields } = useServer();
  const reconnect = useAct(
    (given: ServerInput) => core.workstations.reconnect({ server: given, passphrase }),
    {
      isShownInPlace: true,
      after: (session) => {
        onDone();
        keepSession(session);
      },
    },
  );
  // A key store that does not open it is of another computer: then something must be typed here too.
  const asks = needsPassphrase || reconnect.failure?.code === 'WORKSPACE_LOCKED';
  const isReady = server !== null && (passphrase !== '' || !asks);
  return (
    <Form
      isReady={isReady && !reconnect.isPending}
      onSubmit={() => server !== null && reconnect.mutate(server)}
    >
      <h1>{t('workstations.reconnectTitle')}</h1>
      <p className="soft">{t('workstations.reconnectIntro')}</p>
      {fields}
      {asks && (
        <TextField
          label={t('workstations.ownPassphrase')}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
        />
      )}
      {reconnect.failure !== null && <FailureNotice failure={reconnect.failure} />}
      <Button
        look="primary"
        size="large"
        isSubmit
        isBusy={reconnect.isPending}
        isDisabled={!isReady}
        keyHint="Enter"
      >
        {t('workstations.reconnectYes')}
      </Button>
      <div className="welcome-ways">
        <Button look="quiet" size="small" onPress={onBack}>
          {t('restore.back')}
        </Button>
      </div>
    </Form>
  );
}
