import { type ErrorCode, isErrorCode } from '../../shared/errors/catalogue.ts';
import { isTransportCode } from './isTransportCode.ts';

/** Refusals of this account or this carrier: another one may well take the order. */
const elsewhereCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'CARRIER_REFUSED',
  'CARRIER_OUT_OF_RANGE',
  'CARRIER_CREDENTIALS',
  'CARRIER_PERMISSION',
  'CARRIER_ACCOUNT',
  'CARRIER_ARREARS',
  'CARRIER_BALANCE',
  'CARRIER_QUOTA',
  'CARRIER_HTTP_REFUSED',
  'CARRIER_BUSY',
  'CARRIER_PEAK',
  'CARRIER_ENVIRONMENT',
  'NETWORK_ADDRESS_INVALID',
  'NETWORK_PLAIN_HTTP',
]);

/**
 * May an order that was certainly not booked for this reason go another way? Not when its own content was refused: that is
 * a person's to mend, and the next account would refuse it too; prohibited goods least of all.
 */
export function mayReroute(code: string): boolean {
  return isErrorCode(code) && (isTransportCode(code) || elsewhereCodes.has(code));
}
