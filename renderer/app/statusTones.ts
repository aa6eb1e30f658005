import type { StatusView } from '../../shared/contracts/statusContract.ts';
import type { Tone } from '../parts/StateMark.tsx';
import { printerTone } from '../words/printerTone.ts';

/** A network nobody asked yet is not called broken. */
export function networkTone(network: StatusView['network']): Tone {
  return ({ ok: 'done', down: 'failed', unknown: 'waiting' } as const)[network];
}

const urgency: readonly Tone[] = ['failed', 'unsure', 'waiting', 'active', 'done', 'rest'];

/** Printers that need a person first: the bar has room for two. */
export function worstFirst(printers: StatusView['printers']): StatusView['printers'] {
  const rank = ({ state, why }: StatusView['printers'][number]): number =>
    urgency.indexOf(printerTone(state, why));
  return [...printers].sort((one, other) => rank(one) - rank(other));
}
