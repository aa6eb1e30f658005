import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';

/** A 1-bit sheet to draw on. What would fall outside is not drawn, but counted. */
export interface DotCanvas {
  fillRun(row: number, from: number, to: number, isWhite: boolean): void;
  fillRect(left: number, top: number, width: number, height: number, isWhite?: boolean): void;
  /** Runs of dots that did not lie wholly on the sheet: 0 on a sound label. */
  readonly outsideRuns: number;
  readonly bitmap: LabelBitmap;
}

export function dotCanvas(widthDots: number, heightDots: number, dpi: LabelBitmap['dpi']): DotCanvas {
  const bytesPerRow = (widthDots + 7) >> 3;
  const data = new Uint8Array(bytesPerRow * heightDots);
  let outsideRuns = 0;

  const mark = (index: number, mask: number, isWhite: boolean): void => {
    const before = data[index] as number;
    data[index] = isWhite ? before & ~mask : before | mask;
  };

  const fillRun = (row: number, from: number, to: number, isWhite: boolean): void => {
    if (row < 0 || row >= heightDots || from < 0 || to > widthDots) {
      outsideRuns += 1;
      if (row < 0 || row >= heightDots) return;
    }
    const start = Math.max(0, from);
    const end = Math.min(widthDots, to);
    if (start >= end) return;
    const first = row * bytesPerRow + (start >> 3);
    const last = row * bytesPerRow + ((end - 1) >> 3);
    const firstMask = 0xff >> (start & 7);
    const lastMask = (0xff << (7 - ((end - 1) & 7))) & 0xff;
    if (first === last) {
      mark(first, firstMask & lastMask, isWhite);
      return;
    }
    mark(first, firstMask, isWhite);
    data.fill(isWhite ? 0 : 0xff, first + 1, last);
    mark(last, lastMask, isWhite);
  };

  return {
    fillRun,
    fillRect(left, top, width, height, isWhite = false) {
      for (let row = top; row < top + height; row += 1) fillRun(row, left, left + width, isWhite);
    },
    get outsideRuns() {
      return outsideRuns;
    },
    bitmap: { widthDots, heightDots, bytesPerRow, data, dpi },
  };
}
