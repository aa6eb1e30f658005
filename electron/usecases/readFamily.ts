import type { OrdersTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';

export interface OrderFamily {
  /** The merchant's orders that travel in this one. */
  readonly origins: readonly OrdersTable[];
  /** The orders that this one travels in. */
  readonly parcels: readonly OrdersTable[];
}

/** What was merged into an order, and what it was merged or split into. */
export async function readFamily(read: Repositories, orderId: string): Promise<OrderFamily> {
  const inside = await read.orderParts.inOrders([orderId]);
  const around = await read.orderParts.ofOrigins([orderId]);
  return {
    origins: await ordersOf(
      read,
      inside.map((part) => part.origin_id),
    ),
    parcels: await ordersOf(
      read,
      around.map((part) => part.order_id),
    ),
  };
}

async function ordersOf(read: Repositories, ids: readonly string[]): Promise<OrdersTable[]> {
  return ids.length === 0 ? [] : read.orders.byIds(ids);
}
