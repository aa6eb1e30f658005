import { dayMs } from '../../../shared/rules/shopTime.ts';
import type { TableCell } from './tableFormat.ts';

/** A stored number as its cell shows it: a date, with its leading zeros, or the plain number. */
export function styledNumber(stored: string, style: NumberStyle | undefined, is1904: boolean): TableCell {
  if (style === undefined || style === 'plain') return numericCell(stored);
  if (style === 'date') {
    const text = excelDateText(stored, is1904);
    return text === null ? numericCell(stored) : { text };
  }
  const plain = numericCell(stored);
  const text = plain.isDamaged === true ? null : padWithZeros(plain.text, style);
  return text === null ? plain : { text };
}

/** What the format of a cell makes of its number. Formats that only dress a value (thousands, 元, percent) are plain. */
export type NumberStyle = 'plain' | 'date' | ZeroPadding;

/** `code` is undefined for a built-in format; none of those pads with zeros. */
export function numberStyle(formatId: number, code: string | undefined): NumberStyle {
  if (isDateFormat(formatId, code)) return 'date';
  return (code === undefined ? null : readZeroPadding(code)) ?? 'plain';
}

/** Spreadsheets compute with doubles: 15 decimal digits survive, later ones are replaced by zeros or noise. */
const safeDigits = 15;
/** Longer than any double is ever written. */
const mostCharacters = 64;
/** Longest plain form of a double; a longer exponent is not a number anybody typed. */
const largestExponent = 308;

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
  if (stored.length > mostCharacters) return { text: stored, isDamaged: true };
  const parts = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(stored);
  if (parts === null) return { text: stored };
  const [, sign = '', whole = '', fraction = '', power] = parts;
  const exponent = Number(power ?? 0);
  if (Math.abs(exponent) > largestExponent) return { text: stored, isDamaged: true };
  const text = tidy(expand(sign === '-' ? '-' : '', whole, fraction, exponent));
  const wholeDigits = text.replace(/^-/, '').split('.')[0]?.length ?? 0;
  const significantDigits = (whole + fraction).replace(/^0+/, '').length;
  const isDamaged =
    wholeDigits > safeDigits || (power !== undefined && exponent > 0 && significantDigits >= safeDigits);
  return isDamaged ? { text, isDamaged } : { text };
}

/**
 * Whole digits in the places of the format, filled from the right; more digits than places stand before the first. Null
 * for what is no identifier (a fraction, a negative number): rounding it as the spreadsheet does would lose what it holds.
 */
function padWithZeros(digits: string, padding: ZeroPadding): string | null {
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

/** A number format that shows a number with leading zeros: a postcode (`000000`), an order number (`0000-0000`). */
interface ZeroPadding {
  /** What stands before the first digit place. */
  readonly before: string;
  /** Digit places from the left; `after` is the text between this place and the next. */
  readonly places: readonly { readonly isPadded: boolean; readonly after: string }[];
  /** The format has a form of its own for zero, which is not read here. */
  readonly hasOwnZero: boolean;
}

/** Colour and language marks say nothing about the digits; conditions and Chinese numerals do, and are not read here. */
const harmlessMark =
  /^\[(?:\$-[^\]]*|black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d+|[黑蓝青绿洋红白黄]+色?)\]/i;
/** Quoted text, an escaped character, the width of a character, a fill character, or one character. */
const token = /"([^"]*)"|\\(.)|_.|\*.|([^"\\_*])/gy;
/** Characters that stand for more than themselves: decimals, thousands, percent, fractions, text, letters of dates. */
const meaningful = /[.,%/@?eE[\]"a-zA-Z]/;

function firstSection(code: string): string {
  // A semicolon inside quotes or after a backslash parts nothing.
  return /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code)?.[0] ?? '';
}

/** The zero padding of a number format, null for every other format. A single `0` pads nothing. */
function readZeroPadding(code: string): ZeroPadding | null {
  const section = firstSection(code);
  let body = section;
  for (let mark = harmlessMark.exec(body); mark !== null; mark = harmlessMark.exec(body)) {
    body = body.slice(mark[0].length);
  }
  let before = '';
  const places: { isPadded: boolean; after: string }[] = [];
  let at = 0;
  for (const [whole, quoted, escaped, single] of body.matchAll(token)) {
    at += whole.length;
    if (single === '0' || single === '#') {
      places.push({ isPadded: single === '0', after: '' });
      continue;
    }
    if (single !== undefined && meaningful.test(single)) return null;
    const text = quoted ?? escaped ?? single ?? '';
    const last = places.at(-1);
    if (last === undefined) before += text;
    else last.after += text;
  }
  if (at < body.length || places.filter((place) => place.isPadded).length < 2) return null;
  const hasOwnZero = code.slice(section.length).split(';').length > 2;
  return { before, places, hasOwnZero };
}

const epoch1900Ms = Date.UTC(1899, 11, 30);
const epoch1904Ms = Date.UTC(1904, 0, 1);
/** 9999-12-31 in the 1900 system. */
const lastSerial = 2_958_466;

function isBuiltInDate(formatId: number): boolean {
  return (
    (formatId >= 14 && formatId <= 22) ||
    (formatId >= 27 && formatId <= 36) ||
    (formatId >= 45 && formatId <= 47) ||
    (formatId >= 50 && formatId <= 58)
  );
}

/**
 * Does a number format show a date or time? Built-in ids by ECMA-376 18.8.30 (27–36 and 50–58 are the East Asian ones);
 * a custom code by its letters (`aaa` is the weekday in Chinese), after quoted text, escapes and bracketed colours are taken out.
 */
export function isDateFormat(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(formatId);
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[ymdhs]|aaa/i.test(bare);
}

/** Serial day number to `YYYY-MM-DD HH:mm:ss` (`HH:mm:ss` below one day), null when it is no date. Wall clock, no zone. */
export function excelDateText(stored: string, is1904: boolean): string | null {
  const serial = Number(stored);
  if (!Number.isFinite(serial) || serial < 0 || serial >= lastSerial) return null;
  // The 1900 system counts a 29 February 1900 that never was; before it the serials are one day lower.
  const days = !is1904 && serial < 60 && serial >= 1 ? serial + 1 : serial;
  const epochMs = is1904 ? epoch1904Ms : epoch1900Ms;
  const iso = new Date(epochMs + Math.round((days * dayMs) / 1000) * 1000).toISOString();
  return serial < 1 && !is1904 ? iso.slice(11, 19) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}
