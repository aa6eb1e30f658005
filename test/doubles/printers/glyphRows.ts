import type { DotPattern } from '../../../electron/labels/painter/dotCanvas.ts';

/** A glyph as a reader sees it: `#` is ink. */
export function glyphRows({ widthDots, heightDots, bits }: DotPattern): string[] {
  const bytesPerRow = (widthDots + 7) >> 3;
  return Array.from({ length: heightDots }, (_, y) =>
    Array.from({ length: widthDots }, (_dot, x) => {
      const byte = bits[y * bytesPerRow + (x >> 3)] as number;
      return ((byte >> (7 - (x & 7))) & 1) === 1 ? '#' : '.';
    }).join(''),
  );
}
