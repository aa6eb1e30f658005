import { stopCode } from '../../../shared/domain/order.ts';
import { shopDate, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import { orderIdsJson } from '../../store/packing/packingJson.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { goodsDoubtOf } from './bench.ts';

/** Keeps which orders a picking list is for. Its code, scanned at the bench, opens one after the other. */
export function notePickList(
  { store, clock, actor }: Workspace,
  orders: readonly Pick<Order, 'id'>[],
): Promise<string> {
  const createdAt = clock.now();
  const dayAt = startOfShopDay(createdAt);
  return store.write(async (write) => {
    const code = `PL${shopDate(createdAt).replace(/-/g, '')}-${(await write.bench.pickListsOf(dayAt)) + 1}`;
    const ordersJson = orderIdsJson.write(orders.map(({ id }) => id));
    await write.bench.addPickList({ code, ordersJson, dayAt, createdAt, createdBy: actor.name });
    return code;
  });
}

/** States in which an order of a list still waits to be packed. */
const waiting: readonly Order['state'][] = ['needs-review', 'ready', 'booking', 'booked'];

/** The next order of a picking list, in its order, those that cannot be packed yet at the end; null: all of them are packed, or gone; undefined: there is no such list. */
export async function nextOfPickList(read: Repositories, code: string): Promise<Order | null | undefined> {
  const list = await read.bench.pickList(code);
  if (list === undefined) return undefined;
  const ids = orderIdsJson.read(list.ordersJson);
  const orders = new Map((await read.orders.byIds(ids)).map((order) => [order.id, order]));
  let unsettled: Order | null = null;
  for (const id of ids) {
    const order = orders.get(id);
    if (order === undefined || !waiting.includes(order.state) || stopCode(order) !== null) continue;
    const boxes = await read.packedParcels.ofOrder(id);
    const done = boxes.filter(
      ({ state, heldReason }) => state === 'closed' || state === 'aside' || heldReason !== '',
    );
    if (done.length >= Math.max(1, order.parcelCount)) continue;
    if (goodsDoubtOf(order) === '') return order;
    unsettled ??= order;
  }
  return unsettled;
}
