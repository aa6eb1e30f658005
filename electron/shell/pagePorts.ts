import { type BrowserWindow, ipcMain, MessageChannelMain, type MessagePortMain } from 'electron';
import {
  bridgeChannels,
  type CoreState,
  type UpgradeProgress,
  type UpgradeProgressListener,
} from '../../shared/contracts/bridge.ts';
import type { Clock } from '../platform/clock.ts';
import type { HandedFiles } from './handedFiles.ts';
import { isOwnFrame } from './ownPage.ts';

interface PagePorts {
  /** Tells the page, now and whenever it connects. */
  tellState(state: CoreState): void;
  /** Tells the page how far the upgrade is, now and whenever it connects. */
  tellUpgrade: UpgradeProgressListener;
  /** Gives the page that is connected a port to the core that runs now. */
  renew(): void;
  /** The page sent what ours never does: it is loaded again. One that goes on gets no port for a while. */
  throwAway(): void;
}

const mostReloads = 3;
const reloadMemoryMs = 60_000;

/**
 * Hands each page load its own port to the core. The page asks (`connect`); it is looked at once, at hand-over. A
 * navigation, reload or crash closes the page's end, and the core drops the port; its files are forgotten.
 */
export function pagePorts(
  window: BrowserWindow,
  files: HandedFiles,
  clock: Clock,
  handOver: (port: MessagePortMain) => boolean,
): PagePorts {
  const contents = window.webContents;
  let isConnected = false;
  let lastState: CoreState = 'down';
  let lastUpgrade: UpgradeProgress | null = null;
  let reloadTimes: readonly number[] = [];
  const recentReloads = () => reloadTimes.filter((time) => clock.now() - time < reloadMemoryMs);

  function tell(channel: string, news: unknown) {
    if (isConnected && !contents.isDestroyed()) contents.send(channel, news);
  }

  function tellState(state: CoreState) {
    lastState = state;
    tell(bridgeChannels.coreState, state);
  }

  function tellUpgrade(progress: UpgradeProgress | null) {
    lastUpgrade = progress;
    tell(bridgeChannels.upgrade, progress);
  }

  function renew() {
    if (!isConnected || contents.isDestroyed() || !isOwnFrame(contents, contents.mainFrame, contents)) return;
    const { port1, port2 } = new MessageChannelMain();
    if (handOver(port1)) contents.mainFrame.postMessage(bridgeChannels.port, null, [port2]);
  }

  function leave() {
    isConnected = false;
    files.forget();
  }

  function throwAway() {
    tellState('down');
    leave();
    reloadTimes = [...recentReloads(), clock.now()];
    if (reloadTimes.length <= mostReloads && !contents.isDestroyed()) contents.reload();
  }

  ipcMain.on(bridgeChannels.connect, (event) => {
    if (recentReloads().length > mostReloads || !isOwnFrame(event.sender, event.senderFrame, contents))
      return;
    isConnected = true;
    tellState(lastState);
    if (lastUpgrade !== null) tellUpgrade(lastUpgrade);
    renew();
  });
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) leave();
  });
  contents.on('render-process-gone', leave);
  return { tellState, tellUpgrade, renew, throwAway };
}
