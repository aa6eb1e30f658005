import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import type { Shipment } from '../store/schema.ts';

/** Refusals after which the platform keeps the order code: once more under it would only repeat the refusal. */
const spending: ReadonlySet<string> = new Set<ErrorCode>(['CARRIER_OUT_OF_RANGE']);

/**
 * Is the order code of this booking used up for good? A number that was given back keeps its code; so do refusals that
 * say so. Every other refusal proves that nothing exists under the code, which may then be sent again.
 */
export function isCodeSpent({ state, errorCode }: Pick<Shipment, 'state' | 'errorCode'>): boolean {
  return state === 'voided' || (state === 'refused' && spending.has(errorCode));
}
