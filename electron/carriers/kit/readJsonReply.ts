import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { HttpReply } from '../../platform/http.ts';
import { jsonShape } from './jsonShape.ts';

function bad(reason: string): Outcome<never> {
  return failure('CARRIER_BAD_REPLY', { reason });
}

/**
 * The body of a reply as JSON, or CARRIER_BAD_REPLY with one of the reasons `compressed`, `encoding`, `empty`, `html`,
 * `not-json`, `too-deep`, `duplicate-key`. Strict UTF-8: bytes of another encoding are refused, never replaced by
 * question marks. A byte order mark is let pass. The content type is not looked at: platforms send JSON as text/html.
 */
export function readJsonReply(reply: HttpReply): Outcome<unknown> {
  const encoding = reply.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity' && encoding !== '') return bad('compressed');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(reply.body).trim();
  } catch {
    return bad('encoding');
  }
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
