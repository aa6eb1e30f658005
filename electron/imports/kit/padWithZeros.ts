import type { ZeroPadding } from './zeroPadding.ts';

/**
 * Whole digits in the places of the format, filled from the right; more digits than places stand before the first. Null
 * for what is no identifier (a fraction, a negative number): rounding it as the spreadsheet does would lose what it holds.
 */
export function padWithZeros(digits: string, padding: ZeroPadding): string | null {
  if (!/^\d+$/.test(digits) || (padding.hasOwnZero && /^0+$/.test(digits))) return null;
  const significant = digits.replace(/^0+/, '');
  const { before, places } = padding;
  const surplus = Math.max(0, significant.length - places.length);
  let text = before + significant.slice(0, surplus);
  const first = places.length - (significant.length - surplus);
  let isShowing = surplus > 0;
  for (const [index, place] of places.entries()) {
    const digit =
      index >= first ? significant[surplus + index - first] : place.isPadded || isShowing ? '0' : '';
    isShowing ||= digit !== '';
    text += `${digit}${place.after}`;
  }
  return text.trim();
}
