import { faultPoint } from '../../platform/faultPoint.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { isWeakNumber } from '../intake/weakNumbers.ts';
import { addHistory } from '../orders/history.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { personMark } from './personMark.ts';
import {
  bookingRequestWithout,
  bookingWithout,
  labelWithout,
  orderWithout,
  partWithout,
  pickupRequestWithout,
} from './withoutPerson.ts';

/** Orders per transaction: pages and bookings have their turn in between. */
export const ordersAtOnce = 50;

/** Removes the person from these orders and all related data, in the caller's transaction. */
export async function eraseOrders(
  workspace: Workspace,
  write: Repositories,
  orders: readonly Order[],
): Promise<void> {
  if (orders.length === 0) return;
  await eraseFrozen(write, orders);
  for (const order of orders) await write.erasures.order(order.id, orderWithout(order));
  faultPoint('sweep.in-erase');
  await write.erasures.around(orders.map(({ id }) => id));
  const erasedAt = workspace.clock.now();
  await write.erasures.mark(
    orders.map((order) => ({
      orderId: order.id,
      erasedAt,
      personMark: isWeakNumber(order.orderNo, order.shop) ? personMark(workspace, order) : '',
    })),
  );
  for (const { id } of orders) await addHistory(workspace, write, id, 'personal-data-erased');
  faultPoint('sweep.before-commit');
}

/** Frozen copies are rewritten without the person while the order still has the name. */
async function eraseFrozen(write: Repositories, orders: readonly Order[]): Promise<void> {
  const { erasures } = write;
  const ids = orders.map(({ id }) => id);
  const byId = new Map(orders.map((order) => [order.id, order]));
  const orderOf = (id: string): Order => {
    const order = byId.get(id);
    if (order === undefined) throw new Error('a frozen copy of an order that was not asked for');
    return order;
  };
  for (const { id, orderId, requestJson, bookingJson } of await erasures.shipments(ids))
    await erasures.shipment(id, {
      requestJson: bookingRequestWithout(orderOf(orderId), requestJson),
      bookingJson: bookingWithout(bookingJson),
    });
  for (const { id, orderId, requestJson } of await erasures.pickups(ids))
    await erasures.pickup(id, pickupRequestWithout(orderOf(orderId), requestJson));
  for (const { id, orderId, documentJson } of await erasures.printJobs(ids))
    await erasures.printJob(id, {
      documentJson: labelWithout(orderOf(orderId), documentJson),
      reason: '',
    });
  for (const { orderId, originId, itemsJson } of await erasures.parts(ids))
    await erasures.part(orderId, originId, partWithout(orderOf(originId), itemsJson));
}
