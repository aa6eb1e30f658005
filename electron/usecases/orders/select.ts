import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { refuseErased } from '../retention/retention.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';

/** The order by the number that the merchant knows it under. */
export async function orderByNumber({ orders }: Repositories, orderNo: string): Promise<Outcome<Order>> {
  const order = await orders.byOrderNo(orderNo);
  return order === undefined ? failure('ORDER_NOT_FOUND', { orderNo }) : done(order);
}

/** The order by its id, which nobody knows it by: a page still shows an order whose import was undone meanwhile. */
export async function orderById({ orders }: Repositories, orderId: string): Promise<Outcome<Order>> {
  const order = await orders.byId(orderId);
  return order === undefined ? failure('ORDER_GONE') : done(order);
}

/** An order as somebody saw it before deciding on it. */
export interface SeenOrder {
  readonly orderId: string;
  /** null: whatever it is now (the command line names an order, not a version). */
  readonly version: number | null;
}

/** The order as it is now; refused when it is gone or another than what was seen. */
export async function seenOrder(
  read: Repositories,
  { orderId, version }: SeenOrder,
): Promise<Outcome<Order>> {
  const order = await orderById(read, orderId);
  if (!order.ok || version === null || version === order.value.version) return order;
  return failure('ORDER_CHANGED_MEANWHILE', { orderNo: order.value.orderNo });
}

/** Changes an order that somebody saw, in one transaction; pages that show it read it again. */
export function changeSeen<T>(
  workspace: Workspace,
  seen: SeenOrder,
  action: (write: Repositories, order: Order) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return tryChange(workspace, ['orders', 'status'], async (write): Promise<Outcome<T>> => {
    const named = await seenOrder(write, seen);
    if (!named.ok) return named;
    return (await refuseErased(write, named.value)) ?? action(write, named.value);
  });
}

/** Several orders as somebody saw them, oldest first. */
export async function seenOrders(read: Repositories, seen: readonly SeenOrder[]): Promise<Outcome<Order[]>> {
  const versions = new Map(seen.map(({ orderId, version }) => [orderId, version]));
  const orders = await read.orders.byIds([...versions.keys()]);
  if (orders.length < versions.size) return failure('ORDER_GONE');
  const changed = orders.find(({ id, version }) => (versions.get(id) ?? version) !== version);
  return changed === undefined
    ? done(orders)
    : failure('ORDER_CHANGED_MEANWHILE', { orderNo: changed.orderNo });
}

export type OrderSelection = ({ readonly orderIds: readonly string[] } | { readonly allReady: true }) & {
  /** Without those of which a newer file says something that nobody has decided on. */
  readonly exceptChanged?: boolean | undefined;
};

/** The most that one press of a button plans. */
export const mostSelected = 100_000;

export async function selectedOrders(
  { store }: Workspace,
  selection: OrderSelection,
): Promise<readonly string[]> {
  const { read } = store;
  const ids = 'orderIds' in selection ? selection.orderIds : await read.orders.readyIds(mostSelected);
  if (selection.exceptChanged !== true) return ids;
  const changed = new Set(await read.orderChanges.pendingOrderIds());
  return ids.filter((id) => !changed.has(id));
}
