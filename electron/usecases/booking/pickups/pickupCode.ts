import { createHash } from 'node:crypto';

/** KDNiao's OrderCode, the shortest of the platforms. */
const maxLength = 30;

/**
 * The code a platform knows the n-th pickup of a booking by: it follows from the booking's own code alone, so that a lost
 * database leads to the same one, and is never that of a booking.
 */
export function pickupCode(orderCode: string, no: number): string {
  const plain = `${orderCode}P${no}`;
  if (plain.length <= maxLength) return plain;
  const digest = createHash('sha256').update(orderCode).digest('hex').slice(0, 20).toUpperCase();
  return `${digest}P${no}`;
}
