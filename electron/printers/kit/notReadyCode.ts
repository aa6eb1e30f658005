import type { PrinterState } from '../../../shared/domain/printer.ts';

/** Codes of a label that stayed here because its printer named a fault: it is asked again, however often. */
export const notReadyCodes = [
  'PRINTER_NOT_READY',
  'PRINTER_PAPER_OUT',
  'PRINTER_HEAD_OPEN',
  'PRINTER_OFFLINE',
] as const;
export type NotReadyCode = (typeof notReadyCodes)[number];

/** The fault a printer names, as the code of what waits for it; null: it names none. */
export function notReadyCode(state: PrinterState): NotReadyCode | null {
  switch (state) {
    case 'paper-out':
      return 'PRINTER_PAPER_OUT';
    case 'head-open':
      return 'PRINTER_HEAD_OPEN';
    case 'offline':
      return 'PRINTER_OFFLINE';
    case 'error':
      return 'PRINTER_NOT_READY';
    default:
      return null;
  }
}
