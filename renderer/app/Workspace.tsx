import { useQuery } from '@tanstack/react-query';
import { Component, createElement, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../shared/contracts/contract.ts';
import { ask } from '../bridge/core.ts';
import { useDeviceNews } from '../bridge/deviceNews.ts';
import './shell.css';
import { addAccountFields } from '../../shared/text/words.ts';
import { useMissingRight } from '../bridge/operators.ts';
import { questions } from '../bridge/questions.ts';
import { Button } from '../parts/Button.tsx';
import { RightNeeded } from '../parts/EmptyState.tsx';
import { HeardRegion, useHeard } from '../parts/feedback/Heard.tsx';
import { Notice } from '../parts/feedback/Notice.tsx';
import { say, ToastRegion } from '../parts/feedback/Toasts.tsx';
import { usePlace, useSignInWish } from '../parts/place.ts';
import { useHelp } from '../parts/view/help.ts';
import { useDescribe } from '../words/describe.ts';
import { KnownFileStrip } from '../work/intake/KnownFileStrip.tsx';
import { KeysOverlay } from './keys/KeysOverlay.tsx';
import { useShellKeys } from './keys/useKeyDispatch.ts';
import { useShownKeySigns } from './keys/useKeySigns.ts';
import { useActorChange, useTouch } from './operators/actor.ts';
import { ApprovalDialog, SignIn } from './operators/SignIn.tsx';
import { CommandPalette } from './palette/CommandPalette.tsx';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { type GunWord, useScanCatcher } from './scan/scanCatcher.ts';
import { useScanRoute } from './scan/useScanRoute.ts';
import { loadScreensWhenIdle, screenRights, useScreen } from './screens.ts';
import { useUpdateNews } from './useUpdateNews.ts';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** What is shown instead; `retry` draws the children again. */
  fallback(retry: () => void): ReactNode;
}

/** A bug in one screen leaves the rail and the status bar alive. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed
      ? this.props.fallback(() => this.setState({ hasFailed: false }))
      : this.props.children;
  }
}

type SessionView = Answered<'session', 'state'>;
type Overlay = 'palette' | 'keys' | null;

/** What only the platforms can name is asked for once somebody may ask. */
function usePlatformWords(isAllowed: boolean): void {
  const platforms = useQuery(ask.settings.platforms.queryOptions({ enabled: isAllowed })).data;
  useEffect(
    () => addAccountFields((platforms ?? []).flatMap(({ accountFields }) => accountFields)),
    [platforms],
  );
}

/** After a jump to a screen the next key acts there: Enter must not press again the button that led there. */
function useFocusInScreen(step: number): void {
  useEffect(() => {
    if (step > 0 && document.activeElement?.closest('.rail, .status-bar') !== null)
      document.querySelector<HTMLElement>('.shell-main')?.focus({ preventScroll: true });
  }, [step]);
}

function Screen() {
  const { t } = useTranslation();
  const place = usePlace((store) => store.place);
  useFocusInScreen(place.step);
  // A key that leads elsewhere moves no focus that would tell of it.
  useHeard(t(`screen.${place.screen}`));
  const shown = useScreen(place.screen);
  const isDeskKnown = !useQuery(ask.operators.state.queryOptions()).isPending;
  const missing = useMissingRight(screenRights[place.screen]);
  usePlatformWords(isDeskKnown);
  // Nothing is asked for before it is known who asks.
  if (!isDeskKnown) return null;
  if (missing !== null)
    return (
      <div className="screen">
        <header className="screen-head">
          <h1>{t(`screen.${place.screen}`)}</h1>
        </header>
        <RightNeeded {...missing} />
      </div>
    );
  return (
    <ErrorBoundary
      key={place.screen}
      fallback={(retry) => (
        <div className="screen">
          <Notice tone="failed" title={t('app.screenBroken')} next={t('app.screenBrokenNext')}>
            <Button onPress={retry}>{t('common.retry')}</Button>
          </Notice>
        </div>
      )}
    >
      {shown !== null && createElement(shown, { focus: place.focus, step: place.step })}
    </ErrorBoundary>
  );
}

/** The window at work: rail, one screen, status bar, and what covers them. */
export function Workspace({ session }: { readonly session: SessionView }) {
  const [overlay, setOverlay] = useState<Overlay>(null);
  const status = useQuery(questions.status()).data;
  const hasOperators = useQuery(ask.operators.state.queryOptions()).data?.hasOperators === true;
  const isRead = status !== undefined;
  // Not while the page waits for the answers it begins with: it is idle then, and would be busy when they come.
  useEffect(() => {
    if (isRead) loadScreensWhenIdle();
  }, [isRead]);
  useActorChange();
  useTouch();
  useUpdateNews();
  useShellKeys({
    openPalette: () => setOverlay('palette'),
    openKeys: () => setOverlay('keys'),
    openSignIn: hasOperators ? useSignInWish.getState().ask : null,
  });
  useShownKeySigns(overlay === 'keys');
  const route = useScanRoute();
  const close = (): void => setOverlay(null);
  const hear = (word: GunWord): void => {
    close();
    useHelp.getState().close();
    route(word);
  };
  const prefix = useQuery(ask.devices.get.queryOptions()).data?.gunPrefix ?? '';
  useScanCatcher(hear, prefix);
  const describe = useDescribe();
  useDeviceNews({
    onScan: ({ code, isUnended }) =>
      hear(isUnended ? { kind: 'unended', text: code } : { kind: 'code', code, isBehind: false }),
    onTrouble: ({ code, params }) => say({ tone: 'failed', ...describe(code, params), code }),
  });
  return (
    <div className="shell">
      <Rail status={status} isPractice={session.isPractice} onFind={() => setOverlay('palette')} />
      <main className="shell-main" tabIndex={-1}>
        <Screen />
        <KnownFileStrip />
      </main>
      <ToastRegion />
      <HeardRegion />
      <StatusBar status={status} onKeys={() => setOverlay('keys')} />
      {overlay === 'palette' && <CommandPalette onClose={close} />}
      {overlay === 'keys' && <KeysOverlay onClose={close} />}
      <ApprovalDialog />
      <SignIn />
    </div>
  );
}
