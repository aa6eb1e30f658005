import type { Order, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';

/** The booking an order's labels are of; null: it has no number now. */
export async function bookedShipment(
  read: Pick<Repositories, 'shipments'>,
  order: Pick<Order, 'id'>,
): Promise<Shipment | null> {
  const shipments = await read.shipments.ofOrder(order.id);
  return shipments.find((shipment) => shipment.state === 'booked') ?? null;
}
