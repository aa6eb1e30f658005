import type { Order } from '../../store/schema.ts';
import { proofOf } from '../../vault/sealing.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Person = Pick<Order, 'receiverName' | 'receiverPhone'>;

/**
 * Identifies a person where an order number alone does not (1, 2, 3 …): without it the same file would bring everything back as new
 * orders. Keyed, so that the mark alone cannot be searched for numbers.
 */
export const personMark = (
  { keyFor }: Pick<Workspace, 'keyFor'>,
  { receiverName, receiverPhone }: Person,
): string => proofOf(keyFor('erased persons'), `${receiverName}\n${receiverPhone}`).slice(0, 32);
