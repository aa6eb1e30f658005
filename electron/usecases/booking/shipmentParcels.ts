import type { Booking } from '../../../shared/domain/shipment.ts';
import { type ParcelNumbers, parcelNumbers } from '../../../shared/rules/parcelNumbers.ts';
import type { BookingRequest } from '../../carriers/kit/carrierPlatform.ts';
import type { Shipment } from '../../store/schema.ts';

export interface ShipmentParcels extends ParcelNumbers {
  readonly booking: Booking;
  /** How many boxes the booking was for. */
  readonly asked: number;
}

/** The boxes of a booking with their numbers; null: it has none yet. */
export function shipmentParcels({
  bookingJson,
  requestJson,
}: Pick<Shipment, 'bookingJson' | 'requestJson'>): ShipmentParcels | null {
  if (bookingJson === null || bookingJson === '') return null;
  const booking = JSON.parse(bookingJson) as Booking;
  const { parcelCount = 1 } = JSON.parse(requestJson) as Partial<BookingRequest>;
  return { ...parcelNumbers(booking, parcelCount), booking, asked: Math.max(1, parcelCount) };
}
