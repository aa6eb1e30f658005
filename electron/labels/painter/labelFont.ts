import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { codeBox } from './codeBox.ts';
import { fillPolygons, PolygonPen } from './fillPolygons.ts';
import { type FontFile, openFontFile } from './fontFile.ts';
import type { GlyphDots } from './glyphDots.ts';

/** Some 70 bytes of dots a small glyph, 700 a large one: a megabyte or two a weight. */
const cachedGlyphs = 4_000;

/** Larger than any size on a label; keeps the cache key one integer. */
const maxSizeDots = 1_024;

/** One weight of the label font, drawn at whole-dot sizes. */
export interface LabelFont {
  has(codePoint: number): boolean;
  /** How far the pen moves, whole dots. */
  advanceDots(codePoint: number, sizeDots: number): number;
  /** Its dots; a box with its code where no font has it. */
  glyph(codePoint: number, sizeDots: number): GlyphDots;
}

/** One font of the chain. */
export interface Face {
  readonly font: FontFile;
  /** A book face, whose hairlines a label printer would lose: added to each stroke, in parts of the em. */
  readonly thicken: { readonly across: number; readonly down: number } | null;
}

/** Which font behind the first one draws this character; null: none does. */
type FindFace = (codePoint: number) => Face | null;

interface GlyphMetrics {
  readonly face: Face | null;
  readonly advanceEm: number;
}

function labelFont(first: Face, further: FindFace): LabelFont {
  const metrics = new Map<number, GlyphMetrics>();
  const glyphs = recentlyUsed<GlyphDots>(cachedGlyphs);
  const metricsOf = (codePoint: number): GlyphMetrics => {
    const known = metrics.get(codePoint);
    if (known !== undefined) return known;
    const face = first.font.has(codePoint) ? first : further(codePoint);
    const advanceEm = face === null ? 1 : face.font.advance(codePoint) / face.font.unitsPerEm;
    const fresh = { face, advanceEm };
    metrics.set(codePoint, fresh);
    return fresh;
  };
  return {
    has: (codePoint) => metricsOf(codePoint).face !== null,
    advanceDots: (codePoint, sizeDots) => Math.round(metricsOf(codePoint).advanceEm * sizeDots),
    glyph(codePoint, sizeDots) {
      const key = codePoint * maxSizeDots + sizeDots;
      const known = glyphs.get(key);
      if (known !== undefined) return known;
      const { face } = metricsOf(codePoint);
      const fresh = face === null ? codeBox(codePoint, sizeDots) : drawFace(face, codePoint, sizeDots);
      glyphs.set(key, fresh);
      return fresh;
    },
  };
}

function drawFace({ font, thicken }: Face, codePoint: number, sizeDots: number): GlyphDots {
  const pen = new PolygonPen(sizeDots / font.unitsPerEm);
  font.draw(codePoint, pen);
  if (thicken === null) return fillPolygons(pen.polygons);
  return fillPolygons(thickened(pen.polygons, thicken.across * sizeDots, thicken.down * sizeDots));
}

/** The outline with copies of itself beside and below it: filled together, every stroke is that much wider. */
function thickened(outline: readonly number[][], acrossDots: number, downDots: number): number[][] {
  const moved = (right: number, down: number) =>
    outline.map((polygon) => polygon.map((at, index) => at + (index % 2 === 0 ? right : down)));
  const [right, down] = [acrossDots / 2, downDots / 2];
  return [...moved(-right, -down), ...moved(right, -down), ...moved(-right, down), ...moved(right, down)];
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
 * Opens the two font files labels are drawn with, by their paths. Keep the result: the drawn glyphs are remembered in it. `further` is
 * asked for what they lack. Fails with `LABEL_FONT_UNREADABLE`.
 */
export function openLabelFonts(
  files: Readonly<Record<FontWeight, string>>,
  further: (weight: FontWeight, codePoint: number) => Face | null = () => null,
): Outcome<LabelFonts> {
  const opened: Partial<Record<FontWeight, LabelFont>> = {};
  for (const weight of ['regular', 'bold'] as const) {
    try {
      const first = { font: openFontFile(files[weight]), thicken: null };
      opened[weight] = labelFont(first, (codePoint) => further(weight, codePoint));
    } catch {
      return failure('LABEL_FONT_UNREADABLE', { weight });
    }
  }
  return done(opened as LabelFonts);
}
