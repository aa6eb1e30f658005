import { isGoodsCode } from '../../shared/domain/scans/scanCode.ts';
import { blank, blankOut, type FoldedText, type TextRange } from './foldedText.ts';

const gap = '[\\s\\p{Pd}.,，、/()·_]{0,2}';
/** Digits that may belong together: seven or more with little between them. */
const run = new RegExp(`\\d(?:${gap}\\d){6,}`, 'gu');

const year = '(?:19|20)\\d\\d';
const month = '(?:0?[1-9]|1[0-2])';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const harmless: readonly RegExp[] = [
  new RegExp(`(?<!\\d)${year}[-/.]${month}[-/.]${day}(?!\\d)`, 'g'),
  new RegExp(`(?<![\\d-])${year}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?![\\d-])`, 'g'),
  new RegExp(`(?<!\\d)${year}[-~]${year}(?!\\d)`, 'g'),
  // Waybill numbers with the letters of their carrier, and those of the post: EA123456789CN.
  /(?<![a-z\d])(?:sf|jd[a-z]{0,3}|jt|yt|yd|zto?|sto|db|dpk?|ky|ems|best|cnsd)\d{12,18}(?!\d)/g,
  /(?<![a-z\d])jd[a-z]{1,3}\d{11}(?!\d)/g,
  /(?<![a-z\d])[a-z]{2}\d{9}cn(?![a-z\d])/g,
];
const goodsCode = /(?<!\d)69\d{11}(?!\d)/g;

const unit =
  /^\s*(?:件|个|個|只|条|條|元|块|片|粒|张|張|本|包|袋|瓶|盒|箱|套|双|支|枚|克|斤|吨|毫升|升|ml|g|kg|mah|cm|mm|gb|pcs|x|×|\*)/;
const extension = /^\s*(?:转|轉|-|ext\.?)\s*\d{1,6}(?!\d)/;

/** How far it is looked what follows a number. */
const ahead = 16;

/** Nothing but numbers of parcels or orders, each too long for a phone. */
const numbersAlone = /^[a-z]{0,5}\d[\d-]{10,40}[a-z\d](?:\s*[,，]\s*[a-z]{0,5}\d[\d-]{10,40}[a-z\d])*$/;

/** Phones, ID numbers and everything else of seven digits or more that is no date, goods code, amount or known number. */
export function numbersIn(text: FoldedText, kept: readonly string[]): TextRange[] {
  if (numbersAlone.test(text.plain) && !text.plain.split(/[,，]/).some(holdsPerson)) return [];
  const left = blanked(text, kept);
  const found: TextRange[] = [];
  for (const { 0: whole, index } of left.matchAll(run)) {
    const groups = [...whole.matchAll(/\d+/g)].map(({ 0: digits, index: at }) => ({
      digits,
      at: index + at,
    }));
    for (const { from, to } of phonesOf(groups, left)) {
      const more = extension.exec(left.slice(to, to + ahead))?.[0] ?? (left[to] === 'x' ? 'x' : '');
      found.push({ from, to: to + more.length });
    }
  }
  return found;
}

const isShaped = (digits: string) => shapes.some((shape) => shape.test(digits));

/** Too short for a number of a parcel, or groups of it are a phone or an ID number. */
function holdsPerson(number: string): boolean {
  const groups = number.match(/\d+/g) ?? [];
  if (groups.join('').length < 12) return true;
  return groups.some((_, first) =>
    groups.slice(first).some((_group, more) => isShaped(groups.slice(first, first + more + 1).join(''))),
  );
}

/** The text with all numbers that may stay taken out. */
function blanked({ plain, counted }: FoldedText, kept: readonly string[]): string {
  const known: TextRange[] = [];
  for (const number of kept) {
    const wanted = number.toLowerCase();
    for (let at = plain.indexOf(wanted); at !== -1; at = plain.indexOf(wanted, at + wanted.length)) {
      const isApart = !/\d/.test(plain[at - 1] ?? '') && !/\d/.test(plain[at + wanted.length] ?? '');
      if (isApart) known.push({ from: at, to: at + wanted.length });
    }
  }
  for (const { 0: code, index } of plain.matchAll(goodsCode))
    if (isGoodsCode(code)) known.push({ from: index, to: index + code.length });
  return harmless.reduce(
    (left, pattern) => left.replace(pattern, (found) => blank.repeat(found.length)),
    blankOut(counted, known),
  );
}

interface Group {
  readonly digits: string;
  readonly at: number;
}

/** Shapes that groups of digits make together: 139 1234 5678, 0755-8812 3456, 400-617-1205, 8812-3456, 1 3 9 1 … */
const shapes: readonly RegExp[] = [
  /^(?:0086|86)?1[3-9]\d{9}$/,
  /^(?:0086|86)?0\d{2,3}[2-8]\d{6,7}$/,
  /^[48]00\d{7}$/,
  /^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3,4}$/,
];

function phonesOf(groups: readonly Group[], text: string): TextRange[] {
  const found: TextRange[] = [];
  for (let first = 0; first < groups.length; first++) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < 19; last++) {
      digits += groups[last]?.digits ?? '';
      const range = { from: groups[first]?.at ?? 0, to: endOf(groups[last]) };
      const taken = groups.slice(first, last + 1).map((group) => group.digits);
      if (isPhone(taken, digits, text.slice(range.to, range.to + ahead))) found.push(range);
    }
  }
  return found;
}

const endOf = (group: Group | undefined) => (group === undefined ? 0 : group.at + group.digits.length);

function isPhone(groups: readonly string[], digits: string, after: string): boolean {
  if (digits.length < 7) return false;
  if (isShaped(digits)) return true;
  const [head = '', tail = ''] = groups;
  if (groups.length === 1) return digits.length > 9 || !unit.test(after);
  if (groups.every((group) => group.length === 1)) return true;
  const isLocal = groups.length === 2 && /^[2-8]\d{2,3}$/.test(head) && tail.length === 4;
  return isLocal && !unit.test(after);
}
