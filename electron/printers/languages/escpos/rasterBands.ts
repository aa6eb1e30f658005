import type { LabelBitmap } from '../../../../shared/domain/labelDocument.ts';
import { calmBitmap } from './calmBitmap.ts';

/** Rows a raster command: some firmware reads only the low byte of the height. */
const bandRows = 240;

/** A picture as bands of `GS v 0` raster (1 prints), with nothing in its dots a device would take for a command. */
export function rasterBands(bitmap: LabelBitmap): Uint8Array[] {
  const { heightDots, bytesPerRow } = bitmap;
  const data = calmBitmap(bitmap);
  const parts: Uint8Array[] = [];
  for (let top = 0; top < heightDots; top += bandRows) {
    const rows = Math.min(bandRows, heightDots - top);
    parts.push(
      Uint8Array.of(0x1d, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8),
      data.subarray(top * bytesPerRow, (top + rows) * bytesPerRow),
    );
  }
  return parts;
}
