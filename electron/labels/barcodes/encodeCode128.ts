import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import {
  code128Patterns,
  code128StartB,
  code128StartC,
  code128Stop,
  code128ToB,
  code128ToC,
} from './code128Patterns.ts';

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
  const widths = [...symbols, check, code128Stop].flatMap((value) =>
    Array.from(code128Patterns[value] as string, Number),
  );
  const barcode = { widths, modules: widths.reduce((sum, width) => sum + width, 0) };
  last = { content, barcode };
  return done(barcode);
}
