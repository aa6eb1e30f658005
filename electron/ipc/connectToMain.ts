import type { Failure } from '../../shared/errors/outcome.ts';
import type { HtmlRenderer } from '../printers/kit/htmlRenderer.ts';
import type { KeyStorePort } from '../vault/keyStorePort.ts';
import type { HeldKey } from '../vault/workspaceKey.ts';
import { type MessageFromCore, messageToCore, type StartMessage } from './coreMessages.ts';
import { htmlFromMain } from './htmlFromMain.ts';
import { type KeyStoreFromMain, keyStoreFromMain } from './keyStoreFromMain.ts';
import type { MainPort, PagePort } from './mainPort.ts';

/** What main gave the core to start with. */
export interface CoreStart {
  readonly dataFolder: string | null;
  readonly resourceFolder: string;
  readonly keyStore: KeyStorePort;
  readonly htmlRenderer: HtmlRenderer;
  /** The workspace was open when the former core died: open it again without a word. */
  readonly heldKey: HeldKey | null;
  readonly isLockedByHand: boolean;
}

export interface CoreListener {
  /** Open the workspace, then call `ready` or `refuse`. Runs once. */
  start(start: CoreStart): void;
  /**
   * A page was loaded: serve it on this port. The former page's port is closed already. May come before the
   * workspace is open: answer when it is. Attach the listeners first, then call `port.start()`.
   */
  servePage(port: PagePort): void;
  /** Finish or park what is in hand, close the database, then end the process. */
  stop(): void;
}

export interface MainConnection {
  /** Kept in main's memory only, for the next core; null after locking. */
  holdKey(heldKey: HeldKey | null): void;
  /** The workspace is open (or waits for its passphrase): the window may show the page as usable. */
  ready(): void;
  /** The workspace cannot be opened and trying again would not help. End the process afterwards. */
  refuse(failure: Failure): void;
}

/** The core's end of the line to Electron's main process. A message that is not in the schema throws: main is ours. */
export function connectToMain(mainPort: MainPort, listener: CoreListener): MainConnection {
  let keyStore: KeyStoreFromMain | null = null;
  let pagePort: PagePort | null = null;
  const send = (message: MessageFromCore) => mainPort.postMessage(message);
  const html = htmlFromMain(send);

  function begin(start: StartMessage) {
    if (keyStore !== null) throw new Error('the core was started twice');
    keyStore = keyStoreFromMain(start.keyStore, send);
    const { dataFolder, resourceFolder, heldKey, isLockedByHand } = start;
    listener.start({ dataFolder, resourceFolder, keyStore, htmlRenderer: html, heldKey, isLockedByHand });
  }

  function changePage(ports: readonly PagePort[]) {
    const [port] = ports;
    if (port === undefined || ports.length !== 1) throw new Error('a page comes with exactly one port');
    pagePort?.close();
    pagePort = port;
    listener.servePage(port);
  }

  mainPort.on('message', ({ data, ports }) => {
    const message = messageToCore.parse(data);
    if (message.kind === 'start') begin(message);
    else if (message.kind === 'page-port') changePage(ports);
    else if (message.kind === 'key-reply') keyStore?.settle(message);
    else if (message.kind === 'html-reply') html.settle(message);
    else listener.stop();
  });

  return {
    ready: () => send({ kind: 'ready' }),
    holdKey: (heldKey) => send({ kind: 'hold-key', heldKey }),
    refuse: ({ code, params }) => send({ kind: 'refused', code, params: { ...params } }),
  };
}
