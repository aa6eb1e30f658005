import type { PrinterState, PrinterWhy } from '../../shared/domain/printing/printer.ts';
import type { PrintJobState } from '../../shared/domain/printing/printJob.ts';
import type { Tone } from '../parts/StateMark.tsx';

const jobTones: Readonly<Record<PrintJobState, Tone>> = {
  waiting: 'waiting',
  rendering: 'active',
  sending: 'active',
  accepted: 'active',
  confirmed: 'done',
  scanned: 'done',
  unsure: 'unsure',
  failed: 'failed',
  held: 'rest',
};

export function printTone(state: PrintJobState): Tone {
  return jobTones[state];
}

const printerTones: Readonly<Record<PrinterState, Tone>> = {
  ready: 'done',
  busy: 'active',
  'paper-out': 'failed',
  'head-open': 'failed',
  error: 'failed',
  offline: 'failed',
  unknown: 'waiting',
};

/** How a printer's state is marked. One nobody can ask is neither well nor broken; one whose sources contradict each other is unsure. */
export function printerTone(state: string, why?: PrinterWhy): Tone {
  if (why === 'disagrees') return 'unsure';
  return Object.hasOwn(printerTones, state) ? printerTones[state as PrinterState] : 'waiting';
}
