import { closeSync, constants, fstatSync, openSync, read, write, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { promisify } from 'node:util';
import {
  type CallOutcome,
  didNotHappen,
  happened,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import { systemCodeOf } from '../../../platform/expectedFailure.ts';
import { replyReader, type WatchTiming } from '../../kit/askPrinter.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterState, PrintReceipt, TransportJob } from '../../kit/printerTransport.ts';

/** Limits of one label through a device file, in milliseconds unless said. */
export interface DeviceTiming extends WatchTiming {
  /** No byte taken for this long means the printer has stopped: paper out, cover, pause. */
  readonly stallTimeoutMs: number;
  /** A device that takes nothing just now is tried again this often. */
  readonly retryMs: number;
  readonly statusWaitMs: number;
  readonly pieceBytes: number;
}

export const deviceTiming: DeviceTiming = {
  stallTimeoutMs: 30_000,
  retryMs: 20,
  statusWaitMs: 1_500,
  confirmWaitMs: 6_000,
  confirmAskMs: 250,
  busyWaitMs: 20_000,
  quietWaitMs: 300,
  // The kernel's USB printer driver takes one buffer of this size at a time.
  pieceBytes: 8_192,
};

/** Never created, never waited for, never the controlling terminal of this process. */
const deviceFlags = constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * Opens a printer's device file and refuses everything else: a regular file is no printer and must not be overwritten,
 * a terminal line changes bytes on their way (that is what `serial:` is for). Pipes serve tests and filters.
 */
export function openDevice(path: string, access: 'write' | 'ask'): CallOutcome<number> {
  const mode = access === 'write' ? constants.O_WRONLY : constants.O_RDWR;
  let file: number;
  try {
    file = openSync(path, mode | deviceFlags);
  } catch (error) {
    const cause = systemCodeOf(error) || 'error';
    return didNotHappen('PRINTER_DEVICE_UNAVAILABLE', { path, cause });
  }
  const found = fstatSync(file);
  const isPipe = access === 'write' && found.isFIFO();
  if ((found.isCharacterDevice() && !isatty(file)) || isPipe) return happened(file);
  closeSync(file);
  return didNotHappen('PRINTER_DEVICE_REFUSED', { path });
}

const readPiece = promisify(read);
const pause = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs));
const readAtOnce = 2_048;

/** Asks a device that can be read from; silence, one-way cables and pipes are `unknown`. */
export async function askDevice(
  path: string,
  question: StatusQuestion | null,
  timing: DeviceTiming,
): Promise<PrinterState> {
  const opened = openDevice(path, 'ask');
  if (!opened.ok) {
    const isAway = ['ENOENT', 'ENXIO', 'ENODEV'].includes(String(opened.params?.cause));
    return isAway ? 'offline' : opened.params?.cause === 'EBUSY' ? 'busy' : 'unknown';
  }
  if (question === null) {
    closeSync(opened.value);
    return 'unknown';
  }
  try {
    writeSync(opened.value, question.query);
    return await readAnswer(opened.value, question, timing);
  } catch {
    return 'unknown';
  } finally {
    closeSync(opened.value);
  }
}

async function readAnswer(
  file: number,
  question: StatusQuestion,
  timing: DeviceTiming,
): Promise<PrinterState> {
  const take = replyReader(question);
  const piece = Buffer.alloc(readAtOnce);
  for (let waitedMs = 0; waitedMs < timing.statusWaitMs; waitedMs += timing.retryMs) {
    const got = await readPiece(file, piece, 0, piece.length, null).then(
      ({ bytesRead }) => bytesRead,
      () => 0,
    );
    const state = got > 0 ? take(piece.subarray(0, got)) : null;
    if (state !== null) return state;
    await pause(timing.retryMs);
  }
  return 'unknown';
}

const writePiece = promisify(write);

/** Nothing of the piece was taken: the device is full for now. */
const isFull = (cause: string): boolean => cause === 'EAGAIN' || cause === 'EINTR';

/** Refusals by which the kernel says that it took nothing of the first piece. */
const tookNothing: readonly string[] = ['ENOSPC', 'EINVAL', 'EPERM', 'ENXIO', 'EPIPE', 'EBADF'];

/**
 * Writes one label in pieces; the device may take part of a piece, or nothing for a while. `did-not-happen` only while
 * no byte was taken; from the first one on every fault is `unknown`, and nothing is written again.
 */
export async function writeDevice(
  file: number,
  path: string,
  { bytes, onMoving }: Pick<TransportJob, 'bytes' | 'onMoving'>,
  timing: DeviceTiming,
): Promise<CallOutcome<PrintReceipt>> {
  let taken = 0;
  let waitedMs = 0;
  while (taken < bytes.length) {
    const piece = bytes.subarray(taken, taken + timing.pieceBytes);
    try {
      const { bytesWritten } = await writePiece(file, piece);
      taken += bytesWritten;
      waitedMs = 0;
      onMoving?.();
      continue;
    } catch (error) {
      const cause = systemCodeOf(error) || 'error';
      if (!isFull(cause)) {
        const params = { path, cause };
        return taken === 0 && tookNothing.includes(cause)
          ? didNotHappen('PRINTER_DEVICE_UNAVAILABLE', params)
          : unknownOutcome('PRINTER_DEVICE_BROKE_OFF', params);
      }
    }
    if (waitedMs >= timing.stallTimeoutMs)
      return taken === 0
        ? didNotHappen('PRINTER_DEVICE_UNAVAILABLE', { path, cause: 'EAGAIN' })
        : unknownOutcome('PRINTER_DEVICE_STALLED', { path });
    await pause(timing.retryMs);
    waitedMs += timing.retryMs;
  }
  return happened({ level: 'accepted' });
}
