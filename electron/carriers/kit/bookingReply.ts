import { numberInRouteText } from '../../../shared/domain/scans/routeCode.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { type CallOutcome, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from './carrierPlatform.ts';

/** What every reply to a booking must say, whatever the platform calls it. */
export interface RepliedNumber {
  /** Empty: the reply does not say whose it is. */
  readonly orderCode: string;
  readonly waybillNo: string;
}

/**
 * Letters, dashes (JD's child numbers hold them) and a digit at least: some replies say `null` in letters, some write zeros where a number is
 * to stand. What we store and print ends at 30.
 */
export function isWaybillNo(text: string, leastLength: number): boolean {
  return /^(?=.*[1-9])[A-Za-z0-9-]{1,30}$/.test(text) && text.length >= leastLength;
}

/** A success flag beside a fault code, or the other way round: both readings stay open. */
export function contradiction(): CallOutcome<never> {
  return unknownOutcome('CARRIER_BAD_REPLY', { reason: 'contradiction' });
}

/** Why a reply that calls itself a success is none for this order; null: the number is its own. */
export function numberFault(
  request: Pick<BookingRequest, 'orderCode'>,
  { orderCode, waybillNo }: RepliedNumber,
  leastLength: number,
  missing: CallOutcome<never> = unknownOutcome('CARRIER_BAD_REPLY', { reason: 'no-waybill-number' }),
): CallOutcome<never> | null {
  if (orderCode !== '' && orderCode !== request.orderCode) return unknownOutcome('CARRIER_WRONG_REPLY');
  if (waybillNo === '') return missing;
  return isWaybillNo(waybillNo, leastLength)
    ? null
    : unknownOutcome('CARRIER_BAD_REPLY', { reason: 'waybill-number' });
}

/** Each child once. Some lists repeat the parent; printed twice, its label would be on two parcels. */
export function childNumbers(numbers: readonly string[], parent: string, leastLength: number): string[] {
  return [...new Set(numbers)].filter((number) => isWaybillNo(number, leastLength) && number !== parent);
}

/** Of texts for QR codes those that hold the number of a parcel of this booking; an odd one is left out and spoils nothing. */
export function routeQrTexts(
  texts: readonly string[],
  { waybillNo, children }: { readonly waybillNo: string; readonly children: readonly string[] },
): Pick<Booking, 'routeQrText' | 'childRouteQrTexts'> {
  const textOf = new Map(texts.map((text) => [numberInRouteText(text), text]));
  const own = textOf.get(waybillNo);
  const others = children.map((child) => textOf.get(child)).filter((text) => text !== undefined);
  return {
    ...(own === undefined ? {} : { routeQrText: own }),
    ...(others.length === 0 ? {} : { childRouteQrTexts: others }),
  };
}

/** Only what the reply says: an empty text would say that it is known to be nothing. */
export function nonEmpty<T extends Readonly<Record<string, string>>>(texts: T): Partial<T> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<T>;
}
