import type { Booking } from '../../shared/domain/shipment.ts';
import { isLineFailure } from '../../shared/errors/callMeaning.ts';
import { type ErrorCode, errorDefinition, isErrorCode } from '../../shared/errors/catalogue.ts';
import type { CallOutcome, ErrorParams } from '../../shared/errors/outcome.ts';
import type { Shipment } from '../store/schema.ts';

/** What follows from the outcome of one `book` or `find` call. */
export type BookingDecision =
  | { readonly kind: 'booked'; readonly booking: Booking }
  /** The platform refused this order; nothing exists. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly params: ErrorParams }
  /** The platform refuses the whole account: trying other orders would only lock it. */
  | { readonly kind: 'halt-account'; readonly code: ErrorCode; readonly params: ErrorParams }
  /** Nothing left this machine, or the platform is busy: the whole lane waits and retries. */
  | { readonly kind: 'wait'; readonly code: ErrorCode; readonly params: ErrorParams }
  /** It may exist: from now on only ask, with the same code. */
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
  // The address answers, but not as this platform: every other order would fail alike.
  'CARRIER_HTTP_REFUSED',
  'NETWORK_ADDRESS_INVALID',
  'NETWORK_PLAIN_HTTP',
]);

/** For a question: "no such order" is an answer, not a fault. */
const notFoundCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['CARRIER_NOT_FOUND']);

/** Pure: the certainty alone decides what happens next; the code only chooses the words. */
export function decideBooking(call: 'book' | 'find', outcome: CallOutcome<Booking>): BookingDecision {
  if (outcome.ok) return { kind: 'booked', booking: outcome.value };
  const { code } = outcome;
  const params = outcome.params ?? {};
  if (outcome.certainty === 'unknown') return { kind: 'find', code, params };
  if (call === 'find') return decideFind(code, params);
  if (accountCodes.has(code)) return { kind: 'halt-account', code, params };
  return errorDefinition(code).retryable ? { kind: 'wait', code, params } : { kind: 'refused', code, params };
}

/** A question that did not get through leaves the outcome unknown. */
function decideFind(code: ErrorCode, params: ErrorParams): BookingDecision {
  if (notFoundCodes.has(code)) return { kind: 'book-again' };
  if (accountCodes.has(code) || errorDefinition(code).retryable) return { kind: 'find', code, params };
  return { kind: 'refused', code, params };
}

/** Refusals of this account or carrier: another one may accept the order. */
const elsewhereCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...accountCodes,
  'CARRIER_REFUSED',
  'CARRIER_OUT_OF_RANGE',
  'CARRIER_BUSY',
  'CARRIER_PEAK',
  'CARRIER_ENVIRONMENT',
]);

/**
 * May an order that was certainly not booked for this reason take another lane? Not when its own content was refused: a person must fix
 * that, and the next account would refuse it too. Prohibited goods never.
 */
export function mayReroute(code: string): boolean {
  return isErrorCode(code) && (isLineFailure(code) || elsewhereCodes.has(code));
}

/** Refusals after which the platform keeps the order code: repeating it would only repeat the refusal. */
const spending: ReadonlySet<string> = new Set<ErrorCode>(['CARRIER_OUT_OF_RANGE']);

/**
 * Is the order code of this booking used up for good? A number that was given back keeps its code; so do refusals that
 * say so. Every other refusal proves that nothing exists under the code, which may then be sent again.
 */
export function isCodeSpent({ state, errorCode }: Pick<Shipment, 'state' | 'errorCode'>): boolean {
  return state === 'voided' || (state === 'refused' && spending.has(errorCode));
}

/** Answers that asking again does not change: no number given, the number of another order, a code the platform has forgotten. */
const personCodes: readonly string[] = ['CARRIER_NUMBER_MISSING', 'CARRIER_WRONG_REPLY', 'FIND_TOO_LATE'];

/** Does a person decide about an unsure booking with this code? */
export function needsPerson(code: string): boolean {
  return personCodes.includes(code);
}
