/** Codes with fewer characters repeat from day to day in hand-made sheets (1, 2, A003 …). */
const weakBelowLength = 8;

/** Longest code every platform takes (KDNiao's OrderCode: 30), less room for a revision suffix. */
const maxLength = 26;

/**
 * Shapes of one number: letters and digits with what joins them, a sign in front that merchants and Shopify put there. Whatever
 * begins otherwise may be a formula to the spreadsheet program that opens what is written back.
 */
const usualNumber = /^[#【]?[\p{L}\p{N}][\p{L}\p{M}\p{N}_\-./#+()（）【】 ]*$/u;
/** An ERP writes the numbers of several orders into one cell. */
export const numberSeparator = /[,，;；、]/;

/** As nearly all numbers are. */
const plainNumber = /^[A-Za-z0-9][\w-]*$/;

/** Does a person have to look at this number before it goes to platforms and into files? */
export function isOddOrderNo(orderNo: string): boolean {
  if (plainNumber.test(orderNo)) return false;
  const numbers = orderNo.split(numberSeparator).map((number) => number.trim());
  return numbers.some((number) => number !== '' && !usualNumber.test(number));
}

/** What merging, splitting and further parcels put behind a number (`+1`, `-P2`, `-X1`). */
const regrouped = /(?:\+\d+|-[PX]\d+)+$/;

/** Is this order number likely to be the only one of its kind for ever, like a marketplace's? A part's is as good as its order's. */
export function isStrongOrderNo(orderNo: string): boolean {
  const own = orderNo.replace(regrouped, '');
  return own.length >= weakBelowLength && /\d{4}/.test(own);
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
  return `${readablePart(orderNo)}-${fingerprint.slice(0, 10).toUpperCase()}${suffix}`;
}

function readablePart(orderNo: string): string {
  return orderNo.replace(/[^A-Za-z0-9_-]/g, '').slice(0, maxLength - 11) || 'N';
}

/** The code of the first booking; every later revision begins with it. */
export function firstRevision(orderCode: string): string {
  return orderCode.replace(/R\d+$/, '');
}

/** How the codes of an order begin, and which of those that begin so may be of it. */
export interface CodeFamily {
  readonly prefix: string;
  readonly includes: (orderCode: string) => boolean;
}

/** Every code an order of this number may have been booked under: of a weak number whatever its row said then. */
export function codesOfNumber(orderNo: string, fingerprint: string): CodeFamily {
  if (isStrongOrderNo(orderNo)) {
    const code = orderCodeFor(orderNo, fingerprint, 1);
    return { prefix: code, includes: (other) => firstRevision(other) === code };
  }
  const prefix = `${readablePart(orderNo)}-`;
  return {
    prefix,
    includes: (other) => other.startsWith(prefix) && /^[0-9A-F]{10}(R\d+)?$/.test(other.slice(prefix.length)),
  };
}
