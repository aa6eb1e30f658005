import type { PrinterLanguage } from '../../kit/printerLanguage.ts';
import { calmBitmap } from './calmBitmap.ts';
import { escposStatus } from './escposStatus.ts';

/** Rows a raster command: some firmware reads only the low byte of the height. */
const bandRows = 240;

/** Lines fed after the label, so that its lower edge clears the tear bar. */
const feedLines = 4;

/** ESC/POS receipt printers: `ESC @`, then the label as bands of `GS v 0` raster (1 prints), then a feed. */
export const escposLanguage: PrinterLanguage = {
  id: 'escpos',
  resolutionsDpi: [203, 300],
  settings: { density: false, speed: false, gap: false },
  encode(bitmap) {
    const { heightDots, bytesPerRow } = bitmap;
    const data = calmBitmap(bitmap);
    const parts: Uint8Array[] = [Uint8Array.of(0x1b, 0x40)];
    for (let top = 0; top < heightDots; top += bandRows) {
      const rows = Math.min(bandRows, heightDots - top);
      parts.push(
        Uint8Array.of(0x1d, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8),
        data.subarray(top * bytesPerRow, (top + rows) * bytesPerRow),
      );
    }
    parts.push(Uint8Array.of(0x1b, 0x64, feedLines));
    return Buffer.concat(parts);
  },
  status: escposStatus,
};
