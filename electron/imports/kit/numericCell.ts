import type { TableCell } from './tableFormat.ts';

/** Spreadsheets compute with doubles: 15 decimal digits survive, later ones are replaced by zeros or noise. */
const SAFE_DIGITS = 15;
/** Longer than any double is ever written. */
const MAX_CHARACTERS = 64;
/** Longest plain form of a double; a longer exponent is not a number anybody typed. */
const MAX_EXPONENT = 308;

function expand(sign: string, whole: string, fraction: string, exponent: number): string {
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function tidy(plain: string): string {
  const sign = plain.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = plain.slice(sign.length).split('.');
  const shortWhole = whole.replace(/^0+(?=\d)/, '');
  const shortFraction = fraction.replace(/0+$/, '');
  return shortFraction === '' ? `${sign}${shortWhole}` : `${sign}${shortWhole}.${shortFraction}`;
}

/**
 * A number as the file stores it, to the text a person would type, by moving digits and never through a double.
 * `isDamaged` when digits may be gone: more than 15 before the point, or an exponent form that uses all 15.
 */
export function numericCell(stored: string): TableCell {
  if (/^\d{1,15}$/.test(stored)) return { text: stored };
  if (stored.length > MAX_CHARACTERS) return { text: stored, isDamaged: true };
  const parts = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(stored);
  if (parts === null) return { text: stored };
  const [, sign = '', whole = '', fraction = '', power] = parts;
  const exponent = Number(power ?? 0);
  if (Math.abs(exponent) > MAX_EXPONENT) return { text: stored, isDamaged: true };
  const text = tidy(expand(sign === '-' ? '-' : '', whole, fraction, exponent));
  const wholeDigits = text.replace(/^-/, '').split('.')[0]?.length ?? 0;
  const significantDigits = (whole + fraction).replace(/^0+/, '').length;
  const isDamaged =
    wholeDigits > SAFE_DIGITS || (power !== undefined && exponent > 0 && significantDigits >= SAFE_DIGITS);
  return isDamaged ? { text, isDamaged } : { text };
}
