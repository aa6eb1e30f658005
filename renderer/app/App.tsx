import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnsureCode } from '../../shared/errors/catalogue.ts';
import { ask, useConnection } from '../bridge/core.ts';
import { failureOf, isSignInNeeded } from '../bridge/failureOf.ts';
import { importQueue } from '../bridge/importQueue.ts';
import { useApprovals } from '../bridge/operators.ts';
import { queryClient } from '../bridge/queryClient.ts';
import { questions } from '../bridge/questions.ts';
import { callNameOf } from '../bridge/renewedBy.ts';
import { Button } from '../parts/Button.tsx';
import { FailureNotice, Notice } from '../parts/feedback/Notice.tsx';
import { say, ToastRegion } from '../parts/feedback/Toasts.tsx';
import { Icon } from '../parts/Icon.tsx';
import { usePlace, useSignInWish } from '../parts/place.ts';
import { keptDrafts, useSettled } from '../parts/view.ts';
import { useDescribe } from '../words/describe.ts';
import { RecoveryCodeDialog } from '../work/recovery/RecoveryCode.tsx';
import { HelpDialog, useHelpKey } from './help/HelpDialog.tsx';
import { useKeyDispatch } from './keys/useKeyDispatch.ts';
import { MoveScreen } from './MoveScreen.tsx';
import { useSignInNeeded } from './operators/actor.ts';
import { changeLanguage } from './startText.ts';
import { rememberedTheme, useTheme } from './theme/useTheme.ts';
import { UpgradeScreen, useUpgrade } from './UpgradeScreen.tsx';
import { ErrorBoundary, Workspace } from './Workspace.tsx';
import { WelcomeScreen } from './welcome/WelcomeScreen.tsx';

/** A locked workspace leaves nothing of itself in the page: no rows, no half-typed address, no import result. */
function forgetWorkspace(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => callNameOf(queryKey) !== 'session.state' });
  importQueue.clear();
  keptDrafts.clear();
  useApprovals.getState().asked?.settle(null);
  useSignInWish.getState().drop();
}

declare module '@tanstack/react-query' {
  interface Register {
    /** The screen shows this action's failure where it happened; no toast besides. */
    mutationMeta: { isShownInPlace: boolean };
  }
}

/** Every action that fails says so, wherever it was started; a screen need not remember to. */
function useFailureToasts(): void {
  const { t } = useTranslation();
  const describe = useDescribe();
  const { ask } = useSignInWish.getState();
  useEffect(
    () =>
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        if (event.mutation.meta?.isShownInPlace === true) return;
        // The sign-in opens and says it.
        if (isSignInNeeded(event.action.error)) return;
        const { code, params } = failureOf(event.action.error);
        const tone = code === 'CORE_NO_ANSWER' || isUnsureCode(code) ? 'unsure' : 'failed';
        const isRight = code === 'OPERATOR_RIGHT_MISSING';
        const action = isRight && { action: { label: t('operators.switchTitle'), run: ask } };
        say({ tone, ...describe(code, params), code, ...action });
      }),
    [describe, t, ask],
  );
}

/** Shown while the core is away. What is typed stays where it is. */
function ConnectionBanner() {
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

/** Longer than the first answers usually take; after that the workspace is drawn without the missing ones. */
const patienceMs = 300;

/**
 * True once operator and status have been read (or have failed), or after `patienceMs`. They are asked together with the session, so that
 * the workspace is drawn once, not in three steps.
 */
function useStartAnswers(isOpen: boolean): boolean {
  const desk = useQuery(ask.operators.state.queryOptions({ enabled: isOpen }));
  const status = useQuery({ ...questions.status(), enabled: isOpen });
  const isWaiting = isOpen && !(desk.isFetched && status.isFetched);
  const isWaitingLong = useSettled(isWaiting, patienceMs);
  return !isWaiting || isWaitingLong;
}

/** Decides between first run, locked and at work; carries what every state needs. */
function Session() {
  const { t } = useTranslation();
  const session = useQuery(ask.session.state.queryOptions());
  const upgrade = useUpgrade();
  const isOpen = session.data?.state === 'open';
  const hasStartAnswers = useStartAnswers(isOpen);
  const isClosed = session.data !== undefined && !isOpen;
  const screen = usePlace(({ place }) => place.screen);
  useHelpKey(isOpen ? screen : 'first-day');
  useEffect(() => {
    if (isClosed) forgetWorkspace();
  }, [isClosed]);
  const settings = useQuery(ask.settings.get.queryOptions({ enabled: isOpen }));
  useTheme(settings.data?.theme ?? rememberedTheme());
  const language = settings.data?.language;
  useEffect(() => {
    if (language !== undefined) void changeLanguage(language);
  }, [language]);
  if (upgrade !== null) return <UpgradeScreen progress={upgrade} />;
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
  if (isOpen) return hasStartAnswers ? <Workspace session={session.data} /> : null;
  if (session.data.moving !== undefined)
    return (
      <>
        <MoveScreen moving={session.data.moving} />
        <ToastRegion />
      </>
    );
  return (
    <>
      <WelcomeScreen session={session.data} />
      <ToastRegion />
    </>
  );
}

export function App() {
  const { t } = useTranslation();
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
      <RecoveryCodeDialog />
      <HelpDialog />
    </ErrorBoundary>
  );
}
