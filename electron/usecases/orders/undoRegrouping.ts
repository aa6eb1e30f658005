import { type OrderState, unsentStates } from '../../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { Order, OrderPart } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { addHistory } from './history.ts';
import { changeSeen, type SeenOrder } from './select.ts';

/** Takes the merge or split back that this order is part of, from whichever side it is named; what is there again. */
export function undoRegrouping(workspace: Workspace, seen: SeenOrder): Promise<Outcome<readonly Order[]>> {
  return changeSeen(workspace, seen, async (write, order) => {
    const family = await openFamily(write, order);
    if (family === null) return failure('MERGE_NOTHING_TO_UNDO', { orderNo: order.orderNo });
    const blocked = await dissolve(workspace, write, family);
    if (blocked !== null) return failure('MERGE_BOOKED', { orderNo: blocked.orderNo });
    await recordAct(workspace, write, { kind: 'regrouping-undone', orderId: order.id, what: '' });
    faultPoint('regroup.before-undo');
    return done(await write.orders.byIds(family.origins.map(({ id }) => id)));
  });
}

interface Family {
  readonly parts: readonly OrderPart[];
  /** The merchant's own orders, out of the way while their goods travel otherwise. */
  readonly origins: readonly Order[];
  /** What is booked instead of them. */
  readonly carriers: readonly Order[];
}

/** null: the order travels on its own. */
export async function openFamily(read: Repositories, order: Order): Promise<Family | null> {
  const isOrigin = order.state === 'merged' || order.state === 'split';
  const own = isOrigin
    ? [order.id]
    : (await read.orderParts.inOrders([order.id])).map(({ originId }) => originId);
  if (own.length === 0) return null;
  const carrierIds = new Set((await read.orderParts.ofOrigins(own)).map(({ orderId }) => orderId));
  const parts = await read.orderParts.inOrders([...carrierIds]);
  const origins = (await read.orders.byIds([...new Set(parts.map(({ originId }) => originId))])).filter(
    ({ state }) => state === 'merged' || state === 'split',
  );
  const carriers = await read.orders.byIds([...carrierIds]);
  return origins.length === 0 ? null : { parts, origins, carriers };
}

const undoable: readonly OrderState[] = [...unsentStates, 'cancelled'];

/** Gives the origins back. The order that stands in the way, null when it is done. */
export async function dissolve(
  workspace: Workspace,
  write: Repositories,
  { parts, origins, carriers }: Family,
): Promise<Order | null> {
  const now = workspace.clock.now();
  for (const carrier of carriers) {
    const shipments = await write.shipments.ofOrder(carrier.id);
    const isSent = shipments.some(({ state }) => state !== 'refused' && state !== 'voided');
    if (isSent || !undoable.includes(carrier.state)) return carrier;
  }
  for (const carrier of carriers) {
    await write.orderParts.removeOrder(carrier.id);
    if ((await write.shipments.ofOrder(carrier.id)).length > 0) {
      // A platform knows its code: the row stays, so that the code is never given to anything else.
      if (carrier.state !== 'cancelled') await write.orders.move(carrier, 'cancelled', { updatedAt: now });
      continue;
    }
    await write.orderChanges.removeOfOrders([carrier.id]);
    await write.orders.remove([carrier.id]);
  }
  for (const origin of origins) {
    const part = parts.find(({ originId: id }) => id === origin.id);
    // It was refunded while it travelled with others: it alone stays held.
    const back = origin.holdReason === '' ? (part?.originState ?? 'ready') : 'held';
    if (!(await write.orders.move(origin, back, { updatedAt: now })))
      throw new Error('an order of this transaction was changed elsewhere');
    await addHistory(workspace, write, origin.id, origin.state === 'merged' ? 'unmerged' : 'unsplit');
  }
  return null;
}

interface OrderFamily {
  /** The merchant's orders that travel in this one. */
  readonly origins: readonly Order[];
  /** The orders that this one travels in. */
  readonly parcels: readonly Order[];
  /** Further parcels of this booked order; and the orders that this one is a further parcel of. */
  readonly extras: readonly Order[];
  readonly extraOf: readonly Order[];
}

/** What was merged into an order, and what it was merged or split into. */
export async function readFamily(read: Repositories, orderId: string): Promise<OrderFamily> {
  const inside = await read.orderParts.inOrders([orderId]);
  const around = await read.orderParts.ofOrigins([orderId]);
  const isExtra = ({ kind }: OrderPart): boolean => kind === 'extra';
  const isRegrouped = (part: OrderPart): boolean => !isExtra(part);
  const ordersOf = (ids: readonly string[]) => (ids.length === 0 ? [] : read.orders.byIds(ids));
  return {
    origins: await ordersOf(inside.filter(isRegrouped).map(({ originId }) => originId)),
    parcels: await ordersOf(around.filter(isRegrouped).map(({ orderId }) => orderId)),
    extras: await ordersOf(around.filter(isExtra).map(({ orderId }) => orderId)),
    extraOf: await ordersOf(inside.filter(isExtra).map(({ originId }) => originId)),
  };
}
