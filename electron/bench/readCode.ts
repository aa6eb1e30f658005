/** Group separator of GS1: ends an element of free length. */
const groupSeparator = '\u001d';

/** Around and inside of codes guns send signs that nobody sees; the separator of GS1 is part of a code. */
function isUnseen(sign: string): boolean {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x20) return sign !== groupSeparator;
  return point === 0x7f || (point >= 0x200b && point <= 0x200f) || point === 0xfeff;
}

/** What a gun may send of a code that means nothing itself: control characters, and signs in full width of an input method. */
export function cleanCode(raw: string): string {
  const signs = [...raw.normalize('NFKC')].filter((sign) => !isUnseen(sign));
  return signs.join('').trim();
}

/** Codes of goods are the same in small and capital letters, and with blanks around them. */
export const goodsKeyOf = (code: string): string =>
  code
    .normalize('NFKC')
    .trim()
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());

interface UnitCode {
  readonly goodsKey: string;
  /** The whole code: no second piece bears it. */
  readonly unit: string;
}

/** Between a code of goods and the number of the piece. */
const separators = /[-/*#_ ]/g;

/** (01) article (21) serial, with or without brackets; null: it is none. */
function readGs1(code: string): UnitCode | null {
  const plain = code.replace(/^\](?:C1|d2|Q3|e0)/, '').replace(/\((01|21)\)/g, '$1');
  const found = /^01(\d{14})(?:1[157]\d{6})*21([\x21-\x7e]{1,20})/.exec(plain);
  const [, article, serial] = found ?? [];
  if (article === undefined || serial === undefined) return null;
  const own = serial.split(groupSeparator)[0] ?? '';
  return { goodsKey: article.replace(/^0(?=\d{13}$)/, ''), unit: `01${article}21${own}` };
}

/** The ways in which a code may be that of a single piece: the goods it would be of, the longest first. */
export function unitReadings(code: string): readonly UnitCode[] {
  const gs1 = readGs1(code);
  if (gs1 !== null) return [gs1];
  const unit = goodsKeyOf(code);
  const ends = [...unit.matchAll(separators)].map(({ index }) => index).reverse();
  return ends
    .filter((end) => end > 0 && end < unit.length - 1)
    .map((end) => ({ goodsKey: unit.slice(0, end), unit }));
}

/** Shortest piece of a code that is still looked for in two that came as one. */
const leastPart = 3;

/** Every place where two codes may have been glued together. */
export function gluedReadings(code: string): readonly (readonly [string, string])[] {
  const readings: [string, string][] = [];
  for (let at = leastPart; at <= code.length - leastPart; at++)
    readings.push([code.slice(0, at), code.slice(at)]);
  return readings;
}

/** Shortest beginning that tells whose half it is. */
export const leastHalf = 6;
