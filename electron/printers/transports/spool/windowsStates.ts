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

/** `PRINTER_STATUS_…`, the named ones. */
const printerBits = {
  paused: 0x1,
  error: 0x2,
  paperJam: 0x8,
  paperOut: 0x10,
  paperProblem: 0x40,
  offline: 0x80,
  busy: 0x200,
  printing: 0x400,
  notAvailable: 0x1000,
  doorOpen: 0x400000,
} as const;

/** `PRINTER_ATTRIBUTE_WORK_OFFLINE`: what pulling the USB plug sets; `Status` stays 0 then. */
const workOffline = 0x400;

/** Status field and attribute together; the driver may tell nothing, so `ready` is the spooler's word only. */
export function stateOfWindowsPrinter(
  found: { readonly status: number; readonly attributes: number } | null,
): PrinterState {
  if (found === null) return 'unknown';
  const { status, attributes } = found;
  if (attributes & workOffline || status & (printerBits.offline | printerBits.notAvailable)) return 'offline';
  if (status & (printerBits.paperOut | printerBits.paperJam | printerBits.paperProblem)) return 'paper-out';
  if (status & printerBits.doorOpen) return 'head-open';
  if (status & (printerBits.error | printerBits.paused)) return 'error';
  if (status & (printerBits.busy | printerBits.printing)) return 'busy';
  return 'ready';
}

/** Was the job taken out of the queue before the device got any of it? Only then did it certainly not print. */
export function wasDeletedUnsent(status: number): boolean {
  const isDeleted = (status & (jobBits.deleted | jobBits.deleting)) !== 0;
  return isDeleted && (status & (jobBits.printing | jobBits.printed | jobBits.complete)) === 0;
}
