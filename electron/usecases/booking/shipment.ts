import type { Booking } from '../../../shared/domain/shipment.ts';
import { bookingJson as storedBooking } from '../../store/booking/bookingJson.ts';
import type { Order, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';

/** The booking an order's labels are of; null: it has no number now. */
export async function bookedShipment(read: Repositories, order: Pick<Order, 'id'>): Promise<Shipment | null> {
  const shipments = await read.shipments.ofOrder(order.id);
  return shipments.find((shipment) => shipment.state === 'booked') ?? null;
}

/** The day on which the carrier means to deliver, as its platform said it (`2026-01-03`); empty: it did not, or nothing is booked. */
export function expectedDateOf({ bookingJson }: Pick<Shipment, 'bookingJson'>): string {
  if (bookingJson === null || bookingJson === '') return '';
  return storedBooking.readOr(bookingJson, null)?.expectedDate ?? '';
}

/** Under which the signed receipt comes back, as the carrier said it; empty: none was asked for. */
export function receiptWaybillNoOf({ bookingJson }: Pick<Shipment, 'bookingJson'>): string {
  if (bookingJson === null || bookingJson === '') return '';
  return storedBooking.readOr(bookingJson, null)?.receiptWaybillNo ?? '';
}

/** What an order shows of its booking once it begins anew: a number that was given back is not its own any more. */
export const withoutShipment = {
  shipmentId: null,
  shipmentState: null,
  waybillNo: '',
  printState: null,
  platform: '',
  bookedCarrier: '',
  freightFen: null,
} as const satisfies Partial<Order>;

/** Of a booking nobody has tried yet. */
export const untried = {
  attempts: 0,
  findCount: 0,
  errorCode: '',
  errorParamsJson: '{}',
} as const satisfies Partial<Shipment>;

/** A number without what a platform would have told with it. */
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
