import type { PrintJobState } from '../../shared/domain/printJob.ts';
import type { Tone } from '../parts/StateMark.tsx';

const tones: Readonly<Record<PrintJobState, Tone>> = {
  waiting: 'waiting',
  rendering: 'active',
  sending: 'active',
  accepted: 'done',
  confirmed: 'done',
  scanned: 'done',
  unsure: 'unsure',
  failed: 'failed',
  held: 'rest',
};

export function printTone(state: PrintJobState): Tone {
  return tones[state];
}
