import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';

/**
 * ISO/IEC 15417 bar and space widths in modules, symbol values 0–105 (103–105 are the start symbols),
 * six widths a symbol; 106 is the stop symbol with its final bar (seven widths, 13 modules).
 */
const code128Patterns = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 ' +
  '113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 ' +
  '212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 ' +
  '113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 ' +
  '314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 ' +
  '241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 ' +
  '211232 2331112'
)
  .split(' ')
  .map((widths) => Array.from(widths, Number));

const code128StartB = 104;
const code128StartC = 105;
const code128ToB = 100;
const code128ToC = 99;
const code128Stop = 106;

export interface Barcode {
  /** Alternating bar and space widths in modules; starts and ends with a bar. */
  readonly widths: readonly number[];
  readonly modules: number;
}

interface Path {
  readonly cost: number;
  readonly symbols: readonly number[];
}

/** A label shows its number twice. */
let last: { readonly content: string; readonly barcode: Barcode } | null = null;

const pair = /^\d\d$/;

function shorter(a: Path | null, b: Path | null): Path | null {
  if (a === null || b === null) return a ?? b;
  return a.cost <= b.cost ? a : b;
}

function extend(path: Path | null, ...symbols: number[]): Path | null {
  return path && { cost: path.cost + symbols.length, symbols: [...path.symbols, ...symbols] };
}

/** Fewest symbols over set B and set C: the best path that ends after each character in either set. */
function shortestSymbols(content: string): readonly number[] {
  const inB: (Path | null)[] = [{ cost: 1, symbols: [code128StartB] }];
  const inC: (Path | null)[] = [{ cost: 1, symbols: [code128StartC] }];
  for (let end = 1; end <= content.length; end += 1) {
    const value = content.charCodeAt(end - 1) - 32;
    const viaB = extend(inB[end - 1] ?? null, value);
    const backToB = extend(inC[end - 1] ?? null, code128ToB, value);
    inB[end] = end === 1 ? viaB : shorter(viaB, backToB);
    const digits = content.slice(Math.max(0, end - 2), end);
    if (!pair.test(digits)) {
      inC[end] = null;
      continue;
    }
    const viaC = extend(inC[end - 2] ?? null, Number(digits));
    const onToC = end === 2 ? null : extend(inB[end - 2] ?? null, code128ToC, Number(digits));
    inC[end] = shorter(viaC, onToC);
  }
  return shorter(inC[content.length] ?? null, inB[content.length] ?? null)?.symbols ?? [];
}

/**
 * Code 128 with digit pairs packed (set C) wherever that is shorter. Takes 1–48 printable ASCII characters;
 * `LABEL_BARCODE_CONTENT` otherwise.
 */
export function encodeCode128(content: string): Outcome<Barcode> {
  if (!/^[\x20-\x7e]{1,48}$/.test(content)) return failure('LABEL_BARCODE_CONTENT');
  if (last?.content === content) return done(last.barcode);
  const symbols = shortestSymbols(content);
  const check = symbols.reduce((sum, value, index) => sum + value * Math.max(1, index), 0) % 103;
  const widths = [...symbols, check, code128Stop].flatMap((value) => code128Patterns[value] as number[]);
  const barcode = { widths, modules: widths.reduce((sum, width) => sum + width, 0) };
  last = { content, barcode };
  return done(barcode);
}

/** Blank modules a reader needs on either side. */
export const quietModules = 10;

export interface FittedBarcode {
  readonly barcode: Barcode;
  readonly moduleDots: number;
  readonly barsDots: number;
  /** Bars and both quiet zones. */
  readonly widthDots: number;
}

/** Thinnest module a hot print head still gives cleanly: 0.25 mm, 2 dots at 203 dpi and 3 at 300 dpi. */
export function thinnestModuleDots(dotsPerMm: number): number {
  return Math.ceil(0.25 * dotsPerMm - 0.1);
}

/** Module aimed at: 0.375 mm, 3 dots at 203 dpi and 4 at 300 dpi. */
export function aimedModuleDots(dotsPerMm: number): number {
  return Math.round(0.375 * dotsPerMm);
}

/**
 * The widest whole-dot module, at most `aimDots`, with which bars and quiet zones fit. Bars are never scaled
 * otherwise. `LABEL_BARCODE_TOO_WIDE` when even `leastDots` is too wide.
 */
export function fitBarcode(
  barcode: Barcode,
  roomDots: number,
  aimDots: number,
  leastDots: number,
): Outcome<FittedBarcode> {
  const modules = barcode.modules + 2 * quietModules;
  const moduleDots = Math.min(aimDots, Math.floor(roomDots / modules));
  if (moduleDots < leastDots) return failure('LABEL_BARCODE_TOO_WIDE');
  return done({
    barcode,
    moduleDots,
    barsDots: barcode.modules * moduleDots,
    widthDots: modules * moduleDots,
  });
}

/** The same between the module aimed at and the thinnest one. */
export function fitToRoom(barcode: Barcode, roomDots: number, dotsPerMm: number): Outcome<FittedBarcode> {
  return fitBarcode(barcode, roomDots, aimedModuleDots(dotsPerMm), thinnestModuleDots(dotsPerMm));
}
