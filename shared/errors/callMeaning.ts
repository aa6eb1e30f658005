import type { reachErrors } from './addressErrors.ts';
import type { carrierErrors, networkErrors } from './carrierErrors.ts';
import { isErrorCode } from './catalogue.ts';
import type { pickupErrors } from './parcelErrors.ts';
import type { platformRefusalErrors, platformServiceErrors } from './platformErrors.ts';

/**
 * Why the call itself went wrong. `transport`: it did not get through, or nothing came back · `reply`: what came back cannot be read ·
 * `platform`: the platform says it is not there · `unfit`: it answered, but not to what was asked.
 */
const faultKinds = [
  'transport',
  'reply',
  'platform',
  'unfit',
  'settings',
  'signature',
  'permission',
  'arrears',
  'quota',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/**
 * What an error says of the call that ended with it. A fault: the call itself went wrong. `refusal`: the platform did its
 * work and said no to one order, address or number. `none`: nothing was asked, so that it counts as no call.
 */
export type CallMeaning = FaultKind | 'refusal' | 'none';

/** Every code of the groups that calls end with; one that has no meaning here does not compile. Pushes come in: no call. */
type CallCode =
  | keyof typeof networkErrors
  | keyof typeof carrierErrors
  | keyof typeof platformRefusalErrors
  | Exclude<keyof typeof platformServiceErrors, `PUSH_${string}` | `RELAY_${string}`>
  | keyof typeof pickupErrors
  | Extract<keyof typeof reachErrors, `ASK_${string}`>;

const meanings: Readonly<Record<CallCode, CallMeaning>> = {
  NETWORK_DNS: 'transport',
  NETWORK_REFUSED: 'transport',
  NETWORK_UNREACHABLE: 'transport',
  NETWORK_CONNECT_TIMEOUT: 'transport',
  NETWORK_TLS: 'transport',
  NETWORK_PLAIN_HTTP: 'settings',
  NETWORK_ADDRESS_INVALID: 'settings',
  NETWORK_TIMEOUT: 'transport',
  NETWORK_CUT: 'transport',
  NETWORK_REPLY_TOO_LARGE: 'reply',
  CARRIER_BAD_REPLY: 'reply',
  CARRIER_WRONG_REPLY: 'unfit',
  CARRIER_DOWN: 'platform',
  CARRIER_BUSY: 'quota',
  CARRIER_HTTP_REFUSED: 'settings',
  CARRIER_CREDENTIALS: 'signature',
  CARRIER_ACCOUNT: 'permission',
  CARRIER_BALANCE: 'arrears',
  CARRIER_QUOTA: 'quota',
  CARRIER_FIELD: 'refusal',
  CARRIER_FIELD_MISSING: 'refusal',
  CARRIER_FIELD_TOO_LONG: 'refusal',
  CARRIER_FIELD_INVALID: 'refusal',
  CARRIER_WISH_NOT_OFFERED: 'refusal',
  CARRIER_REFUSED: 'refusal',
  CARRIER_REFUSAL_UNCLEAR: 'unfit',
  CARRIER_NUMBER_MISSING: 'unfit',
  CARRIER_NOT_FOUND: 'refusal',
  CARRIER_NOT_OFFERED: 'none',
  CARRIER_PEAK: 'quota',
  CARRIER_MANUAL_REVIEW: 'refusal',
  CARRIER_OUT_OF_RANGE: 'refusal',
  CARRIER_PROHIBITED: 'refusal',
  CARRIER_ENVIRONMENT: 'settings',
  CARRIER_NUMBER_LOCKED: 'refusal',
  CARRIER_PHONE_NEEDED: 'refusal',
  CARRIER_EXISTS_UNSEEN: 'refusal',
  FIND_TOO_LATE: 'none',
  FIND_TOO_SOON: 'refusal',
  TRACK_TOO_SOON: 'none',
  TRACK_BUDGET_SPENT: 'none',
  TRACK_OTHER_NUMBER: 'unfit',
  CARRIER_PERMISSION: 'permission',
  CARRIER_ARREARS: 'arrears',
  ACCOUNT_FIELD_MISSING: 'none',
  ACCOUNT_FIELD_INVALID: 'none',
  LABEL_HTML_UNUSABLE: 'none',
  LABEL_NO_TEMPLATE_YET: 'none',
  SERVICE_UNSUPPORTED: 'none',
  PICKUP_NOT_OFFERED: 'none',
  PICKUP_ACCOUNT_CANNOT: 'none',
  PICKUP_ORDER_NOT_BOOKED: 'none',
  PICKUP_OPEN: 'none',
  PICKUP_NOT_OPEN: 'none',
  PICKUP_WINDOW_INVALID: 'none',
  PICKUP_UNSURE: 'none',
  PICKUP_CANCEL_UNSURE: 'none',
  ASK_NO_ACCOUNT: 'none',
  ASK_UNSUPPORTED: 'none',
  ASK_NOT_UNDERSTOOD: 'refusal',
  ASK_TEXT_UNFIT: 'none',
};

/** null: a code that no call ends with, of work on this computer or of an earlier program. */
function meaningOf(code: string): CallMeaning | null {
  return Object.hasOwn(meanings, code) ? meanings[code as CallCode] : null;
}

/** What a call came to: by its error, empty when it was answered as it should be. */
export type CallClass = 'fine' | 'fault' | 'refusal' | 'none';

/** A code of an earlier program that the catalogue no longer has counts as a fault: unknown is not good. */
export function callClassOf(errorCode: string): CallClass {
  if (errorCode === '') return 'fine';
  const meaning = meaningOf(errorCode);
  if (meaning === null) return isErrorCode(errorCode) ? 'none' : 'fault';
  return meaning === 'refusal' || meaning === 'none' ? meaning : 'fault';
}

/** null: the code is no fault of a call. */
export function faultKindOf(errorCode: string): FaultKind | null {
  const meaning = meaningOf(errorCode);
  return meaning === 'refusal' || meaning === 'none' ? null : meaning;
}

const lineFailures: readonly (FaultKind | null)[] = ['transport', 'reply', 'platform'];

/** The call did not get through, or its answer did not come back: the next one may. A refusal is an answer and none of these. */
export const isLineFailure = (errorCode: string): boolean => lineFailures.includes(faultKindOf(errorCode));

/** Faults for which the platform was not there: what availability is measured by. The shop's own debts and keys are none. */
export const isUnavailable = (errorCode: string): boolean =>
  isLineFailure(errorCode) || faultKindOf(errorCode) === 'unfit';
