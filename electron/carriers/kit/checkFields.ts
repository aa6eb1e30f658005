import { type Failure, failure } from '../../../shared/errors/outcome.ts';

export interface FieldRule {
  /** As the operator knows it: `receiver.name`, `remark`. */
  readonly field: string;
  readonly text: string;
  /** In UTF-16 units, which is never less than characters. */
  readonly maxLength: number;
  readonly isRequired: boolean;
  readonly pattern?: RegExp;
}

/** Halves of a surrogate pair: no encoding can carry them. */
const loneSurrogate = /\p{Cs}/u;

/** The first field that is missing, too long, or cannot be carried; null when all may be sent. */
export function checkFields(rules: readonly FieldRule[]): Failure | null {
  for (const { field, text, maxLength, isRequired, pattern } of rules) {
    if (text.trim() === '') {
      if (isRequired) return failure('CARRIER_FIELD_MISSING', { field });
      continue;
    }
    if (text.length > maxLength) {
      return failure('CARRIER_FIELD_TOO_LONG', { field, length: text.length, limit: maxLength });
    }
    if (loneSurrogate.test(text) || (pattern !== undefined && !pattern.test(text))) {
      return failure('CARRIER_FIELD_INVALID', { field });
    }
  }
  return null;
}
