import type { ErrorCode } from '../../shared/errors/catalogue.ts';

/** Calls that did not get through, or whose answer did not come back. A refusal is an answer and none of these. */
const transportCodes: ReadonlySet<string> = new Set<ErrorCode>([
  'NETWORK_DNS',
  'NETWORK_REFUSED',
  'NETWORK_UNREACHABLE',
  'NETWORK_CONNECT_TIMEOUT',
  'NETWORK_TLS',
  'NETWORK_TIMEOUT',
  'NETWORK_CUT',
  'NETWORK_REPLY_TOO_LARGE',
  'CARRIER_DOWN',
  'CARRIER_BAD_REPLY',
]);

export function isTransportCode(code: string): boolean {
  return transportCodes.has(code);
}
