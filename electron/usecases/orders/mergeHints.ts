import { createHash } from 'node:crypto';
import type { MergeLevel } from '../../../shared/domain/orderChange.ts';
import type { Order } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { recipientKey } from './recipientKey.ts';

export interface MergeHint {
  /** The same for the same orders, so that a page can keep its place. */
  readonly id: string;
  readonly orders: readonly Order[];
}

/** Groups of ready orders that could travel in one parcel, oldest first. */
export async function mergeHints(
  { store }: Pick<Workspace, 'store'>,
  level: MergeLevel,
): Promise<readonly MergeHint[]> {
  const orders = await store.read.orders.readyOfSharedPhones();
  const made = new Set((await store.read.orderParts.inOrders(orders.map(({ id }) => id))).map(orderIdOf));
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const recipient = made.has(order.id) ? null : recipientKey(order, level);
    if (recipient === null) continue;
    // A person asked for different carriers: one parcel would have to break one of the wishes.
    const key = `${recipient}\n${order.carrier}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [order]);
    else group.push(order);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ id: idOf(group), orders: group }));
}

function orderIdOf(part: { readonly orderId: string }): string {
  return part.orderId;
}

function idOf(orders: readonly Order[]): string {
  return createHash('sha1')
    .update(orders.map(({ id }) => id).join())
    .digest('hex');
}
