import { useTranslation } from 'react-i18next';
import { useConnection } from '../bridge/connectionState.ts';
import { Icon } from '../parts/Icon.tsx';

/** Shown while the core is away. What is typed stays where it is. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const state = useConnection((connection) => connection.state);
  if (state === 'up' || state === 'connecting') return null;
  return (
    <div className={`connection-banner connection-${state}`} role="alert">
      {state === 'down' ? <span className="spinner" aria-hidden="true" /> : <Icon name="alert" />}
      <span>{t(state === 'down' ? 'app.coreDown' : 'app.coreRefused')}</span>
    </div>
  );
}
