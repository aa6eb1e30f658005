import { carrierTable } from '../carriers/carrierTable.ts';

const goodsLengths: readonly number[] = [8, 12, 13, 14];

/** EAN-8, UPC-A, EAN-13 and ITF-14 end in a check digit over all digits before it. */
export function isGoodsCode(code: string): boolean {
  if (!goodsLengths.includes(code.length) || !/^\d+$/.test(code)) return false;
  const digits = [...code].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 1 ? 3 : 1), 0);
  return sum % 10 === 0;
}

/** Carriers whose numbers begin with letters: two of them cannot be one number of anybody else. */
const letteredForms = carrierTable
  .map(({ strict }) => strict)
  .filter((form) => form !== undefined)
  .filter(({ source }) => /^\^[A-Z]{2}/.test(source));
const numberForms = carrierTable.map(({ strict }) => strict).filter((form) => form !== undefined);

type Proof = 'letters' | 'digits';

/** What a code is beyond doubt; null: it may be anything. */
function proofOf(code: string): Proof | null {
  if (letteredForms.some((form) => form.test(code))) return 'letters';
  return isGoodsCode(code) || numberForms.some((form) => form.test(code)) ? 'digits' : null;
}

export type ScanKind = 'goods' | 'waybill' | 'other';

/** What a code looks like, for a person who tries a gun. */
export function readScan(code: string): ScanKind {
  if (isGoodsCode(code)) return 'goods';
  return numberForms.some((form) => form.test(code)) ? 'waybill' : 'other';
}

const shortestPart = 8;
const longestPart = 26;
/** Order numbers of digits alone are shorter: from here on only several codes are so long. */
const longestNumber = 24;
const mostParts = 4;

function waysToSplit(text: string, most: number): readonly (readonly string[])[] {
  if (text === '') return [[]];
  if (most === 0) return [];
  const ways: (readonly string[])[] = [];
  for (let length = shortestPart; length <= Math.min(longestPart, text.length); length++) {
    const part = text.slice(0, length);
    if (proofOf(part) === null) continue;
    for (const rest of waysToSplit(text.slice(length), most - 1)) ways.push([part, ...rest]);
  }
  return ways;
}

/** (01) and an article number: elements of GS1 behind one another are one code, however long. */
const isElementString = (text: string): boolean => text.startsWith('01') && isGoodsCode(text.slice(2, 16));

/**
 * Codes that a gun has sent as one, its Enter lost between them: null unless check digits or the forms of carriers' numbers
 * allow exactly one way to part them, and the whole is nobody's number.
 */
export function splitGlued(text: string): readonly string[] | null {
  if (text.length < 2 * shortestPart || proofOf(text) !== null || isElementString(text)) return null;
  const ways = waysToSplit(text, mostParts).filter((parts) => parts.length > 1);
  const [parts] = ways;
  if (parts === undefined || ways.length > 1) return null;
  const isSure = parts.some((part) => proofOf(part) === 'letters') || text.length > longestNumber;
  return isSure ? parts : null;
}

/** Is this the beginning or the end of a longer code, cut off on its way? */
export function isPartOf(code: string, whole: string): boolean {
  return code.length < whole.length && (whole.startsWith(code) || whole.endsWith(code));
}
