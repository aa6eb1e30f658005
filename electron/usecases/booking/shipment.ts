import type { Booking } from '../../../shared/domain/shipment.ts';
import { bookingJson as storedBooking } from '../../store/booking/bookingJson.ts';
import type { Order, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';

/** The booking that an order's labels belong to; null: it has no number now. */
export async function bookedShipment(read: Repositories, order: Pick<Order, 'id'>): Promise<Shipment | null> {
  const shipments = await read.shipments.ofOrder(order.id);
  return shipments.find((shipment) => shipment.state === 'booked') ?? null;
}

/** The day on which the carrier means to deliver, as its platform said it (`2026-01-03`); empty: it did not, or nothing is booked. */
export function expectedDateOf({ bookingJson }: Pick<Shipment, 'bookingJson'>): string {
  if (bookingJson === null || bookingJson === '') return '';
  return storedBooking.readOr(bookingJson, null)?.expectedDate ?? '';
}

/** The number under which the signed receipt comes back, from the carrier; empty: none was ordered. */
export function receiptWaybillNoOf({ bookingJson }: Pick<Shipment, 'bookingJson'>): string {
  if (bookingJson === null || bookingJson === '') return '';
  return storedBooking.readOr(bookingJson, null)?.receiptWaybillNo ?? '';
}

/** Clears an order's booking columns for a new start: a number that was given back is no longer its own. */
export const withoutShipment = {
  shipmentId: null,
  shipmentState: null,
  waybillNo: '',
  printState: null,
  platform: '',
  bookedCarrier: '',
  freightFen: null,
} as const satisfies Partial<Order>;

/** A booking that has not been tried yet. */
export const untried = {
  attempts: 0,
  findCount: 0,
  errorCode: '',
  errorParamsJson: '{}',
} as const satisfies Partial<Shipment>;

/** A number without the details a platform would have returned. */
export function bookingOf(waybillNo: string): Booking {
  return {
    waybillNo,
    sortCode: '',
    packageCode: '',
    packageName: '',
    originName: '',
    destinationName: '',
    platformRef: '',
    templateHtml: '',
  };
}

/** What a booking keeps of the number it got. */
export function bookedColumnsOf(booking: Booking, bookedAt: number) {
  return {
    bookingJson: JSON.stringify(booking),
    waybillNo: booking.waybillNo,
    bookedAt,
    errorCode: '',
    errorParamsJson: '{}',
  };
}
