import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Crockford's base 32: no I, L, O, U, so that an id read aloud is not misheard. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type IdSource = () => string;

/**
 * ULID-shaped ids (26 characters): they sort by the time they were made, and within one millisecond by order of
 * making, so a table keyed by them reads back in order.
 */
export function createIdSource(clock: Clock, random: (size: number) => Uint8Array = randomBytes): IdSource {
  let lastAt = 0;
  let tail: Uint8Array = new Uint8Array(16);
  return () => {
    const now = Math.max(clock.now(), lastAt);
    if (now > lastAt) tail = random(16).map((byte) => byte & 31);
    else increment(tail);
    lastAt = now;
    return encodeTime(now) + Array.from(tail, (value) => alphabet[value]).join('');
  };
}

function encodeTime(at: number): string {
  let rest = at;
  let text = '';
  for (let place = 0; place < 10; place++) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function increment(digits: Uint8Array): void {
  for (let place = digits.length - 1; place >= 0; place--) {
    const value = ((digits[place] ?? 0) + 1) & 31;
    digits[place] = value;
    if (value !== 0) return;
  }
}
