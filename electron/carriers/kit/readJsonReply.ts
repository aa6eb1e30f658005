import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { HttpReply } from '../../platform/http.ts';
import { parseJsonText } from './parseJsonText.ts';

function bad(reason: string): Outcome<never> {
  return failure('CARRIER_BAD_REPLY', { reason });
}

/**
 * The body of a reply as JSON, or CARRIER_BAD_REPLY with one of the reasons `compressed`, `encoding` or those of
 * `parseJsonText`. Strict UTF-8: bytes of another encoding are refused, never replaced by
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
  return parseJsonText(text);
}
