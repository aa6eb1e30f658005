import type { Order } from '../../store/schema.ts';
import { proofOf } from '../../vault/sealing.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Person = Pick<Order, 'receiverName' | 'receiverPhone'>;

/**
 * What is left to tell a person by where an order number alone says nothing (1, 2, 3 …): without it the same file would bring
 * everything back as new orders. Keyed, so that whoever has the mark alone can try no numbers.
 */
export const personMark = (
  { keyFor }: Pick<Workspace, 'keyFor'>,
  { receiverName, receiverPhone }: Person,
): string => proofOf(keyFor('erased persons'), `${receiverName}\n${receiverPhone}`).slice(0, 32);
