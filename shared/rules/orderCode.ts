/** Codes with fewer characters repeat from day to day in hand-made sheets (1, 2, A003 …). */
const weakBelowLength = 8;

/** Longest code every platform takes (KDNiao's OrderCode: 30), less room for a revision suffix. */
const maxLength = 26;

/** Is this order number likely to be the only one of its kind for ever, like a marketplace's? */
export function isStrongOrderNo(orderNo: string): boolean {
  return orderNo.length >= weakBelowLength && /\d{4}/.test(orderNo);
}

/**
 * The code a platform knows a booking by. It follows from the order alone, so that a lost database leads to the
 * same code and the platform answers with the waybill it already gave. A weak, over-long or unprintable number
 * gets a piece of the order's fingerprint (hex, ≥ 10 digits), so that yesterday's "1" is not today's.
 */
export function orderCodeFor(orderNo: string, fingerprint: string, revision: number): string {
  const suffix = revision > 1 ? `R${revision}` : '';
  // A number that ends like a revision could be another order's second booking.
  const isPlain = /^[A-Za-z0-9_-]+$/.test(orderNo) && orderNo.length <= maxLength && !/R\d+$/.test(orderNo);
  if (isPlain && isStrongOrderNo(orderNo)) return orderNo + suffix;
  const readable = orderNo.replace(/[^A-Za-z0-9_-]/g, '').slice(0, maxLength - 11);
  const tail = fingerprint.slice(0, 10).toUpperCase();
  return `${readable === '' ? 'N' : readable}-${tail}${suffix}`;
}
