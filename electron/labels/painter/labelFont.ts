import type { Font } from 'fontkit';
import { type DotRuns, fillPolygons } from './fillPolygons.ts';
import { flattenOutline } from './flattenOutline.ts';
import { recentlyUsed } from './recentlyUsed.ts';

/** About 130 bytes a small glyph to 2 kB a large one: a few megabytes a weight. */
const cachedGlyphs = 4_000;

/** Larger than any size on a label; keeps the cache key one integer. */
const maxSizeDots = 1_024;

/** One weight of the label font, drawn at whole-dot sizes. */
export interface LabelFont {
  has(codePoint: number): boolean;
  /** How far the pen moves, whole dots. */
  advanceDots(codePoint: number, sizeDots: number): number;
  /** The glyph's dots, relative to the pen on the baseline. */
  runs(codePoint: number, sizeDots: number): DotRuns;
}

interface GlyphMetrics {
  readonly isPresent: boolean;
  readonly advanceUnits: number;
}

export function labelFont(font: Font): LabelFont {
  // A getter that looks its table up each time.
  const { unitsPerEm } = font;
  const metrics = new Map<number, GlyphMetrics>();
  const glyphs = recentlyUsed<DotRuns>(cachedGlyphs);
  const metricsOf = (codePoint: number): GlyphMetrics => {
    const known = metrics.get(codePoint);
    if (known !== undefined) return known;
    const isPresent = font.hasGlyphForCodePoint(codePoint);
    const fresh = {
      isPresent,
      advanceUnits: isPresent ? font.glyphForCodePoint(codePoint).advanceWidth : unitsPerEm,
    };
    metrics.set(codePoint, fresh);
    return fresh;
  };
  return {
    has: (codePoint) => metricsOf(codePoint).isPresent,
    advanceDots: (codePoint, sizeDots) =>
      Math.round((metricsOf(codePoint).advanceUnits * sizeDots) / unitsPerEm),
    runs(codePoint, sizeDots) {
      const key = codePoint * maxSizeDots + sizeDots;
      const known = glyphs.get(key);
      if (known !== undefined) return known;
      const { commands } = font.glyphForCodePoint(codePoint).path;
      const fresh = fillPolygons(flattenOutline(commands, sizeDots / unitsPerEm));
      glyphs.set(key, fresh);
      return fresh;
    },
  };
}
