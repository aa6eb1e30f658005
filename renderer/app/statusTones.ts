import type { StatusView } from '../../shared/contracts/statusContract.ts';
import type { Tone } from '../parts/StateMark.tsx';

/** A network nobody asked yet is not called broken. */
export function networkTone(network: StatusView['network']): Tone {
  return ({ ok: 'done', down: 'failed', unknown: 'waiting' } as const)[network];
}
