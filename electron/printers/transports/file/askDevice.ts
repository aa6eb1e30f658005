import { closeSync, read, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterState } from '../../kit/printerTransport.ts';
import type { DeviceTiming } from './deviceTiming.ts';
import { openDevice } from './openDevice.ts';

const readPiece = promisify(read);
const pause = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs));
const maxReplyBytes = 2_048;

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
  let reply = Buffer.alloc(0);
  const piece = Buffer.alloc(maxReplyBytes);
  for (let waitedMs = 0; waitedMs < timing.statusWaitMs; waitedMs += timing.retryMs) {
    const got = await readPiece(file, piece, 0, piece.length, null).then(
      ({ bytesRead }) => bytesRead,
      () => 0,
    );
    reply = Buffer.concat([reply, piece.subarray(0, got)]);
    if (reply.length > maxReplyBytes) return 'unknown';
    const state = got > 0 ? question.read(reply) : null;
    if (state !== null) return state;
    await pause(timing.retryMs);
  }
  return 'unknown';
}
