import type { Booking } from '../../shared/domain/shipment.ts';
import { type ParcelNumbers, parcelNumbers } from '../../shared/rules/parcelNumbers.ts';
import type { BookingRequest } from '../carriers/kit/carrierPlatform.ts';
import type { ShipmentsTable } from '../store/schema.ts';

export interface ShipmentParcels extends ParcelNumbers {
  readonly booking: Booking;
  /** How many boxes the booking was for. */
  readonly asked: number;
}

/** The boxes of a booking with their numbers; null: it has none yet. */
export function shipmentParcels({
  booking_json,
  request_json,
}: Pick<ShipmentsTable, 'booking_json' | 'request_json'>): ShipmentParcels | null {
  if (booking_json === null || booking_json === '') return null;
  const booking = JSON.parse(booking_json) as Booking;
  const { parcelCount = 1 } = JSON.parse(request_json) as Partial<BookingRequest>;
  return { ...parcelNumbers(booking, parcelCount), booking, asked: Math.max(1, parcelCount) };
}
