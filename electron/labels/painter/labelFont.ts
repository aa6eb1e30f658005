import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { type DotRuns, fillPolygons, flattenOutline } from './fillPolygons.ts';

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

function labelFont(font: Font): LabelFont {
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

/** A map that forgets what was not used for longest once it holds `capacity` entries. */
export function recentlyUsed<V>(capacity: number) {
  const entries = new Map<number, V>();
  return {
    get(key: number): V | undefined {
      const value = entries.get(key);
      if (value !== undefined && entries.size >= capacity) {
        // Order matters only when something is about to be forgotten.
        entries.delete(key);
        entries.set(key, value);
      }
      return value;
    },
    set(key: number, value: V): void {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size <= capacity) return;
      for (const oldest of entries.keys()) {
        entries.delete(oldest);
        break;
      }
    },
    get size(): number {
      return entries.size;
    },
  };
}

export type FontWeight = 'regular' | 'bold';

export type LabelFonts = Readonly<Record<FontWeight, LabelFont>>;

/**
 * Opens the two TrueType files labels are drawn with (plain `.ttf`, not WOFF). Keep the result: opening
 * costs about 30 ms a weight, and the drawn glyphs are remembered in it. Fails with `LABEL_FONT_UNREADABLE`.
 */
export function openLabelFonts(files: Readonly<Record<FontWeight, Uint8Array>>): Outcome<LabelFonts> {
  const opened: Partial<Record<FontWeight, LabelFont>> = {};
  for (const weight of ['regular', 'bold'] as const) {
    try {
      opened[weight] = labelFont(create(files[weight]));
    } catch {
      return failure('LABEL_FONT_UNREADABLE', { weight });
    }
  }
  return done(opened as LabelFonts);
}

/** The two fonts the product ships. Without them no label can be drawn: that is a broken installation, not a refusal. */
export function readLabelFonts(folder: string): LabelFonts {
  const opened = openLabelFonts({
    regular: readFileSync(join(folder, 'NotoSansSC-Regular.ttf')),
    bold: readFileSync(join(folder, 'NotoSansSC-Bold.ttf')),
  });
  if (!opened.ok) throw new Error('the label fonts were not installed whole');
  return opened.value;
}
