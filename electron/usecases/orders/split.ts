import type { OrderItem } from '../../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { addHistory } from './history.ts';
import { itemColumnsOf, itemsOf } from './order.ts';
import { saleOfFurther } from './sale.ts';
import { changeSeen, type SeenOrder } from './select.ts';
import { wishesOfFurther, wishesWithoutSize } from './wishes.ts';

export interface SplitRequest extends SeenOrder {
  /** Goods of each parcel; what no parcel names stays together in a last one. */
  readonly parcels: readonly (readonly { readonly itemIndex: number; readonly quantity: number }[])[];
}

/** Makes one order for each parcel, each with its own booking. The order itself stays under its number, for write-back. */
export function splitOrder(workspace: Workspace, request: SplitRequest): Promise<Outcome<readonly Order[]>> {
  return changeSeen(workspace, request, async (write, order) => {
    const { orderNo } = order;
    if (order.state !== 'ready' || order.shipmentId !== null)
      return failure('MERGE_STATE_REFUSES', { orderNo, state: order.state });
    if ((await write.orderParts.inOrders([order.id])).length > 0) return failure('MERGE_NESTED', { orderNo });
    const parcels = shareOut(itemsOf(order), request.parcels);
    if (parcels === null) return failure('SPLIT_INVALID', { orderNo });
    const children = await childrenOf(workspace, write, order, parcels);
    if (!(await write.orders.move(order, 'split', { updatedAt: workspace.clock.now() })))
      throw new Error('an order of this transaction was changed elsewhere');
    await write.orders.insertMany(children);
    await write.orderParts.insertMany(
      children.map((child) => ({
        orderId: child.id,
        originId: order.id,
        originNo: orderNo,
        kind: 'split',
        originState: order.state,
        itemsJson: child.itemsJson,
      })),
    );
    await addHistory(workspace, write, order.id, 'split', {
      note: children.map(({ orderNo }) => orderNo).join(', '),
    });
    const what = `orders ${children.length}`;
    await recordAct(workspace, write, { kind: 'order-split', orderId: order.id, what });
    faultPoint('split.before-commit');
    return done(children);
  });
}

/** null: a parcel asks for more than there is, for the same line twice, or a single parcel is left. */
function shareOut(
  items: readonly OrderItem[],
  parcels: SplitRequest['parcels'],
): readonly (readonly OrderItem[])[] | null {
  const quantitiesLeft = items.map(({ quantity }) => quantity);
  const shared: OrderItem[][] = [];
  for (const parcel of parcels) {
    const own: OrderItem[] = [];
    for (const { itemIndex, quantity } of parcel) {
      const item = items[itemIndex];
      const remaining = quantitiesLeft[itemIndex];
      if (item === undefined || remaining === undefined || quantity < 1 || quantity > remaining) return null;
      quantitiesLeft[itemIndex] = remaining - quantity;
      own.push({ ...item, quantity });
    }
    if (own.length === 0) return null;
    shared.push(own);
  }
  const rest = items.flatMap((item, index) => {
    const quantity = quantitiesLeft[index] ?? 0;
    return quantity > 0 ? [{ ...item, quantity }] : [];
  });
  if (rest.length > 0) shared.push(rest);
  return shared.length > 1 ? shared : null;
}

/** Numbered P1, P2 …; a parcel of a previous split whose waybill was given back keeps its number for itself. */
async function childrenOf(
  workspace: Workspace,
  read: Repositories,
  order: Order,
  parcels: readonly (readonly OrderItem[])[],
): Promise<Order[]> {
  const children: Order[] = [];
  let serialNo = 0;
  for (const items of parcels) {
    let key = '';
    do {
      serialNo++;
      key = `${order.orderNo}-P${serialNo} / ${order.orderKey}`;
    } while ((await read.orders.byKeys([key])).length > 0);
    children.push({
      ...order,
      id: workspace.nextId(),
      orderKey: key,
      orderNo: `${order.orderNo}-P${serialNo}`,
      state: 'ready',
      version: 0,
      ...itemColumnsOf(items),
      // Not known of a part. Money to collect and the insurance stay with the first parcel.
      weightGrams: null,
      parcelCount: 1,
      wishesJson: children.length === 0 ? wishesWithoutSize(order) : wishesOfFurther(order),
      wishesMark: '',
      ...(children.length === 0 ? {} : saleOfFurther(order)),
      codFen: children.length === 0 ? order.codFen : 0,
      insuredFen: children.length === 0 ? order.insuredFen : 0,
      importId: '',
      createdAt: workspace.clock.now(),
      updatedAt: workspace.clock.now(),
    });
  }
  return children;
}
