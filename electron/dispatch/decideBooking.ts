import type { Booking } from '../../shared/domain/shipment.ts';
import { type ErrorCode, errorDefinition } from '../../shared/errors/catalogue.ts';
import type { CallOutcome, ErrorParams } from '../../shared/errors/outcome.ts';

/** What follows from the outcome of one `book` or `find` call. */
export type BookingDecision =
  | { readonly kind: 'booked'; readonly booking: Booking }
  /** The platform said no to this order; nothing exists. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly params: ErrorParams }
  /** The platform says no to the whole account: trying others only locks it out. */
  | { readonly kind: 'halt-account'; readonly code: ErrorCode; readonly params: ErrorParams }
  /** Nothing left this machine, or the platform is busy: the whole lane waits and tries again. */
  | { readonly kind: 'wait'; readonly code: ErrorCode; readonly params: ErrorParams }
  /** It may exist: only ever ask, with the same code. */
  | { readonly kind: 'find'; readonly code: ErrorCode; readonly params: ErrorParams }
  /** `find` proved that nothing exists: the same order may be booked now. */
  | { readonly kind: 'book-again' };

const accountCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'CARRIER_CREDENTIALS',
  'CARRIER_PERMISSION',
  'CARRIER_ACCOUNT',
  'CARRIER_ARREARS',
  'CARRIER_BALANCE',
  'CARRIER_QUOTA',
  // The address answers, but not as this platform: every other order would meet the same.
  'CARRIER_HTTP_REFUSED',
  'NETWORK_ADDRESS_INVALID',
  'NETWORK_PLAIN_HTTP',
]);

/** Found by asking, not by booking: "no such order" is an answer, not a fault. */
const notFoundCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['CARRIER_NOT_FOUND']);

/** Pure: the certainty alone decides what may be done, the code only how it is told. */
export function decideBooking(call: 'book' | 'find', outcome: CallOutcome<Booking>): BookingDecision {
  if (outcome.ok) return { kind: 'booked', booking: outcome.value };
  const { code } = outcome;
  const params = outcome.params ?? {};
  if (outcome.certainty === 'unknown') return { kind: 'find', code, params };
  if (call === 'find') return decideFind(code, params);
  if (accountCodes.has(code)) return { kind: 'halt-account', code, params };
  return errorDefinition(code).retryable ? { kind: 'wait', code, params } : { kind: 'refused', code, params };
}

/** A question that did not get through leaves the outcome as unknown as it was. */
function decideFind(code: ErrorCode, params: ErrorParams): BookingDecision {
  if (notFoundCodes.has(code)) return { kind: 'book-again' };
  if (accountCodes.has(code) || errorDefinition(code).retryable) return { kind: 'find', code, params };
  return { kind: 'refused', code, params };
}
