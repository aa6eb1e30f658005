import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQueries } from '../bridge/queries/sessionQueries.ts';
import { settingsQueries } from '../bridge/queries/settingsQueries.ts';
import { useChangeStream } from '../bridge/useChangeStream.ts';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/feedback/Notice.tsx';
import { ToastRegion } from '../parts/feedback/ToastRegion.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { useKeyDispatch } from './keys/useKeyDispatch.ts';
import { changeLanguage } from './startText.ts';
import { rememberedTheme, useTheme } from './theme/useTheme.ts';
import { useFailureToasts } from './useFailureToasts.ts';
import { Workspace } from './Workspace.tsx';
import { WelcomeScreen } from './welcome/WelcomeScreen.tsx';

/** Decides between first run, locked and at work; carries what every state needs. */
function Session() {
  const session = useQuery(sessionQueries.state());
  const isOpen = session.data?.state === 'open';
  const settings = useQuery({ ...settingsQueries.get(), enabled: isOpen });
  const shown = useTheme(settings.data?.theme ?? rememberedTheme());
  const language = settings.data?.language;
  useEffect(() => {
    if (language !== undefined) void changeLanguage(language);
  }, [language]);
  if (session.data === undefined) return null;
  return isOpen ? (
    <Workspace shown={shown} session={session.data} />
  ) : (
    <WelcomeScreen session={session.data} />
  );
}

export function App() {
  const { t } = useTranslation();
  useChangeStream();
  useKeyDispatch();
  useFailureToasts();
  return (
    <ErrorBoundary
      fallback={(retry) => (
        <div className="screen">
          <Notice tone="failed" title={t('app.broken')} next={t('app.brokenNext')}>
            <Button onPress={retry}>{t('common.retry')}</Button>
          </Notice>
        </div>
      )}
    >
      <ConnectionBanner />
      <Session />
      <ToastRegion />
    </ErrorBoundary>
  );
}
