import { numberInRouteText } from '../../../shared/domain/scans/routeCode.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { type CallOutcome, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from './carrierPlatform.ts';

/** The parts of a booking reply common to all platforms. */
export interface RepliedNumber {
  /** Empty: the reply does not name its order. */
  readonly orderCode: string;
  readonly waybillNo: string;
}

/**
 * Letters, dashes (in JD's child numbers) and at least one digit: some replies contain the word `null`, some zeros in place of a number.
 * We store and print at most 30.
 */
export function isWaybillNo(text: string, leastLength: number): boolean {
  return /^(?=.*[1-9])[A-Za-z0-9-]{1,30}$/.test(text) && text.length >= leastLength;
}

/** A success flag with a fault code, or the other way round: both readings are possible. */
export function contradiction(): CallOutcome<never> {
  return unknownOutcome('CARRIER_BAD_REPLY', { reason: 'contradiction' });
}

/** Why a reply that reports success is not valid for this order; null: it is. */
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

/** Each child once. Some lists repeat the parent; its label would be printed for two parcels. */
export function childNumbers(numbers: readonly string[], parent: string, leastLength: number): string[] {
  return [...new Set(numbers)].filter((number) => isWaybillNo(number, leastLength) && number !== parent);
}

/** QR code texts that contain the number of a parcel of this booking; an odd one is left out without harm. */
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

/** Only values the reply has: an empty text would mean "known to be empty". */
export function nonEmpty<T extends Readonly<Record<string, string>>>(texts: T): Partial<T> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<T>;
}
