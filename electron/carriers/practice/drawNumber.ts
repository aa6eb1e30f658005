import { createHash } from 'node:crypto';

/** A whole number below `limit` (≤ 2^48) that depends on the text alone, evenly spread. */
export function drawNumber(text: string, limit: number): number {
  return createHash('sha256').update(text, 'utf8').digest().readUIntBE(0, 6) % limit;
}
