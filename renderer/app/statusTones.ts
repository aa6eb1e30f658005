import type { StatusView } from '../../shared/contracts/statusContract.ts';
import type { Tone } from '../parts/StateMark.tsx';

/** A network nobody asked yet is not called broken. */
export function networkTone(network: StatusView['network']): Tone {
  return ({ ok: 'done', down: 'failed', unknown: 'waiting' } as const)[network];
}

const printerTones: Readonly<Record<string, Tone>> = {
  ready: 'done',
  busy: 'active',
  'paper-out': 'failed',
  'head-open': 'failed',
  error: 'failed',
  offline: 'failed',
};

/** A printer that cannot be asked is unsure, neither well nor broken. */
export function printerTone(state: string): Tone {
  return printerTones[state] ?? 'waiting';
}
