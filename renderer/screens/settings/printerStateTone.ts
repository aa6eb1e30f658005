import type { PrinterRow } from '../../../shared/contracts/settingsContract.ts';
import type { Tone } from '../../parts/StateMark.tsx';

/** How a printer's state is marked. */
export const printerStateTone: Readonly<Record<PrinterRow['state'], Tone>> = {
  ready: 'done',
  busy: 'active',
  'paper-out': 'failed',
  'head-open': 'failed',
  error: 'failed',
  offline: 'failed',
  unknown: 'waiting',
};
