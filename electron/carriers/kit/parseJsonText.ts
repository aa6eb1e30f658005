import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { jsonShape } from './jsonShape.ts';

function bad(reason: string): Outcome<never> {
  return failure('CARRIER_BAD_REPLY', { reason });
}

/** Text from outside as JSON, or CARRIER_BAD_REPLY with `empty`, `html`, `not-json`, `too-deep` or `duplicate-key`. */
export function parseJsonText(text: string): Outcome<unknown> {
  if (text === '') return bad('empty');
  if (text.startsWith('<')) return bad('html');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return bad('not-json');
  }
  const fault = jsonShape(text);
  return fault === null ? done(value) : bad(fault);
}
