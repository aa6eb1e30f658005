import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import type { ShipmentParcels } from './shipmentParcels.ts';

/** Of a booked order: its platform gave another count of numbers than there are boxes. */
export const parcelCodes: readonly ErrorCode[] = ['PARCEL_NUMBERS_SHORT', 'PARCEL_NUMBERS_OVER'];

/** Numbers named in one sentence, at most. */
const shownNumbers = 5;

/** What a person must know of a booking whose numbers do not fit its boxes; null: they fit. */
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
