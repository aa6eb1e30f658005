import { type BrowserWindow, ipcMain, MessageChannelMain, type MessagePortMain } from 'electron';
import { bridgeChannels, type CoreState } from '../../shared/contracts/bridge.ts';
import type { HandedFiles } from './handedFiles.ts';
import { isOwnFrame } from './ownPage.ts';

interface PagePorts {
  /** Tells the page, now and whenever it connects. */
  tellState(state: CoreState): void;
  /** Gives the page that is connected a port to the core that runs now. */
  renew(): void;
  /** The page sent what ours never does: it is loaded anew, a few times; then it gets no port any more. */
  throwAway(): void;
}

/** A page that is taken over again at once is taken over for good: somebody has to start the program anew. */
const mostReloads = 3;

/**
 * Hands each page load its own port to the core. The page asks (`connect`); it is looked at once, at hand-over. A
 * navigation, reload or crash closes the page's end, and the core drops the port; its files are forgotten.
 */
export function pagePorts(
  window: BrowserWindow,
  files: HandedFiles,
  handOver: (port: MessagePortMain) => boolean,
): PagePorts {
  const contents = window.webContents;
  let isConnected = false;
  let lastState: CoreState = 'down';
  let reloads = 0;

  function tellState(state: CoreState) {
    lastState = state;
    if (isConnected && !contents.isDestroyed()) contents.send(bridgeChannels.coreState, state);
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
    reloads += 1;
    if (reloads <= mostReloads && !contents.isDestroyed()) contents.reload();
  }

  ipcMain.on(bridgeChannels.connect, (event) => {
    if (reloads > mostReloads || !isOwnFrame(event.sender, event.senderFrame, contents)) return;
    isConnected = true;
    tellState(lastState);
    renew();
  });
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) leave();
  });
  contents.on('render-process-gone', leave);
  return { tellState, renew, throwAway };
}
