import { write } from 'node:fs';
import { promisify } from 'node:util';
import {
  type CallOutcome,
  didNotHappen,
  happened,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import type { PrintReceipt } from '../../kit/printerTransport.ts';
import type { DeviceTiming } from './deviceTiming.ts';

const writePiece = promisify(write);
const pause = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs));

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
  bytes: Uint8Array,
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
      continue;
    } catch (error) {
      const cause = (error as NodeJS.ErrnoException).code ?? 'error';
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
