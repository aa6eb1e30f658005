import type { PrinterState } from '../../../../shared/domain/printer.ts';
import {
  type CallOutcome,
  didNotHappen,
  happened,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import type { PrintReceipt } from '../../kit/printerTransport.ts';
import { type IppGroup, valuesOf } from './ippMessage.ts';

/** `job-state` of RFC 8011. */
const job = {
  pending: 3,
  held: 4,
  processing: 5,
  stopped: 6,
  canceled: 7,
  aborted: 8,
  completed: 9,
} as const;

/** `printer-state-reasons` that name a fault; the severity (`-error`, `-warning`) may follow. */
const reasons: readonly (readonly [RegExp, PrinterState])[] = [
  [/^media-(empty|needed|jam)/, 'paper-out'],
  [/^(cover|door|interlock)-open/, 'head-open'],
  [/^(offline|connecting-to-device|timed-out|shutdown)/, 'offline'],
  [/^(paused|moving-to-paused|other|spool-area-full)/, 'error'],
];

/** A warning about low paper or toner stops nothing. */
const isMild = (reason: string): boolean =>
  reason === 'none' || /-(warning)$|^(media|toner|marker).*low/.test(reason);

/** What the spooler says of a queue. `ready` is the spooler's word: it does not look into the device. */
export function stateOfQueue(printer: IppGroup | undefined): PrinterState {
  const [state] = valuesOf(printer, 'printer-state');
  if (typeof state !== 'number') return 'unknown';
  for (const reason of valuesOf(printer, 'printer-state-reasons').map(String)) {
    const known = isMild(reason) ? undefined : reasons.find(([pattern]) => pattern.test(reason));
    if (known !== undefined) return known[1];
  }
  if (state === 5 || valuesOf(printer, 'printer-is-accepting-jobs')[0] === 0) return 'error';
  if (state === 4) return 'busy';
  return state === 3 ? 'ready' : 'unknown';
}

/**
 * What the spooler knows of a job. Taken by the spooler is `accepted`, whatever the paper does; one taken out of the
 * queue before the device got anything was certainly not printed.
 */
export function fateOfJob(found: IppGroup | undefined): CallOutcome<PrintReceipt> {
  const [state] = valuesOf(found, 'job-state');
  const [id] = valuesOf(found, 'job-id');
  // 0 or a missing value: the spooler never began to send it.
  const begun = valuesOf(found, 'time-at-processing')[0];
  const wasBegun = typeof begun === 'number' && begun > 0;
  if (state === job.canceled || state === job.aborted)
    return wasBegun ? unknownOutcome('PRINTER_JOB_CUT_OFF') : didNotHappen('PRINTER_JOB_DELETED');
  if (typeof state !== 'number' || state < job.pending || state > job.completed)
    return unknownOutcome('PRINTER_KEEPS_NO_RECORD');
  return happened({ level: 'accepted', ...(id === undefined ? {} : { deviceJob: String(id) }) });
}
