import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../bridge/failureOf.ts';
import { sessionQueries } from '../bridge/queries/sessionQueries.ts';
import { settingsQueries } from '../bridge/queries/settingsQueries.ts';
import { useChangeStream } from '../bridge/useChangeStream.ts';
import { Button } from '../parts/Button.tsx';
import { FailureNotice } from '../parts/feedback/FailureNotice.tsx';
import { Notice } from '../parts/feedback/Notice.tsx';
import { ToastRegion } from '../parts/feedback/ToastRegion.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { forgetWorkspace } from './forgetWorkspace.ts';
import { useKeyDispatch } from './keys/useKeyDispatch.ts';
import { useSignInNeeded } from './operators/useSignInNeeded.ts';
import { changeLanguage } from './startText.ts';
import { rememberedTheme, useTheme } from './theme/useTheme.ts';
import { useFailureToasts } from './useFailureToasts.ts';
import { Workspace } from './Workspace.tsx';
import { WelcomeScreen } from './welcome/WelcomeScreen.tsx';

/** Decides between first run, locked and at work; carries what every state needs. */
function Session() {
  const { t } = useTranslation();
  const session = useQuery(sessionQueries.state());
  const isOpen = session.data?.state === 'open';
  const isClosed = session.data !== undefined && !isOpen;
  useEffect(() => {
    if (isClosed) forgetWorkspace();
  }, [isClosed]);
  const settings = useQuery({ ...settingsQueries.get(), enabled: isOpen });
  useTheme(settings.data?.theme ?? rememberedTheme());
  const language = settings.data?.language;
  useEffect(() => {
    if (language !== undefined) void changeLanguage(language);
  }, [language]);
  if (session.data === undefined) {
    if (session.error === null) return null;
    return (
      <div className="screen">
        <FailureNotice failure={failureOf(session.error)}>
          <Button onPress={() => void session.refetch()}>{t('common.retry')}</Button>
        </FailureNotice>
      </div>
    );
  }
  return isOpen ? <Workspace session={session.data} /> : <WelcomeScreen session={session.data} />;
}

export function App() {
  const { t } = useTranslation();
  useChangeStream();
  useKeyDispatch();
  useFailureToasts();
  useSignInNeeded();
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
