import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';

export interface OrderFamily {
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
  const originsOf = (isExtra: boolean) =>
    ordersOf(
      read,
      inside.filter(({ kind }) => (kind === 'extra') === isExtra).map((part) => part.originId),
    );
  const carriersOf = (isExtra: boolean) =>
    ordersOf(
      read,
      around.filter(({ kind }) => (kind === 'extra') === isExtra).map((part) => part.orderId),
    );
  return {
    origins: await originsOf(false),
    parcels: await carriersOf(false),
    extras: await carriersOf(true),
    extraOf: await originsOf(true),
  };
}

async function ordersOf(read: Repositories, ids: readonly string[]): Promise<Order[]> {
  return ids.length === 0 ? [] : read.orders.byIds(ids);
}
