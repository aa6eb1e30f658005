import type { ErrorCode } from '../../../shared/errors/catalogue.ts';

/** Refusals of the content itself, which the same text would have met the first time too. */
const sameAsBefore: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['CARRIER_REFUSED', 'CARRIER_FIELD']);

/** Whether a refused repeat proves that the first try was refused as well. */
export function isSameRefusal(code: ErrorCode): boolean {
  return sameAsBefore.has(code);
}
