import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';
import type { DotRuns } from './fillPolygons.ts';

/** A 1-bit sheet to draw on. What would fall outside is not drawn, but counted. */
export interface DotCanvas {
  fillRun(row: number, from: number, to: number, isWhite: boolean): void;
  /** A glyph with its pen there. */
  fillRuns(runs: DotRuns, pen: number, baseline: number, isWhite: boolean): void;
  fillRect(left: number, top: number, width: number, height: number, isWhite?: boolean): void;
  /** Runs of dots that did not lie wholly on the sheet: 0 on a sound label. */
  readonly outsideRuns: number;
  readonly bitmap: LabelBitmap;
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
  let outsideRuns = 0;

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
    const isCut = start > left || end < left + width;
    outsideRuns += Math.max(0, isCut ? height : height - rows);
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

  /** A label has some 15,000 runs, most of them within one byte or two. */
  const fillRuns = (runs: DotRuns, pen: number, baseline: number, isWhite: boolean): void => {
    for (let i = 0; i < runs.length; i += 3) {
      const row = baseline + (runs[i] as number);
      const from = pen + (runs[i + 1] as number);
      const to = pen + (runs[i + 2] as number);
      if (isWhite || row < 0 || row >= heightDots || from < 0 || to > widthDots) {
        fillRect(from, row, to - from, 1, isWhite);
        continue;
      }
      const first = row * bytesPerRow + (from >> 3);
      const last = row * bytesPerRow + ((to - 1) >> 3);
      const firstMask = 0xff >> (from & 7);
      const lastMask = 0xff << (7 - ((to - 1) & 7));
      if (first === last) data[first] = (data[first] as number) | (firstMask & lastMask);
      else {
        data[first] = (data[first] as number) | firstMask;
        for (let at = first + 1; at < last; at += 1) data[at] = 0xff;
        data[last] = (data[last] as number) | lastMask;
      }
    }
  };

  return {
    fillRuns,
    fillRun: (row, from, to, isWhite) => fillRect(from, row, to - from, 1, isWhite),
    fillRect,
    get outsideRuns() {
      return outsideRuns;
    },
    bitmap: { widthDots, heightDots, bytesPerRow, data, dpi },
  };
}
