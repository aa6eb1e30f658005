import type { OrderItem } from '../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { faultPoint } from '../platform/faultPoint.ts';
import type { OrdersTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { entry, readSeen, type SeenOrder } from './mergeOrders.ts';
import { goodsTextOf, itemsOf } from './orderRow.ts';
import type { Workspace } from './workspace.ts';

export interface SplitRequest extends SeenOrder {
  /** Goods of each parcel; what no parcel names stays together in a last one. */
  readonly parcels: readonly (readonly { readonly itemIndex: number; readonly quantity: number }[])[];
}

/** Makes one order for each parcel, each with its own booking. The order itself stays under its number, for write-back. */
export async function splitOrder(
  workspace: Workspace,
  request: SplitRequest,
): Promise<Outcome<readonly OrdersTable[]>> {
  const outcome = await workspace.store.write(async (write): Promise<Outcome<readonly OrdersTable[]>> => {
    const seen = await readSeen(write, [request]);
    if (!seen.ok) return seen;
    const [order] = seen.value;
    if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: request.orderId });
    const orderNo = order.order_no;
    if (order.state !== 'ready' || order.shipment_id !== null)
      return failure('MERGE_STATE_REFUSES', { orderNo, state: order.state });
    if ((await write.orderParts.inOrders([order.id])).length > 0) return failure('MERGE_NESTED', { orderNo });
    const parcels = shareOut(itemsOf(order), request.parcels);
    if (parcels === null) return failure('SPLIT_INVALID', { orderNo });
    const children = await childrenOf(workspace, write, order, parcels);
    if (!(await write.orders.move(order, 'split', { updated_at: workspace.clock.now() })))
      throw new Error('an order of this transaction was changed elsewhere');
    await write.orders.insertMany(children);
    await write.orderParts.insertMany(
      children.map((child) => ({
        order_id: child.id,
        origin_id: order.id,
        origin_no: orderNo,
        kind: 'split',
        origin_state: order.state,
        items_json: child.items_json,
      })),
    );
    await write.history.add(
      entry(workspace, order.id, 'split', children.map(({ order_no }) => order_no).join(', ')),
    );
    faultPoint('split.before-commit');
    return done(children);
  });
  workspace.changed('orders', 'status');
  return outcome;
}

/** null: a parcel asks for more than there is, for the same line twice, or a single parcel is left. */
function shareOut(
  items: readonly OrderItem[],
  parcels: SplitRequest['parcels'],
): readonly (readonly OrderItem[])[] | null {
  const left = items.map(({ quantity }) => quantity);
  const shared: OrderItem[][] = [];
  for (const parcel of parcels) {
    const own: OrderItem[] = [];
    for (const { itemIndex, quantity } of parcel) {
      const item = items[itemIndex];
      const remaining = left[itemIndex];
      if (item === undefined || remaining === undefined || quantity < 1 || quantity > remaining) return null;
      left[itemIndex] = remaining - quantity;
      own.push({ ...item, quantity });
    }
    if (own.length === 0) return null;
    shared.push(own);
  }
  const rest = items.flatMap((item, index) => {
    const quantity = left[index] ?? 0;
    return quantity > 0 ? [{ ...item, quantity }] : [];
  });
  if (rest.length > 0) shared.push(rest);
  return shared.length > 1 ? shared : null;
}

/** Numbered P1, P2 …; a parcel of a former split whose waybill was given back keeps its number for itself. */
async function childrenOf(
  workspace: Workspace,
  read: Repositories,
  order: OrdersTable,
  parcels: readonly (readonly OrderItem[])[],
): Promise<OrdersTable[]> {
  const children: OrdersTable[] = [];
  let serialNo = 0;
  for (const items of parcels) {
    let key = '';
    do {
      serialNo++;
      key = `${order.order_no}-P${serialNo} / ${order.order_key}`;
    } while ((await read.orders.byKeys([key])).length > 0);
    children.push({
      ...order,
      id: workspace.nextId(),
      order_key: key,
      order_no: `${order.order_no}-P${serialNo}`,
      state: 'ready',
      version: 0,
      items_json: JSON.stringify(items),
      goods_text: goodsTextOf(items),
      quantity: items.reduce((sum, item) => sum + item.quantity, 0),
      // Not known of a part. Money to collect and the insurance stay with the first parcel.
      weight_grams: null,
      parcel_count: 1,
      cod_fen: children.length === 0 ? order.cod_fen : 0,
      insured_fen: children.length === 0 ? order.insured_fen : 0,
      import_id: '',
      created_at: workspace.clock.now(),
      updated_at: workspace.clock.now(),
    });
  }
  return children;
}
