import type { Answered } from '../../../shared/contracts/contract.ts';
import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { type ParcelNumbers, parcelNumbers } from '../../../shared/rules/parcelNumbers.ts';
import type { BookingRequest } from '../../carriers/kit/carrierPlatform.ts';
import { bookingRequestJson, bookingJson as storedBooking } from '../../store/booking/bookingJson.ts';
import type { Order, Shipment, TrackedParcel } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { latestCopies } from '../printing/printJob.ts';

type OrderParcel = Answered<'orders', 'detail'>['parcels'][number];

/** The parcels of an order's present booking, each with its number and label; empty when there is only one. */
export async function readParcels(
  read: Repositories,
  order: Pick<Order, 'id' | 'shipmentId'>,
): Promise<OrderParcel[]> {
  const shipment = order.shipmentId === null ? undefined : await read.shipments.byId(order.shipmentId);
  const known = shipment?.state === 'booked' ? shipmentParcels(shipment) : null;
  if (known === null || known.asked < 2) return [];
  const labels = latestCopies(order, await read.printJobs.ofOrder(order.id));
  const parcels: OrderParcel[] = [];
  for (let no = 1; no <= known.asked; no++) {
    const waybillNo = known.numbers[no - 1] ?? '';
    const label = labels.find(({ parcelNo }) => parcelNo === no);
    const followed = waybillNo === '' ? undefined : await read.tracking.byWaybill(waybillNo);
    parcels.push({
      no,
      waybillNo,
      printState: label?.state ?? null,
      copies: label?.copyNo ?? 0,
      trackingState: followed?.state ?? '',
    });
  }
  return parcels;
}

export interface ShipmentParcels extends ParcelNumbers {
  readonly booking: Booking;
  /** The number of boxes the booking was for. */
  readonly asked: number;
}

/** The boxes of a booking with their numbers; null: it has none yet. */
export function shipmentParcels({
  bookingJson,
  requestJson,
}: Pick<Shipment, 'bookingJson' | 'requestJson'>): ShipmentParcels | null {
  if (bookingJson === null || bookingJson === '') return null;
  return parcelsOfBooking(storedBooking.read(bookingJson), bookingRequestJson.read(requestJson));
}

/**
 * The parcel that has this number; undefined: none. A number that was given back belongs to none again: carriers reissue such numbers, and
 * a pre-printed one may have been typed in for the wrong order.
 */
export async function holderOf(
  { tracking, shipments }: Pick<Repositories, 'tracking' | 'shipments'>,
  waybillNo: string,
): Promise<TrackedParcel | undefined> {
  const followed = await tracking.byWaybill(waybillNo);
  if (followed === undefined || followed.orderId === '') return undefined;
  if (followed.state !== 'cancelled') return followed;
  // Its carrier may call a parcel cancelled whose booking is still valid.
  const current = (await shipments.ofOrder(followed.orderId)).filter(({ state }) => state !== 'voided');
  const isHeld = current
    .map(shipmentParcels)
    .some((known) => known !== null && bookedNumbers(known.booking).includes(waybillNo));
  return isHeld ? followed : undefined;
}

/** Every number a booking came to: its own first. */
export const bookedNumbers = ({ waybillNo, childWaybillNos = [] }: Booking): readonly string[] => [
  waybillNo,
  ...childWaybillNos,
];

/** The boxes of a booking, with what was asked for it. */
export function parcelsOfBooking(
  booking: Booking,
  { parcelCount }: Pick<BookingRequest, 'parcelCount'>,
): ShipmentParcels {
  return { ...parcelNumbers(booking, parcelCount), booking, asked: Math.max(1, parcelCount) };
}

/** Every number of an ended booking; empty if it can no longer be read, which must not prevent writing its end. */
export function previousNumbers({
  bookingJson,
  requestJson,
}: Pick<Shipment, 'bookingJson' | 'requestJson'>): readonly string[] {
  const booking = storedBooking.readOr(bookingJson ?? '', null);
  const askedCount = bookingRequestJson.readOr(requestJson, null)?.parcelCount ?? 1;
  return booking === null ? [] : parcelNumbers(booking, askedCount).numbers;
}

/** Another copy of the workspace got the number, and may have printed its label. */
export const bookedElsewhere: ErrorCode = 'BOOKED_ELSEWHERE';

/** The platform gave a booked order a number count that differs from its boxes. */
export const parcelCodes: readonly ErrorCode[] = ['PARCEL_NUMBERS_SHORT', 'PARCEL_NUMBERS_OVER'];

/** The most numbers named in one sentence. */
const shownNumbers = 5;

/** The warning for a booking whose numbers do not match its boxes; null: they match. */
export function parcelComplaint(
  orderNo: string,
  { asked, told, surplus }: Pick<ShipmentParcels, 'asked' | 'told' | 'surplus'>,
): OrderComplaint | null {
  if (told === asked) return null;
  const code: ErrorCode = told < asked ? 'PARCEL_NUMBERS_SHORT' : 'PARCEL_NUMBERS_OVER';
  const numbers = surplus.slice(0, shownNumbers).join(', ') + (surplus.length > shownNumbers ? ' …' : '');
  const params = { orderNo, asked, told, difference: Math.abs(asked - told), numbers };
  return { code, field: 'parcelCount', params };
}
