import { numberInRouteText } from '../../shared/domain/scans/routeCode.ts';
import { isGoodsCode } from '../../shared/domain/scans/scanCode.ts';

/** Group separator of GS1: ends an element of free length. */
const groupSeparator = '\u001d';

/** Around and inside of codes guns send signs that nobody sees; the separator of GS1 is part of a code. */
function isUnseen(sign: string): boolean {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x20) return sign !== groupSeparator;
  return point === 0x7f || (point >= 0x200b && point <= 0x200f) || point === 0xfeff;
}

/** Guns may name the kind of barcode before the code: `]E0` for EAN, `]C1` for GS1. */
const barcodeKind = /^\][A-Za-z]\d(?=.)/;

/** What a gun may send of a code that means nothing itself: control characters, and signs in full width of an input method. */
export function cleanCode(raw: string): string {
  const signs = [...raw.normalize('NFKC')].filter((sign) => !isUnseen(sign));
  return signs.join('').trim().replace(barcodeKind, '').trim();
}

/** The same where parcels are scanned: of the QR code on a label of SF it is the waybill number in it. */
export function scannedCode(raw: string): string {
  const code = cleanCode(raw);
  return numberInRouteText(code) ?? code;
}

/** How a number may stand in the book: as it was read, in capitals where Caps Lock turned them, and without the blanks that labels group it by. */
export const numberReadings = (code: string): readonly string[] => {
  const capitals = code.toUpperCase();
  return [...new Set([code, capitals, capitals.replace(/\s/g, '')])];
};

/** Codes of goods are the same in small and capital letters, and with blanks around them. */
export const goodsKeyOf = (code: string): string =>
  code
    .normalize('NFKC')
    .trim()
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());

interface GoodsReading {
  readonly goodsKey: string;
  /** The whole code of a single piece, which no second one bears; empty: a code of its goods. */
  readonly unit: string;
}

const articleLengths = [14, 13, 12, 8];

/** One article number as guns and files write it: UPC-A (12) is EAN-13 behind a zero, both are GTIN-14 behind more. */
function sameArticles(code: string): readonly string[] {
  if (!isGoodsCode(code)) return [];
  const gtin14 = code.padStart(14, '0');
  return articleLengths
    .filter((length) => /^0*$/.test(gtin14.slice(0, -length)))
    .map((length) => gtin14.slice(-length));
}

/** What GS1 puts behind one another: article, dates, a variant, measures; then what ends with a separator, such as lot (10) and serial (21). */
const gs1Elements = [
  /^(01)(\d{14})/,
  /^(1[1-35-7])(\d{6})/,
  /^(20)(\d{2})/,
  /^(3[1-6]\d\d)(\d{6})/,
  /^(10|21|22|30|37|24[01]|25[01]|9\d)([\x21-\x7e]{1,30})/,
];

/** With the separators of a gun, or in the brackets that are printed below; null: it names no article. */
function readGs1(code: string): { readonly article: string; readonly serial: string } | null {
  const elements = new Map<string, string>();
  const separated = code.replace(/\((\d{2,4})\)/g, `${groupSeparator}$1`);
  for (const part of separated.split(groupSeparator))
    for (let rest = part; rest !== ''; ) {
      const [whole, identifier = '', value = ''] =
        gs1Elements.map((element) => element.exec(rest)).find((found) => found !== null) ?? [];
      if (whole === undefined) break;
      elements.set(identifier, value);
      rest = rest.slice(whole.length);
    }
  const article = elements.get('01');
  return article === undefined || !isGoodsCode(article)
    ? null
    : { article, serial: elements.get('21') ?? '' };
}

/** The article that a GS1 code names beside dates, lots and the number of a piece; null: it is no such code. */
export const articleIn = (code: string): string | null =>
  readGs1(code)?.article.replace(/^0(?=\d{13}$)/, '') ?? null;

/** Between a code of goods and the number of the piece. */
const separators = /[-/*#_ ]/g;

/** The ways in which a code may be that of a single piece: the goods it would be of, the longest first. */
function unitReadings(code: string): readonly GoodsReading[] {
  const gs1 = readGs1(code);
  if (gs1 !== null) {
    const unit = gs1.serial === '' ? '' : `01${gs1.article}21${gs1.serial}`;
    return sameArticles(gs1.article).map((goodsKey) => ({ goodsKey, unit }));
  }
  const unit = goodsKeyOf(code);
  const ends = [...unit.matchAll(separators)].map(({ index }) => index).reverse();
  return ends
    .filter((end) => end > 0 && end < unit.length - 1)
    .map((end) => ({ goodsKey: unit.slice(0, end), unit }));
}

/** All goods a code may mean, the likeliest first. */
export function goodsReadings(code: string): readonly GoodsReading[] {
  const key = goodsKeyOf(code);
  const keys = new Set([key, ...sameArticles(key)]);
  return [...[...keys].map((goodsKey) => ({ goodsKey, unit: '' })), ...unitReadings(code)];
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
