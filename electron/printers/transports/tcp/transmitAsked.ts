import { connect, type Socket } from 'node:net';
import {
  type CallOutcome,
  didNotHappen,
  happened,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import { askOver, notReadyCode, watchPrinting } from '../../kit/askPrinter.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterState, PrinterTarget, PrintReceipt } from '../../kit/printerTransport.ts';
import type { TcpTiming, Transmission } from './transmit.ts';

/** Every byte with back-pressure; how many the system took of it is not told, so each fault is one of the middle. */
async function writeAll(
  socket: Socket,
  bytes: Uint8Array,
  timing: TcpTiming,
): Promise<'taken' | 'stalled' | 'lost'> {
  for (let at = 0; at < bytes.length; at += timing.pieceBytes) {
    const piece = bytes.subarray(at, at + timing.pieceBytes);
    const result = await new Promise<'taken' | 'stalled' | 'lost'>((resolve) => {
      const finish = (how: 'taken' | 'stalled' | 'lost'): void => {
        clearTimeout(timer);
        socket.off('close', lost).off('end', lost);
        resolve(how);
      };
      const lost = () => finish('lost');
      const timer = setTimeout(() => finish('stalled'), timing.stallTimeoutMs);
      socket.on('close', lost).on('end', lost);
      socket.write(piece, (error) => finish(error ? 'lost' : 'taken'));
    });
    if (result !== 'taken') return result;
  }
  return 'taken';
}

/**
 * Half-closes, then waits for the printer's own close or a bounded time, for some devices never close. false: the line
 * broke instead, and with it perhaps what the system still held for the printer.
 */
function closeLine(socket: Socket, timing: TcpTiming): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (isSound: boolean): void => {
      clearTimeout(timer);
      socket.off('end', sound).off('close', broken);
      resolve(isSound);
    };
    const sound = () => finish(true);
    const broken = () => finish(false);
    const timer = setTimeout(sound, timing.closeWaitMs);
    if (socket.destroyed || socket.readableEnded) {
      broken();
      return;
    }
    socket.on('end', sound).on('close', broken);
    socket.end();
  });
}

async function converse(
  target: PrinterTarget,
  socket: Socket,
  bytes: Uint8Array,
  question: StatusQuestion,
  timing: TcpTiming,
): Promise<CallOutcome<PrintReceipt>> {
  const place = { host: target.host, port: target.port };
  const before = await askOver(socket, question, timing.statusWaitMs);
  const fault = notReadyCode(before);
  // The label stays here.
  if (fault !== null) return didNotHappen(fault, place);
  if (socket.destroyed || socket.readableEnded)
    return didNotHappen('PRINTER_UNREACHABLE', { ...place, cause: 'closed' });
  const written = await writeAll(socket, bytes, timing);
  if (written === 'stalled') return unknownOutcome('PRINTER_STALLED', place);
  if (written === 'lost') return unknownOutcome('PRINTER_CONNECTION_LOST', { ...place, cause: 'closed' });
  const level = await watchPrinting(() => askOver(socket, question, timing.statusWaitMs), timing);
  const isClosed = await closeLine(socket, timing);
  return isClosed || level === 'confirmed'
    ? happened({ level })
    : unknownOutcome('PRINTER_CONNECTION_LOST', { ...place, cause: 'closed' });
}

/**
 * One label over one connection to a printer that answers: its state is asked before the label, so that paper out or an
 * open head keeps the label here, and after it until it is idle again.
 */
export function transmitAsked(
  target: PrinterTarget,
  bytes: Uint8Array,
  question: StatusQuestion,
  timing: TcpTiming,
): Transmission {
  const line = connectLine(target, timing);
  const outcome = line.opened.then(async (opened): Promise<CallOutcome<PrintReceipt>> => {
    if (!opened.ok) return opened;
    const result = await converse(target, opened.value, bytes, question, timing);
    if (result.ok) {
      opened.value.unref();
      setTimeout(() => opened.value.destroy(), timing.lingerMs).unref();
    } else opened.value.destroy();
    return result;
  });
  return { outcome, closed: line.closed };
}

/** Opens a connection whose input is always read: unread input would make the kernel reset it and cut the label. */
function connectLine(
  target: PrinterTarget,
  timing: TcpTiming,
): { readonly opened: Promise<CallOutcome<Socket>>; readonly closed: Promise<void> } {
  const place = { host: target.host, port: target.port };
  const socket = connect({ ...place, allowHalfOpen: true, noDelay: true });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const opened = new Promise<CallOutcome<Socket>>((resolve) => {
    const fail = (cause: string): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(didNotHappen('PRINTER_UNREACHABLE', { ...place, cause }));
    };
    const timer = setTimeout(() => fail('timeout'), timing.connectTimeoutMs);
    socket.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'error'));
    socket.once('close', () => fail('closed'));
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(happened(socket));
    });
    socket.resume();
  });
  return { opened, closed };
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
  const opened = await connectLine(target, timing).opened;
  if (!opened.ok) return 'offline';
  try {
    return question === null ? 'unknown' : await askOver(opened.value, question, timing.statusWaitMs);
  } finally {
    opened.value.destroy();
  }
}
