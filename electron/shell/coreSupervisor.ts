import type { CoreState, UpgradeListener } from '../../shared/contracts/bridge.ts';
import type { ErrorParams, Outcome } from '../../shared/errors/outcome.ts';
import {
  type ClosedBecause,
  type MessageFromCore,
  type MessageToCore,
  messageFromCore,
  type StartMessage,
} from '../ipc/coreMessages.ts';
import type { Clock } from '../platform/clock.ts';
import type { KeyStorePort } from '../vault/keyStorePort.ts';
import type { WorkInHand } from './closing.ts';
import type { HandedFiles } from './handedFiles.ts';
import type { Notice } from './showNotice.ts';

interface SupervisorParts<Port> {
  readonly fork: () => CoreProcess<Port>;
  readonly start: Omit<StartMessage, 'heldKey' | 'isLockedByHand' | 'installed'>;
  readonly keyStore: KeyStorePort;
  readonly files: HandedFiles;
  readonly clock: Clock;
  readonly onState: (state: CoreState) => void;
  /** A new core runs: whoever holds a page hands over a new port. */
  readonly onForked: () => void;
  /** The core serves the page no more, and says why. */
  readonly onPortClosed: (because: ClosedBecause) => void;
  /** Alarms, to be shown on the desktop. */
  readonly onNotice: (notice: Notice) => void;
  readonly onCamera: (isAllowed: boolean) => void;
  /** What closing the program would interrupt; nothing, once the core is down. */
  readonly onWork: (work: WorkInHand) => void;
  readonly onUpgrade: UpgradeListener;
  readonly onRefused: (code: string, params: ErrorParams) => void;
  readonly installed: StartMessage['installed'];
  /** Has a checked version take the place of this program; it must not throw. */
  readonly replaceProgram: (file: string) => Promise<Outcome<null>>;
  /** Draws a carrier's label; it may take seconds and must not throw. */
  readonly drawHtml: (request: HtmlRequest) => Promise<Drawn>;
  /** Prints pages through a printer's driver; it must not throw. */
  readonly printPages: (request: PrintRequest) => Promise<PrintReply['answer']>;
}

type PrintRequest = Extract<MessageFromCore, { kind: 'print-request' }>;
type PrintReply = Extract<MessageToCore, { kind: 'print-reply' }>;

type HtmlRequest = Extract<MessageFromCore, { kind: 'html-request' }>;
/** Dots, or a word for why there are none. */
type Drawn = { readonly dots: Uint8Array } | { readonly fault: string };

interface CoreSupervisor<Port> {
  start(): void;
  /** Gives the running core a page's port. false: there is none now, `onForked` will come. */
  handOver(port: Port): boolean;
  /** The computer was locked or goes to sleep. A core that is just being started was opened by nobody at the window. */
  sendAway(): void;
  /** What closing the window now would interrupt; null: there is no core, and nothing. */
  work(): Promise<WorkInHand | null>;
  /** Lets the core finish, kills it after `graceMs` and waits that long once more; it is not started again. */
  stop(graceMs: number): Promise<void>;
}

/** A core that does not answer for so long is busy with something: that is work in hand. */
const answerPatienceMs = 2_000;

/** Asks a core what it has in hand. */
function workQuestions<Port>(clock: Clock) {
  const asked: ((work: WorkInHand) => void)[] = [];
  return {
    async ask(core: CoreProcess<Port>, whenGone: Promise<void>): Promise<WorkInHand | null> {
      const answered = new Promise<WorkInHand>((resolve) => {
        asked.push(resolve);
      });
      core.send({ kind: 'work-question' });
      const late = new AbortController();
      const work = await Promise.race([
        answered,
        whenGone.then(() => null),
        clock
          .sleep(answerPatienceMs, late.signal)
          .then(() => ({ bookings: 0, labels: 0, isStarting: true, isMoving: false })),
      ]);
      late.abort();
      return work;
    },
    answer(work: WorkInHand): void {
      for (const settle of asked.splice(0)) settle(work);
    },
  };
}

type Told = Extract<MessageFromCore, { readonly kind: 'port-closed' | 'notice' | 'camera' | 'upgrade' }>;

/** What the core only tells; true: this was such a word. */
function passOn<Port>(parts: SupervisorParts<Port>, message: MessageFromCore): message is Told {
  if (message.kind === 'port-closed') parts.onPortClosed(message.because);
  else if (message.kind === 'notice') parts.onNotice(message);
  else if (message.kind === 'camera') parts.onCamera(message.isAllowed);
  else if (message.kind === 'upgrade') parts.onUpgrade(message.progress);
  else return false;
  return true;
}

/** Keeps one core alive: starts it, answers its requests, starts it again when it died without being told to. */
export function coreSupervisor<Port>(parts: SupervisorParts<Port>): CoreSupervisor<Port> {
  let core: CoreProcess<Port> | null = null;
  let isRefused = false;
  let heldKey: StartMessage['heldKey'] = null;
  let isLockedByHand = false;
  const questions = workQuestions<Port>(parts.clock);
  let crashTimes: readonly number[] = [];
  let whenGone: Promise<void> = Promise.resolve();
  const stopping = new AbortController();

  function start() {
    isRefused = false;
    parts.onState('down');
    const started = parts.fork();
    core = started;
    started.onMessage((raw) => {
      const message = messageFromCore.safeParse(raw);
      // A core that talks nonsense has a bug somewhere: a fresh one is safer than guessing.
      if (message.success) receive(started, message.data);
      else started.kill();
    });
    whenGone = new Promise((resolve) => {
      started.onExit(() => {
        core = null;
        resolve();
        if (!stopping.signal.aborted && !isRefused) void restart();
      });
    });
    started.send({ ...parts.start, installed: parts.installed, heldKey, isLockedByHand });
    parts.onForked();
  }

  async function restart() {
    const now = parts.clock.now();
    crashTimes = [...crashTimes.filter((time) => now - time < crashMemoryMs), now];
    parts.onState('down');
    await parts.clock.sleep(restartDelayMs(crashTimes.length), stopping.signal);
    if (!stopping.signal.aborted) start();
  }

  function receive(from: CoreProcess<Port>, message: MessageFromCore) {
    if (message.kind === 'ready') parts.onState('up');
    else if (message.kind === 'hold-key') {
      heldKey = message.heldKey;
      isLockedByHand = heldKey === null;
    } else if (message.kind === 'refused') {
      isRefused = true;
      from.kill();
      parts.onState('refused');
      parts.onRefused(message.code, message.params);
    } else if (message.kind === 'work') {
      parts.onWork(message);
      questions.answer(message);
    } else if (passOn(parts, message)) return;
    else if (message.kind === 'replace-request') void answerReplacing(parts, from, message);
    else if (isForWindow(message)) void answerInWindow(parts, from, message);
    else answerRequest(parts, from, message);
  }

  return {
    start,
    handOver(port) {
      core?.send({ kind: 'page-port' }, [port]);
      return core !== null;
    },
    sendAway: () => core?.send({ kind: 'away' }),
    work: async () => (core === null ? null : questions.ask(core, whenGone)),
    async stop(graceMs) {
      stopping.abort();
      const last = core;
      if (last === null) return;
      last.send({ kind: 'stop' });
      await goneWithin(parts.clock, whenGone, graceMs);
      if (core === null) return;
      last.kill();
      // An end that nobody notices must not keep the program open.
      await goneWithin(parts.clock, whenGone, graceMs);
    },
  };
}

/** Resolves when the core has gone, or when so long has passed. */
async function goneWithin(clock: Clock, whenGone: Promise<void>, graceMs: number): Promise<void> {
  const patience = new AbortController();
  await Promise.race([whenGone, clock.sleep(graceMs, patience.signal)]);
  patience.abort();
}

type Request = Extract<MessageFromCore, { kind: 'key-request' | 'paths-request' | 'tokens-request' }>;

function answerRequest<Port>(
  { keyStore, files }: Pick<SupervisorParts<Port>, 'keyStore' | 'files'>,
  core: CoreProcess<Port>,
  request: Request,
): void {
  if (request.kind === 'key-request') void answerKeyRequest(keyStore, core, request);
  else answerFileRequest(files, core, request);
}

async function answerKeyRequest<Port>(
  keyStore: KeyStorePort,
  core: CoreProcess<Port>,
  request: Extract<MessageFromCore, { kind: 'key-request' }>,
): Promise<void> {
  const { id, action, bytes } = request;
  try {
    const answer = action === 'wrap' ? await keyStore.wrap(bytes) : await keyStore.unwrap(bytes);
    core.send({ kind: 'key-reply', id, bytes: answer });
  } catch {
    // The store went away since the start. The core sees a key that was not taken and writes nothing.
    core.send({ kind: 'key-reply', id, bytes: null });
  }
}

function answerFileRequest<Port>(
  files: HandedFiles,
  core: CoreProcess<Port>,
  request: Extract<MessageFromCore, { kind: 'paths-request' | 'tokens-request' }>,
): void {
  const { id } = request;
  if (request.kind === 'paths-request')
    core.send({ kind: 'paths-reply', id, paths: [...files.pathsOf(request.fileTokens, request.purposes)] });
  else {
    const handed = files.hand(request.paths, request.purpose);
    core.send({ kind: 'tokens-reply', id, fileTokens: handed.map(({ fileToken }) => fileToken) });
  }
}

async function answerReplacing<Port>(
  { replaceProgram }: Pick<SupervisorParts<Port>, 'replaceProgram'>,
  core: CoreProcess<Port>,
  { id, file }: Extract<MessageFromCore, { kind: 'replace-request' }>,
): Promise<void> {
  const replaced = await replaceProgram(file);
  const [code, params] = replaced.ok ? ['', {}] : [replaced.code, { ...replaced.params }];
  core.send({ kind: 'replace-reply', id, code, params });
}

const isForWindow = (message: MessageFromCore): message is HtmlRequest | PrintRequest =>
  message.kind === 'html-request' || message.kind === 'print-request';

/** What only a window can do: drawing a carrier's label, printing pages through a driver. */
async function answerInWindow<Port>(
  { drawHtml, printPages }: Pick<SupervisorParts<Port>, 'drawHtml' | 'printPages'>,
  core: CoreProcess<Port>,
  request: HtmlRequest | PrintRequest,
): Promise<void> {
  const { id } = request;
  if (request.kind === 'print-request') {
    core.send({ kind: 'print-reply', id, answer: await printPages(request) });
    return;
  }
  const drawn = await drawHtml(request);
  if ('dots' in drawn) core.send({ kind: 'html-reply', id, dots: drawn.dots, fault: '' });
  else core.send({ kind: 'html-reply', id, dots: null, fault: drawn.fault });
}

const quickDelaysMs = [0, 100, 400, 800] as const;
const slowDelayMs = 15_000;

/** Crashes older than this no longer count. */
const crashMemoryMs = 60_000;

/**
 * How long to wait before the core is started again, given how often it died within `crashMemoryMs` (this time
 * included). The first four come back within 2 s; a core that keeps dying would otherwise eat the machine.
 */
function restartDelayMs(recentCrashes: number): number {
  return quickDelaysMs[recentCrashes - 1] ?? slowDelayMs;
}

/** One run of the core, seen from main. `Port` is Electron's MessagePortMain; tests use what they like. */
export interface CoreProcess<Port> {
  send(message: MessageToCore, ports?: readonly Port[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, however the process ended. */
  onExit(listener: () => void): void;
  kill(): void;
}
