import type { EventEmitter } from 'node:events';
import type { PrinterState } from '../../../shared/domain/printing/printer.ts';
import { type CallOutcome, didNotHappen, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type { StatusQuestion } from './printerLanguage.ts';
import {
  type PrinterHabits,
  type PrintReceipt,
  type TransportJob,
  unknownHabits,
  type Watched,
} from './printerTransport.ts';

/** The code of what waits for each fault a printer can name. */
const faultCodes = {
  'paper-out': 'PRINTER_PAPER_OUT',
  'head-open': 'PRINTER_HEAD_OPEN',
  offline: 'PRINTER_OFFLINE',
  error: 'PRINTER_NOT_READY',
} as const;
type NotReadyCode = (typeof faultCodes)[keyof typeof faultCodes];

/** Codes of a label that stayed here because its printer named a fault: it is asked again, however often. */
export const notReadyCodes: readonly NotReadyCode[] = Object.values(faultCodes);

/** The fault a printer names, as the code of what waits for it; null: it names none. */
export function notReadyCode(state: PrinterState): NotReadyCode | null {
  return (faultCodes as Partial<Record<PrinterState, NotReadyCode>>)[state] ?? null;
}

/** More than any status reply: a device that talks on is not one we understand. */
const maxReplyBytes = 2_048;

/** Takes an answer piece by piece: null while it is not complete. */
export function replyReader(question: StatusQuestion): (piece: Uint8Array) => PrinterState | null {
  let reply = Buffer.alloc(0);
  return (piece) => {
    reply = Buffer.concat([reply, piece]);
    return question.read(reply) ?? (reply.length > maxReplyBytes ? 'unknown' : null);
  };
}

/** One question over an open line; silence, garbage and a closed line are `unknown`. */
export function askOver(
  line: EventEmitter & { write(bytes: Uint8Array): unknown },
  question: StatusQuestion,
  waitMs: number,
): Promise<PrinterState> {
  const read = replyReader(question);
  return new Promise((resolve) => {
    const finish = (state: PrinterState): void => {
      clearTimeout(timer);
      line.off('data', listen);
      for (const end of ends) line.off(end, silent);
      resolve(state);
    };
    const silent = () => finish('unknown');
    const listen = (piece: Buffer): void => {
      const state = read(piece);
      if (state !== null) finish(state);
    };
    const timer = setTimeout(silent, waitMs);
    line.on('data', listen);
    for (const end of ends) line.on(end, silent);
    line.write(Buffer.from(question.query));
  });
}

const ends = ['end', 'close', 'error'] as const;

export interface WatchTiming {
  /** After a label the printer is asked until it is idle again: at most this long until it says busy, this far apart. */
  readonly confirmWaitMs: number;
  readonly confirmAskMs: number;
  /** A printer that is busy with the label is waited for this long. */
  readonly busyWaitMs: number;
  /** Instead of `confirmWaitMs`, for a printer that is known never to say busy. */
  readonly quietWaitMs: number;
}

/** Answers missed one after another until a printer counts as silent: it may not hear while it takes a picture. */
const mostMissed = 2;

/** The last part of a label lies in the memory of a slow printer, before the question: it takes this part of the label's time. */
export const slackOf = (sendingMs: number): number => sendingMs / 8;

/**
 * Printing seen to begin and to end without a fault is the device's own word that the label is out. An answer of
 * `ready` alone is not: a question may overtake the picture it follows.
 */
export async function watchPrinting(
  ask: () => Promise<PrinterState>,
  timing: WatchTiming,
  { neverBusy }: PrinterHabits,
  slackMs = 0,
): Promise<Watched> {
  let wasBusy = false;
  let last: PrinterState = 'unknown';
  let missed = 0;
  let limitMs = slackMs + (neverBusy ? timing.quietWaitMs : timing.confirmWaitMs);
  const startedAt = performance.now();
  for (let waitedMs = 0; waitedMs < limitMs; waitedMs += timing.confirmAskMs) {
    last = await ask();
    missed = last === 'unknown' ? missed + 1 : 0;
    if (missed >= mostMissed && performance.now() - startedAt >= slackMs) return 'silent';
    if (last === 'busy') {
      wasBusy = true;
      limitMs = slackMs + timing.busyWaitMs;
    } else if (last === 'ready' && wasBusy) return 'printed';
    else if (notReadyCode(last) !== null) return 'fault';
    await new Promise((resolve) => setTimeout(resolve, timing.confirmAskMs));
  }
  if (last === 'unknown') return 'silent';
  return wasBusy ? 'still-busy' : 'only-ready';
}

/** Known to answer, and after the label it did not, or was not done with it: nobody knows what came out. */
export const isWithoutWord = (watched: Watched | null): boolean =>
  watched === 'silent' || watched === 'still-busy';

/**
 * One label to a printer that can be asked (null: it cannot): a fault it names keeps the label here, and afterwards it is
 * watched until it is idle.
 */
export async function sendAsked(
  ask: (() => Promise<PrinterState>) | null,
  path: string,
  timing: WatchTiming,
  { habits = unknownHabits, learn }: Pick<TransportJob, 'habits' | 'learn'>,
  send: () => Promise<CallOutcome<PrintReceipt>>,
): Promise<CallOutcome<PrintReceipt>> {
  if (ask === null) return send();
  const fault = notReadyCode(await ask());
  if (fault !== null) return didNotHappen(fault, { path });
  const startedAt = performance.now();
  const outcome = await send();
  if (!outcome.ok) return outcome;
  const watched = await watchPrinting(ask, timing, habits, slackOf(performance.now() - startedAt));
  learn?.({ closed: null, watched });
  if (isWithoutWord(watched)) return unknownOutcome('PRINTER_WITHOUT_WORD', { place: path });
  return happened({ level: watched === 'printed' ? 'confirmed' : 'accepted' });
}
