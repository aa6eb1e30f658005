import { timingSafeEqual } from 'node:crypto';

/**
 * Compares a digest, a signature or a proof that somebody sent with the right one; how long it takes does not tell how much of it was right.
 * One of another length, which `timingSafeEqual` would throw at, is a wrong one.
 */
export function isSameDigest(given: string | Uint8Array, right: string | Uint8Array): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
