import { connect, type Socket } from 'node:net';
import {
  type CallOutcome,
  didNotHappen,
  happened,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import {
  askOver,
  isWithoutWord,
  notReadyCode,
  slackOf,
  type WatchTiming,
  watchPrinting,
} from '../../kit/askPrinter.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import {
  type PrinterHabits,
  type PrinterState,
  type PrinterTarget,
  type PrintReceipt,
  type TransportJob,
  unknownHabits,
} from '../../kit/printerTransport.ts';
import { endsOf, type UnsentBytes } from './unsentBytes.ts';

/** Limits of one raw connection, in milliseconds unless said. */
export interface TcpTiming extends WatchTiming {
  readonly connectTimeoutMs: number;
  /** A piece the printer does not take for this long means it has stopped: paper out, cover, pause. */
  readonly stallTimeoutMs: number;
  /** After the last byte: some devices never close, and all bytes are taken by then. */
  readonly closeWaitMs: number;
  /** The same for a device that is known to close, before its label is in doubt. */
  readonly knownCloseWaitMs: number;
  /** The same, and `handOverMs`, for a device that is known never to close. */
  readonly openWaitMs: number;
  /** The next label waits this long for the connection before it to be closed: many devices take only one. */
  readonly handOverMs: number;
  /** An accepted connection is drained at most this long: closed earlier, a late word of the device cuts its label. */
  readonly lingerMs: number;
  readonly statusWaitMs: number;
  readonly pieceBytes: number;
  /** A slow printer's label may lie in the buffers of this computer: this often it is looked whether it still does. */
  readonly unsentAskMs: number;
  /**
   * A device that closes this soon behind the last byte has read to it. To look at all connections of this computer takes 2 to 20 ms,
   * as long as all else about a label.
   */
  readonly promptCloseMs: number;
}

export const tcpTiming: TcpTiming = {
  connectTimeoutMs: 5_000,
  stallTimeoutMs: 30_000,
  closeWaitMs: 1_000,
  knownCloseWaitMs: 5_000,
  openWaitMs: 200,
  handOverMs: 1_500,
  lingerMs: 15_000,
  statusWaitMs: 1_500,
  confirmWaitMs: 6_000,
  confirmAskMs: 250,
  busyWaitMs: 20_000,
  quietWaitMs: 300,
  pieceBytes: 8_192,
  unsentAskMs: 250,
  promptCloseMs: 100,
};

interface Transmission {
  readonly outcome: Promise<CallOutcome<PrintReceipt>>;
  /** The connection is gone; it may outlive the outcome when the device does not close. */
  readonly closed: Promise<void>;
}

/**
 * One label over one connection: pieces with back-pressure, then a half-close, then the printer's close or a bounded wait.
 * Nothing written yet: `did-not-happen`; from the first piece on every fault is `unknown`. A printer that answers
 * (`question`) is asked before the label, so that paper out or an open head keeps it here, and after it until it is idle.
 * A label counts as taken when nothing of it lies in this computer any more (`unsent`): a slow printer is waited for, one
 * that takes nothing for `stallTimeoutMs` has stopped. One that is known to close or to answer, and does neither, has not
 * said that it took the label.
 */
export function transmit(
  target: PrinterTarget,
  job: TransportJob,
  question: StatusQuestion | null,
  timing: TcpTiming,
  unsent: UnsentBytes,
): Transmission {
  const line = connectLine(target, timing);
  const outcome = line.opened.then(async (opened): Promise<CallOutcome<PrintReceipt>> => {
    if (!opened.ok) return opened;
    const { socket } = line;
    const result = await converse(line, job, question, { timing, unsent });
    if (!result.ok) socket.destroy();
    else {
      socket.unref();
      const lingering = setTimeout(() => socket.destroy(), timing.lingerMs);
      lingering.unref();
      void line.closed.then(() => clearTimeout(lingering));
    }
    return result;
  });
  return { outcome, closed: line.closed };
}

interface Line {
  readonly socket: Socket;
  readonly place: { readonly host: string; readonly port: number };
  readonly opened: Promise<CallOutcome<null>>;
  readonly closed: Promise<void>;
  /** Why it broke, in the system's word for it. */
  cause(): string;
}

/** Opens a connection whose input is always read: unread input would make the kernel reset it and cut the label. */
function connectLine({ host, port }: PrinterTarget, timing: TcpTiming): Line {
  const place = { host, port };
  const socket = connect({ ...place, allowHalfOpen: true, noDelay: true });
  let cause = 'closed';
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const opened = new Promise<CallOutcome<null>>((resolve) => {
    const fail = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(didNotHappen('PRINTER_UNREACHABLE', { ...place, cause }));
    };
    const timer = setTimeout(() => {
      cause = 'timeout';
      fail();
    }, timing.connectTimeoutMs);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      cause = error.code ?? 'error';
    });
    socket.once('close', fail);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('close', fail);
      resolve(happened(null));
    });
    socket.resume();
  });
  return { socket, place, opened, closed, cause: () => cause };
}

interface Means {
  readonly timing: TcpTiming;
  readonly unsent: UnsentBytes;
}

async function converse(
  { socket, place, cause }: Line,
  { bytes, habits = unknownHabits, learn, onMoving = () => undefined }: TransportJob,
  question: StatusQuestion | null,
  { timing, unsent }: Means,
): Promise<CallOutcome<PrintReceipt>> {
  const ends = endsOf(socket);
  const left = async () => (ends === null ? null : unsent(ends));
  const ask = question === null ? null : () => answerOf(socket, question, timing);
  if (ask !== null) {
    const fault = notReadyCode(await ask());
    // The label stays here.
    if (fault !== null) return didNotHappen(fault, place);
    if (isGone(socket)) return didNotHappen('PRINTER_UNREACHABLE', { ...place, cause: cause() });
  }
  const broken = (how: Closing) =>
    how === 'stalled'
      ? unknownOutcome('PRINTER_STALLED', place)
      : unknownOutcome('PRINTER_CONNECTION_LOST', { ...place, cause: cause() });
  const startedAt = performance.now();
  const written = await writeAll(socket, bytes, timing, onMoving);
  if (written !== 'taken') return broken(written);
  const drained = ask === null ? 'taken' : await untilTaken(socket, left, timing, onMoving);
  if (drained !== 'taken') return broken(drained);
  const slackMs = slackOf(performance.now() - startedAt);
  const watched = ask === null ? null : await watchPrinting(ask, timing, habits, slackMs);
  const ended = await closeLine(socket, { timing, left, onMoving, waitMs: closeWaitOf(habits, timing) });
  learn?.({ closed: ended === 'open' ? false : ended === 'closed' ? true : null, watched });
  if (watched === 'printed') return happened({ level: 'confirmed' });
  if (ended === 'closed') return happened({ level: 'accepted' });
  if (ended !== 'open') return broken(ended);
  return habits.closes === true || isWithoutWord(watched)
    ? unknownOutcome('PRINTER_WITHOUT_WORD', { place: `${place.host}:${place.port}` })
    : happened({ level: 'accepted' });
}

const answerOf = async (
  socket: Socket,
  question: StatusQuestion,
  { statusWaitMs }: TcpTiming,
): Promise<PrinterState> => (isGone(socket) ? 'unknown' : askOver(socket, question, statusWaitMs));

function closeWaitOf({ closes }: PrinterHabits, timing: TcpTiming): number {
  if (closes === null) return timing.closeWaitMs;
  return closes ? timing.knownCloseWaitMs : timing.openWaitMs;
}

type Taking = 'taken' | 'stalled' | 'lost';
/** `open`: everything is with the system, and the printer did not close in the time it had. */
type Closing = 'closed' | 'open' | 'stalled' | 'lost';

const isGone = (socket: Socket): boolean => socket.destroyed || socket.readableEnded;

/** Waits for `start` to be through; a line that closes or ends first is lost, one that does nothing stalls. */
function through(
  socket: Socket,
  stallTimeoutMs: number,
  start: (done: (error?: Error | null) => void) => void,
): Promise<Taking> {
  return new Promise((resolve) => {
    const finish = (how: Taking): void => {
      clearTimeout(timer);
      socket.off('close', lost).off('end', lost);
      resolve(how);
    };
    const lost = () => finish('lost');
    const timer = setTimeout(() => finish('stalled'), stallTimeoutMs);
    if (isGone(socket)) return lost();
    socket.on('close', lost).on('end', lost);
    start((error) => {
      // After a fault the line closes, and then its cause is known.
      if (!error) finish('taken');
    });
  });
}

/** Every byte with back-pressure; how many of them the system took is not known, so each fault is one of the middle. */
async function writeAll(
  socket: Socket,
  bytes: Uint8Array,
  timing: TcpTiming,
  onMoving: () => void,
): Promise<Taking> {
  for (let at = 0; at < bytes.length; at += timing.pieceBytes) {
    const piece = bytes.subarray(at, at + timing.pieceBytes);
    const taking = await through(socket, timing.stallTimeoutMs, (done) => socket.write(piece, done));
    if (taking !== 'taken') return taking;
    onMoving();
  }
  return 'taken';
}

type Left = () => Promise<number | null>;

/** Waits for what lies in this computer as long as it becomes less. */
async function untilTaken(
  socket: Socket,
  left: Left,
  { stallTimeoutMs, unsentAskMs }: TcpTiming,
  onMoving: () => void,
): Promise<Taking> {
  let least = Number.POSITIVE_INFINITY;
  let stillMs = 0;
  for (;;) {
    const now = await left();
    if (now === null || now === 0) return 'taken';
    if (now < least) {
      least = now;
      stillMs = 0;
      onMoving();
    } else if (stillMs >= stallTimeoutMs) return 'stalled';
    await new Promise((resolve) => setTimeout(resolve, unsentAskMs));
    stillMs += unsentAskMs;
    // Cut off while something was on its way.
    if (socket.errored !== null) return 'lost';
  }
}

interface Ending {
  readonly timing: TcpTiming;
  readonly left: Left;
  readonly onMoving: () => void;
  readonly waitMs: number;
}

/**
 * Half-closes, then waits for the printer's own close or a bounded time, for some devices never close. One that has not
 * taken everything by then has as long as it goes on taking, and that time once more.
 */
async function closeLine(socket: Socket, { timing, left, onMoving, waitMs }: Ending): Promise<Closing> {
  const startedAt = performance.now();
  const wasEnded = socket.readableEnded;
  const flushed = await through(socket, timing.stallTimeoutMs, (done) => socket.end(done));
  if (flushed !== 'taken') return flushed;
  const ended = await endOf(socket, waitMs);
  const isPrompt = ended === 'closed' && !wasEnded && performance.now() - startedAt < timing.promptCloseMs;
  if (isPrompt || ended === 'lost' || ((await left()) ?? 0) === 0) return ended;
  const taken = await untilTaken(socket, left, timing, onMoving);
  if (taken !== 'taken') return taken;
  return ended === 'closed' ? ended : endOf(socket, waitMs + slackOf(performance.now() - startedAt));
}

function endOf(socket: Socket, waitMs: number): Promise<'closed' | 'open' | 'lost'> {
  if (socket.readableEnded) return Promise.resolve('closed');
  return new Promise((resolve) => {
    const finish = (how: 'closed' | 'open' | 'lost'): void => {
      clearTimeout(timer);
      socket.off('end', ended).off('close', lost);
      resolve(how);
    };
    const ended = () => finish('closed');
    const lost = () => finish('lost');
    const timer = setTimeout(() => finish('open'), waitMs);
    if (socket.destroyed) return lost();
    socket.on('end', ended).on('close', lost);
  });
}

/**
 * Asks on a connection of its own. Silence is `unknown`: several printers do not answer with the head open or
 * the paper out. `offline` only when no connection comes about.
 */
export async function askStatus(
  target: PrinterTarget,
  question: StatusQuestion | null,
  timing: TcpTiming,
): Promise<PrinterState> {
  const { socket, opened } = connectLine(target, timing);
  if (!(await opened).ok) return 'offline';
  try {
    return question === null ? 'unknown' : await askOver(socket, question, timing.statusWaitMs);
  } finally {
    socket.destroy();
  }
}
