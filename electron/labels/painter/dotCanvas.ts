import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';

/** A small picture of one bit a dot: rows top down, most significant bit = left, 1 prints, rows padded with 0. */
export interface DotPattern {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
}

/** A 1-bit sheet to draw on. What would fall outside is not drawn, but counted. */
export interface DotCanvas {
  stamp(pattern: DotPattern, left: number, top: number, isWhite?: boolean): void;
  fillRect(left: number, top: number, width: number, height: number, isWhite?: boolean): void;
  /** Patterns and rectangles that did not lie wholly on the sheet: 0 on a sound label. */
  readonly cutMarks: number;
  readonly bitmap: LabelBitmap;
}

/**
 * A label has some 300 glyphs of some 100 bytes, each byte moved to where the glyph begins within a byte of the sheet. Ink is set, and
 * where white is wanted turned over: no branch for each byte.
 */
function stampWhole(sheet: LabelBitmap, pattern: DotPattern, left: number, top: number, isWhite: boolean) {
  const { data, bytesPerRow } = sheet;
  const { widthDots, heightDots, bits } = pattern;
  const patternBytes = (widthDots + 7) >> 3;
  const shift = left & 7;
  const reachesOver = ((left + widthDots - 1) >> 3) - (left >> 3) === patternBytes;
  const turned = isWhite ? 0xff : 0;
  for (let y = 0; y < heightDots; y += 1) {
    const from = y * patternBytes;
    const to = (top + y) * bytesPerRow + (left >> 3);
    let before = 0;
    for (let column = 0; column < patternBytes; column += 1) {
      const here = bits[from + column] as number;
      const ink = ((before << 8) | here) >> shift;
      data[to + column] = ((data[to + column] as number) | ink) ^ (ink & turned);
      before = here;
    }
    if (!reachesOver) continue;
    const ink = (before << 8) >> shift;
    data[to + patternBytes] = ((data[to + patternBytes] as number) | ink) ^ (ink & turned);
  }
}

/** Dot by dot, what of it lies on the sheet. */
function stampCut(sheet: LabelBitmap, pattern: DotPattern, left: number, top: number, isWhite: boolean) {
  const { data, bytesPerRow } = sheet;
  const patternBytes = (pattern.widthDots + 7) >> 3;
  const [endX, endY] = [
    Math.min(sheet.widthDots, left + pattern.widthDots),
    Math.min(sheet.heightDots, top + pattern.heightDots),
  ];
  for (let y = Math.max(0, top); y < endY; y += 1)
    for (let x = Math.max(0, left); x < endX; x += 1) {
      const byte = pattern.bits[(y - top) * patternBytes + ((x - left) >> 3)] as number;
      if (((byte >> (7 - ((x - left) & 7))) & 1) === 0) continue;
      const at = y * bytesPerRow + (x >> 3);
      const dot = 0x80 >> (x & 7);
      data[at] = isWhite ? (data[at] as number) & ~dot : (data[at] as number) | dot;
    }
}

/** `blank`: gives the sheet, without a dot on it. */
export function dotCanvas(
  widthDots: number,
  heightDots: number,
  dpi: LabelBitmap['dpi'],
  blank: (bytes: number) => Uint8Array = (bytes) => new Uint8Array(bytes),
): DotCanvas {
  const bytesPerRow = (widthDots + 7) >> 3;
  const data = blank(bytesPerRow * heightDots);
  const bitmap = { widthDots, heightDots, bytesPerRow, data, dpi };
  let cutMarks = 0;

  /** The same dots of one byte in each of these rows. */
  const mark = (firstByte: number, rows: number, mask: number, isWhite: boolean): void => {
    const end = firstByte + rows * bytesPerRow;
    if (isWhite)
      for (let at = firstByte; at < end; at += bytesPerRow) data[at] = (data[at] as number) & ~mask;
    else for (let at = firstByte; at < end; at += bytesPerRow) data[at] = (data[at] as number) | mask;
  };

  /** Byte columns from top to bottom: a barcode is a hundred rectangles, a few dots wide and a hundred high. */
  const fillRect = (left: number, top: number, width: number, height: number, isWhite = false): void => {
    const [start, end] = [Math.max(0, left), Math.min(widthDots, left + width)];
    const [firstRow, endRow] = [Math.max(0, top), Math.min(heightDots, top + height)];
    const rows = Math.max(0, endRow - firstRow);
    if (start > left || end < left + width || rows < height) cutMarks += 1;
    if (start >= end || rows === 0) return;
    const first = firstRow * bytesPerRow + (start >> 3);
    const last = firstRow * bytesPerRow + ((end - 1) >> 3);
    const firstMask = 0xff >> (start & 7);
    const lastMask = (0xff << (7 - ((end - 1) & 7))) & 0xff;
    if (first === last) {
      mark(first, rows, firstMask & lastMask, isWhite);
      return;
    }
    mark(first, rows, firstMask, isWhite);
    for (let at = first + 1; at < last; at += 1) mark(at, rows, 0xff, isWhite);
    mark(last, rows, lastMask, isWhite);
  };

  const stamp = (pattern: DotPattern, left: number, top: number, isWhite = false): void => {
    const [right, bottom] = [left + pattern.widthDots, top + pattern.heightDots];
    const isCut = left < 0 || top < 0 || right > widthDots || bottom > heightDots;
    if (isCut) cutMarks += 1;
    (isCut ? stampCut : stampWhole)(bitmap, pattern, left, top, isWhite);
  };

  return {
    stamp,
    fillRect,
    get cutMarks() {
      return cutMarks;
    },
    bitmap,
  };
}
