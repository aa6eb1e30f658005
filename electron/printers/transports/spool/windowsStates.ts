import type { PrinterState } from '../../../../shared/domain/printer.ts';

/** `JOB_STATUS_…` (winspool.h). `complete`: handed over, printing may still be going on. */
export const jobBits = {
  paused: 0x1,
  error: 0x2,
  deleting: 0x4,
  spooling: 0x8,
  printing: 0x10,
  offline: 0x20,
  paperOut: 0x40,
  printed: 0x80,
  deleted: 0x100,
  blocked: 0x200,
  userIntervention: 0x400,
  restart: 0x800,
  complete: 0x1000,
  retained: 0x2000,
} as const;

/** `PRINTER_STATUS_…` by what they mean for a label; an `error` is one a person must clear at the printer. */
const printerBits: readonly (readonly [PrinterState, number])[] = [
  // OFFLINE, NOT_AVAILABLE
  ['offline', 0x80 | 0x1000],
  // PAPER_JAM, PAPER_OUT, PAPER_PROBLEM, NO_TONER (a ribbon)
  ['paper-out', 0x8 | 0x10 | 0x40 | 0x40000],
  // DOOR_OPEN
  ['head-open', 0x400000],
  // PAUSED, ERROR, PENDING_DELETION, MANUAL_FEED, OUTPUT_BIN_FULL, PAGE_PUNT, USER_INTERVENTION, OUT_OF_MEMORY
  ['error', 0x1 | 0x2 | 0x4 | 0x20 | 0x800 | 0x80000 | 0x100000 | 0x200000],
  // SERVER_UNKNOWN
  ['unknown', 0x800000],
  // IO_ACTIVE, BUSY, PRINTING, WAITING, PROCESSING, INITIALIZING, WARMING_UP
  ['busy', 0x100 | 0x200 | 0x400 | 0x2000 | 0x4000 | 0x8000 | 0x10000],
];

/** `PRINTER_ATTRIBUTE_WORK_OFFLINE`: what pulling the USB plug sets; `Status` stays 0 then. */
const workOffline = 0x400;

/** Status field and attribute together; the driver may tell nothing, so `ready` is the spooler's word only. */
export function stateOfWindowsPrinter(
  found: { readonly status: number; readonly attributes: number } | null,
): PrinterState {
  if (found === null) return 'unknown';
  const { status, attributes } = found;
  if (attributes & workOffline) return 'offline';
  return printerBits.find(([, bits]) => (status & bits) !== 0)?.[0] ?? 'ready';
}

/** Many drivers leave the printer's own status at 0 and tell the fault at the job that meets it. */
export function stateOfWindowsQueue(
  found: Parameters<typeof stateOfWindowsPrinter>[0],
  jobs: readonly { readonly status: number }[],
): PrinterState {
  const state = stateOfWindowsPrinter(found);
  if (state !== 'ready' && state !== 'busy') return state;
  const has = (bits: number) => jobs.some(({ status }) => (status & bits) !== 0);
  if (has(jobBits.offline)) return 'offline';
  if (has(jobBits.paperOut)) return 'paper-out';
  if (has(jobBits.error | jobBits.blocked | jobBits.userIntervention)) return 'error';
  return has(jobBits.printing | jobBits.spooling) ? 'busy' : state;
}

/** Bits of a job that has been in the queue and nowhere else. */
const onlyInQueue = jobBits.deleted | jobBits.deleting | jobBits.paused | jobBits.spooling;

/**
 * Was the job taken out of the queue before the device got any of it? Only then did it certainly not print. A job that
 * met any fault of the device had begun.
 */
export function wasDeletedUnsent(status: number): boolean {
  const isDeleted = (status & (jobBits.deleted | jobBits.deleting)) !== 0;
  return isDeleted && (status & ~onlyInQueue) === 0;
}
