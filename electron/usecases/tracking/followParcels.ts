import type { Order, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { type ShipmentParcels, shipmentParcels } from '../booking/shipmentParcels.ts';
import { phoneTail } from '../orders/orderRow.ts';

/**
 * The numbers a carrier is asked by: each box has its own way. Boxes named after the booking's number (`number-2-3-`)
 * go by that one.
 */
export function trackedNumbers({ booking, numbers }: ShipmentParcels): readonly string[] {
  const isNamed = numbers.length > 1 && numbers.every((number) => number !== booking.waybillNo);
  return isNamed ? [booking.waybillNo] : numbers;
}

/** Starts to follow every box of a booking, inside the caller's transaction. */
export async function followParcels(
  write: Repositories,
  order: Order,
  shipment: Shipment,
  now: number,
): Promise<void> {
  const parcels = shipmentParcels(shipment);
  if (parcels === null) throw new Error('a booked shipment without its booking');
  for (const waybillNo of trackedNumbers(parcels))
    await write.tracking.follow({
      waybillNo,
      carrier: shipment.carrier,
      orderId: order.id,
      orderNo: order.orderNo,
      accountId: shipment.accountId,
      phoneTail: phoneTail(order.receiverPhone),
      state: 'none',
      exception: '',
      lastText: '',
      lastAt: null,
      checkedAt: null,
      nextDueAt: now,
      bookedAt: now,
    });
}
