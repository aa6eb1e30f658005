import type { PrinterState, PrinterWhy } from '../../../shared/domain/printer.ts';
import { isPrinted, type PrintJobState } from '../../../shared/domain/printJob.ts';

/** What device or spooler said when it was asked last. */
export interface ProbedPrinter {
  readonly state: PrinterState;
  readonly source: 'device' | 'spooler' | 'address';
  /** UTC ms. */
  readonly askedAt: number;
}

/** The last labels this printer was given. */
export interface LastLabel {
  /** null: none may have come out of it yet. */
  readonly state: PrintJobState | null;
  /** UTC ms: when it was sent or settled. */
  readonly at: number;
  /** UTC ms: when it last did not take a label; null: it never refused one. */
  readonly refusedAt: number | null;
}

export interface PrinterReport {
  readonly state: PrinterState;
  readonly why: PrinterWhy;
  readonly askedAt: number | null;
}

/**
 * Device, spooler and last label taken together. A named fault is told as it is; where two sources contradict each
 * other nobody knows, and *ready* is said only when nothing speaks against it.
 */
export function combinePrinterState(probed: ProbedPrinter | null, last: LastLabel | null): PrinterReport {
  if (probed === null) return { state: 'unknown', why: 'never-asked', askedAt: null };
  const { state, source, askedAt } = probed;
  const report = (said: PrinterState, why: PrinterWhy): PrinterReport => ({ state: said, why, askedAt });
  if (source === 'address') return report('error', 'address-invalid');
  const says = source === 'spooler' ? 'spooler-says' : 'device-says';
  switch (state) {
    case 'unknown':
      // Several printers do not answer with the head open or the paper out.
      return report('unknown', 'silent');
    case 'offline':
      if (last !== null && isPrinted(last.state) && last.at > askedAt) return report('unknown', 'disagrees');
      return report('offline', source === 'device' ? 'unreachable' : says);
    case 'ready':
    case 'busy':
      // It took no label since it said so.
      if ((last?.refusedAt ?? 0) > askedAt) return report('unknown', 'disagrees');
      if (state === 'busy') return report(state, says);
      return last?.state === 'unsure' ? report('unknown', 'disagrees') : report('ready', says);
    default:
      return report(state, says);
  }
}
