import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './welcome.css';
import { Mark } from '../../parts/Mark.tsx';
import { RestoreSteps } from '../../work/restore/RestoreSteps.tsx';
import { useRestoreWish } from '../../work/restore/restoreWish.ts';
import { useReconnectWish } from '../../work/workstations/reconnectWish.ts';
import { CreateForm } from './CreateForm.tsx';
import { ReconnectForm } from './ReconnectForm.tsx';
import { keepSession, type SessionView } from './session.ts';
import { UnlockForm } from './UnlockForm.tsx';
import type { WayKind } from './ways.tsx';

/** First run, the lock, and the way back from a backup: the only screen that exists without an open workspace. */
export function WelcomeScreen({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation();
  const { isWanted: isRestoring, ask: restore, drop } = useRestoreWish();
  const reconnecting = useReconnectWish();
  const restored = (opened: SessionView): void => {
    drop();
    keepSession(opened);
  };
  const [first, setFirst] = useState<WayKind>('practice');
  const isNew = session.state === 'new';
  const isReconnecting = reconnecting.isWanted && !isNew && !isRestoring;
  return (
    <main className="welcome">
      <section className={isRestoring ? 'welcome-card welcome-wide panel' : 'welcome-card panel'}>
        <p className="welcome-brand">
          <Mark />
          {t('app.name')}
        </p>
        {isRestoring && <RestoreSteps onRestored={restored} onBack={drop} />}
        {!isRestoring && isNew && (
          <CreateForm hasKeyStore={session.hasKeyStore} first={first} onRestore={restore} />
        )}
        {isReconnecting && (
          <ReconnectForm session={session} onDone={reconnecting.drop} onBack={reconnecting.drop} />
        )}
        {!isRestoring && !isNew && !isReconnecting && (
          <UnlockForm
            session={session}
            onRestore={restore}
            onReconnect={reconnecting.ask}
            onLeft={(left) => {
              setFirst('join');
              keepSession(left);
            }}
          />
        )}
      </section>
      <p className="soft small">{t('welcome.version', { version: session.version })}</p>
    </main>
  );
}
