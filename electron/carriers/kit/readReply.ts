import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { HttpReply } from '../../platform/http.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

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
    text = strictUtf8.decode(reply.body).trim();
  } catch {
    return bad('encoding');
  }
  return parseJsonText(text);
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

type JsonShapeFault = 'too-deep' | 'duplicate-key';

/** Deeper than any platform's reply (KDNiao: 4); a deeper one is an attack or a bug. */
const maxDepth = 32;

/**
 * Looks at JSON text for what JSON.parse lets pass: nesting without limit, and one key twice in an object, where
 * the last one silently wins (two waybill numbers in one reply must not end as one of them).
 * Run it on text that JSON.parse has accepted. Linear in the length of the text.
 */
function jsonShape(text: string): JsonShapeFault | null {
  const keysOfOpen: (Set<string> | null)[] = [];
  let lastText = '';
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"') {
      const end = endOfText(text, at);
      lastText = text.slice(at, end + 1);
      at = end;
    } else if (mark === '{' || mark === '[') {
      if (keysOfOpen.length >= maxDepth) return 'too-deep';
      keysOfOpen.push(mark === '{' ? new Set() : null);
    } else if (mark === '}' || mark === ']') {
      keysOfOpen.pop();
    } else if (mark === ':') {
      const keys = keysOfOpen.at(-1);
      const key = lastText.includes('\\') ? String(JSON.parse(lastText)) : lastText.slice(1, -1);
      if (keys?.has(key)) return 'duplicate-key';
      keys?.add(key);
    }
  }
  return null;
}

/** Index of the quote that closes the text opened at `start`. */
function endOfText(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at === -1 ? text.length : at;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
