import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';

/** Copies one row `dots` to the right (left when negative). */
function shiftRow(from: Uint8Array, to: Uint8Array, dots: number): void {
  const bytes = Math.floor(dots / 8);
  const bits = dots - bytes * 8;
  for (let i = 0; i < to.length; i += 1) {
    const high = from[i - bytes] ?? 0;
    const before = from[i - bytes - 1] ?? 0;
    to[i] = ((high >> bits) | (before << (8 - bits))) & 0xff;
  }
}

function inkOf(data: Uint8Array): number {
  let ink = 0;
  for (const byte of data) {
    for (let rest = byte; rest !== 0; rest &= rest - 1) ink += 1;
  }
  return ink;
}

/** The whole picture moved by whole dots; null when that would push a printed dot off the sheet. */
export function shiftBitmap(bitmap: LabelBitmap, rightDots: number, downDots: number): LabelBitmap | null {
  if (rightDots === 0 && downDots === 0) return bitmap;
  const { bytesPerRow, heightDots, widthDots } = bitmap;
  const data = new Uint8Array(bitmap.data.length);
  const lastMask = (0xff << (bytesPerRow * 8 - widthDots)) & 0xff;
  for (let row = 0; row < heightDots; row += 1) {
    const source = row - downDots;
    if (source < 0 || source >= heightDots) continue;
    const to = data.subarray(row * bytesPerRow, (row + 1) * bytesPerRow);
    shiftRow(bitmap.data.subarray(source * bytesPerRow, (source + 1) * bytesPerRow), to, rightDots);
    to[bytesPerRow - 1] = (to[bytesPerRow - 1] as number) & lastMask;
  }
  return inkOf(data) === inkOf(bitmap.data) ? { ...bitmap, data } : null;
}
