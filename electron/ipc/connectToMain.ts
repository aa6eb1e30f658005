import { basename } from 'node:path';
import type { UpgradeStep } from '../../shared/domain/upgrade.ts';
import { isErrorCode } from '../../shared/errors/catalogue.ts';
import {
  didNotHappen,
  done,
  failure,
  happened,
  type Outcome,
  unknownOutcome,
} from '../../shared/errors/outcome.ts';
import type { HtmlRenderer } from '../printers/kit/htmlRenderer.ts';
import type { DriverPrinter } from '../printers/kit/printerTransport.ts';
import type { WorkInHand } from '../usecases/workspace/workInHand.ts';
import type { KeyStorePort } from '../vault/keyStorePort.ts';
import type { HeldKey } from '../vault/workspaceKey.ts';
import {
  type ClosedBecause,
  htmlLimits,
  type MessageFromCore,
  type MessageToCore,
  messageToCore,
  type StartMessage,
  startedBy,
} from './coreMessages.ts';
import type { PageFiles } from './pageFiles.ts';

/** What main gave the core to start with. */
export interface CoreStart {
  readonly dataFolder: string | null;
  readonly resourceFolder: string;
  readonly keyStore: KeyStorePort;
  readonly htmlRenderer: HtmlRenderer;
  readonly driverPrinter: DriverPrinter;
  readonly files: PageFiles;
  readonly installed: StartMessage['installed'];
  /** Replaces this program with another version. */
  readonly replace: (file: string) => Promise<Outcome<null>>;
  /** The workspace was open when the previous core died: open it again without asking. */
  readonly heldKey: HeldKey | null;
  readonly isLockedByHand: boolean;
}

interface CoreListener {
  /** Open the workspace, then call `ready`. Runs once, and never for a window of another version. */
  start(start: CoreStart): void;
  /**
   * A page was loaded: serve it on this port. The previous page's port is closed already. May come before the workspace is open: then
   * answer once it is. Attach the listeners first, then call `port.start()`.
   */
  servePage(port: PagePort): void;
  /** The computer was locked or goes to sleep: the person here has left. */
  away(): void;
  /** The window is being closed: report the work in progress. */
  tellWork(): void;
  /** Finish or park the work in progress, close the database, then end the process. */
  stop(): void;
}

interface MainConnection {
  /** Alarms, to be shown on the desktop. */
  notice(notice: { readonly title: string; readonly body: string; readonly isLoud: boolean }): void;
  /** Whether the window can use a camera. */
  camera(isAllowed: boolean): void;
  /** Kept in main's memory only, for the next core; null after locking. */
  holdKey(heldKey: HeldKey | null): void;
  portClosed(because: ClosedBecause): void;
  /** Bookings and labels in progress. */
  work(inHand: WorkInHand): void;
  upgrade(step: UpgradeStep | null): void;
  /** The workspace is open (or waits for its passphrase): the window may show the page as usable. */
  ready(): void;
}

/**
 * The core's connection to Electron's main process. A message that does not fit the schema throws: main is our own code. Nothing is opened
 * for a main of another `version`: the core would upgrade the workspace under a window that does not know it.
 */
export function connectToMain(mainPort: MainPort, version: string, listener: CoreListener): MainConnection {
  let keyStore: KeyStoreFromMain | null = null;
  let isRefused = false;
  let pagePort: PagePort | null = null;
  const send = (message: MessageFromCore) => mainPort.postMessage(message);
  const html = htmlFromMain(send);
  const driver = driverFromMain(send);
  const files = filesFromMain(send);
  const replacing = replacingByMain(send);

  function begin(start: StartMessage) {
    if (keyStore !== null) throw new Error('the core was started twice');
    keyStore = keyStoreFromMain(start.keyStore, send);
    const { dataFolder, resourceFolder, installed, heldKey, isLockedByHand } = start;
    listener.start({
      dataFolder,
      resourceFolder,
      keyStore,
      htmlRenderer: html,
      driverPrinter: driver,
      files,
      installed,
      replace: replacing.replace,
      heldKey,
      isLockedByHand,
    });
  }

  /** Is this a message of a main of another version? Main is told once. */
  function isOfAnotherVersion(data: unknown): boolean {
    if (isRefused || keyStore !== null) return isRefused;
    const running = startingVersion(data) ?? version;
    isRefused = running !== version;
    const params = { running, installed: version };
    if (isRefused) send({ kind: 'refused', code: 'PROGRAM_REPLACED', params });
    return isRefused;
  }

  function changePage(ports: readonly PagePort[]) {
    const [port] = ports;
    if (port === undefined || ports.length !== 1) throw new Error('a page comes with exactly one port');
    pagePort?.close();
    pagePort = port;
    listener.servePage(port);
  }

  mainPort.on('message', ({ data, ports }) => {
    if (isOfAnotherVersion(data)) return;
    const message = messageToCore.parse(data);
    if (message.kind === 'start') begin(message);
    else if (message.kind === 'page-port') changePage(ports);
    else if (message.kind === 'key-reply') keyStore?.settle(message);
    else if (message.kind === 'html-reply') html.settle(message);
    else if (message.kind === 'print-reply') driver.settle(message);
    else if (message.kind === 'replace-reply') replacing.settle(message);
    else if (message.kind === 'paths-reply') files.settlePaths(message);
    else if (message.kind === 'tokens-reply') files.settleTokens(message);
    else if (message.kind === 'away') listener.away();
    else if (message.kind === 'work-question') listener.tellWork();
    else listener.stop();
  });

  return {
    ready: () => send({ kind: 'ready' }),
    notice: (notice) => send({ kind: 'notice', ...notice }),
    camera: (isAllowed) => send({ kind: 'camera', isAllowed }),
    portClosed: (because) => send({ kind: 'port-closed', because }),
    work: (inHand) => send({ kind: 'work', ...inHand }),
    upgrade: (progress) => send({ kind: 'upgrade', progress }),
    holdKey: (heldKey) => send({ kind: 'hold-key', heldKey }),
  };
}

/** Of who starts a core; null: this starts none. */
function startingVersion(data: unknown): string | null {
  const by = startedBy.safeParse(data);
  return by.success ? by.data.version : null;
}

/**
 * The parts of Electron's ports the core uses, described here so that no file of the core imports Electron and tests
 * can hand in Node's own ports.
 */
export interface PagePort {
  /** `message` comes with its data, `close` (the page is gone) without. */
  on(event: string, listener: (event?: { readonly data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
  /** Nothing is delivered before this. */
  start(): void;
  close(): void;
}

/** `process.parentPort` of a utility process. */
export interface MainPort {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly PagePort[] }) => void,
  ): unknown;
  postMessage(message: unknown): void;
}

type HtmlReply = Extract<MessageToCore, { kind: 'html-reply' }>;

/** The core's end of the drawing of carrier HTML: main has the windows, one numbered request for one reply. */
interface HtmlFromMain extends HtmlRenderer {
  settle(reply: HtmlReply): void;
}

/** One numbered request for one reply. */
function numberedReplies<Reply extends { readonly id: number }>() {
  const waiting = new Map<number, (reply: Reply) => void>();
  let nextId = 0;
  return {
    ask(send: (id: number) => void): Promise<Reply> {
      const id = nextId++;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        send(id);
      });
    },
    /** Hands in a reply that came from main. A number nobody waits for is ignored. */
    settle(reply: Reply): void {
      waiting.get(reply.id)?.(reply);
      waiting.delete(reply.id);
    },
  };
}

export function htmlFromMain(send: (message: MessageFromCore) => void): HtmlFromMain {
  const { ask, settle } = numberedReplies<HtmlReply>();
  return {
    async render(html, { widthDots, heightDots, dpi }) {
      if (html.length > htmlLimits.characters) return failure('LABEL_HTML_UNUSABLE', { reason: 'too-long' });
      const reply = await ask((id) => send({ kind: 'html-request', id, html, widthDots, heightDots, dpi }));
      const bytesPerRow = Math.ceil(widthDots / 8);
      const { dots, fault } = reply;
      return dots === null || dots.byteLength !== bytesPerRow * heightDots
        ? failure('LABEL_HTML_UNUSABLE', { reason: fault || 'failed' })
        : done({ widthDots, heightDots, bytesPerRow, data: dots, dpi });
    },
    settle,
  };
}

type PrintReply = Extract<MessageToCore, { kind: 'print-reply' }>;

/** The core's end of printing through a driver: main has the windows. */
interface DriverFromMain extends DriverPrinter {
  settle(reply: PrintReply): void;
}

function driverFromMain(send: (message: MessageFromCore) => void): DriverFromMain {
  const { ask, settle } = numberedReplies<PrintReply>();
  return {
    async print(queue, title, pages) {
      const { answer } = await ask((id) =>
        send({ kind: 'print-request', id, queue, title, pages: pages.map((page) => ({ ...page })) }),
      );
      if (answer === 'taken') return happened({ level: 'accepted' });
      return answer === 'refused'
        ? didNotHappen('PRINTER_SPOOLER_REFUSED', { queue })
        : unknownOutcome('PRINTER_SPOOLER_SILENT', { queue });
    },
    settle,
  };
}

type ReplaceReply = Extract<MessageToCore, { kind: 'replace-reply' }>;

/** The core's end of an update: main alone can end the program and open it again. */
function replacingByMain(send: (message: MessageFromCore) => void) {
  const { ask, settle } = numberedReplies<ReplaceReply>();
  return {
    async replace(file: string): Promise<Outcome<null>> {
      const { code, params } = await ask((id) => send({ kind: 'replace-request', id, file }));
      if (code === '') return done(null);
      return failure(isErrorCode(code) ? code : 'INTERNAL', params);
    },
    settle,
  };
}

type KeyReply = Extract<MessageToCore, { kind: 'key-reply' }>;

/** The core's end of the key store: asks main by message, one numbered request for one reply. */
interface KeyStoreFromMain extends KeyStorePort {
  settle(reply: KeyReply): void;
}

function keyStoreFromMain(
  keyStore: StartMessage['keyStore'],
  send: (message: MessageFromCore) => void,
): KeyStoreFromMain {
  const { ask, settle } = numberedReplies<KeyReply>();
  const request = (action: 'wrap' | 'unwrap', bytes: Uint8Array) =>
    ask((id) => send({ kind: 'key-request', id, action, bytes }));
  return {
    backend: keyStore.backend,
    isAvailable: () => keyStore.isAvailable,
    async wrap(key) {
      const reply = await request('wrap', key);
      if (reply.bytes === null) throw new Error('the key store did not take the key');
      return reply.bytes;
    },
    async unwrap(wrapped) {
      return (await request('unwrap', wrapped)).bytes;
    },
    settle,
  };
}

type PathsReply = Extract<MessageToCore, { kind: 'paths-reply' }>;
type TokensReply = Extract<MessageToCore, { kind: 'tokens-reply' }>;

/** The core's end of the table of files that pages know by their tokens; main keeps it. */
interface FilesFromMain extends PageFiles {
  settlePaths(reply: PathsReply): void;
  settleTokens(reply: TokensReply): void;
}

function filesFromMain(send: (message: MessageFromCore) => void): FilesFromMain {
  const found = numberedReplies<PathsReply>();
  const handed = numberedReplies<TokensReply>();
  return {
    async find(fileTokens, purposes) {
      const request = { fileTokens: [...fileTokens], purposes: [...purposes] };
      const { paths } = await found.ask((id) => send({ kind: 'paths-request', id, ...request }));
      const known = paths.filter((path) => path !== null);
      return known.length === fileTokens.length ? done(known) : failure('FILE_TOKEN_GONE');
    },
    async hand(paths, purpose) {
      if (paths.length === 0) return [];
      const request = { paths: [...paths], purpose };
      const { fileTokens } = await handed.ask((id) => send({ kind: 'tokens-request', id, ...request }));
      return paths.map((path, at) => ({ fileToken: fileTokens[at] ?? '', name: basename(path) }));
    },
    settlePaths: found.settle,
    settleTokens: handed.settle,
  };
}
