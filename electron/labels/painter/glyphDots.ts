import type { DotPattern } from './dotCanvas.ts';

/** The dots of a glyph, their box no larger than its ink. */
export interface GlyphDots extends DotPattern {
  /** From the pen to the box. */
  readonly left: number;
  /** From the baseline to the box, downwards. */
  readonly top: number;
}

/** Of ink as `[row, from, to)` triples, relative to the pen on the baseline. */
export function glyphDots(runs: readonly number[]): GlyphDots {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < runs.length; i += 3) {
    top = Math.min(top, runs[i] as number);
    bottom = Math.max(bottom, (runs[i] as number) + 1);
    left = Math.min(left, runs[i + 1] as number);
    right = Math.max(right, runs[i + 2] as number);
  }
  if (left === Infinity) return { left: 0, top: 0, widthDots: 0, heightDots: 0, bits: new Uint8Array(0) };
  const bytesPerRow = (right - left + 7) >> 3;
  const bits = new Uint8Array(bytesPerRow * (bottom - top));
  for (let i = 0; i < runs.length; i += 3) {
    const row = ((runs[i] as number) - top) * bytesPerRow;
    for (let x = (runs[i + 1] as number) - left; x < (runs[i + 2] as number) - left; x += 1) {
      const at = row + (x >> 3);
      bits[at] = (bits[at] as number) | (0x80 >> (x & 7));
    }
  }
  return { left, top, widthDots: right - left, heightDots: bottom - top, bits };
}
