import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Barcode } from './encodeCode128.ts';

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
