import type { PrinterLanguage } from '../../kit/printerLanguage.ts';
import { escposStatus } from './escposStatus.ts';
import { rasterBands } from './rasterBands.ts';

/** Lines fed after the label, so that its lower edge clears the tear bar. */
const feedLines = 4;

/** ESC/POS receipt printers: `ESC @`, then the label as bands of `GS v 0` raster (1 prints), then a feed. */
export const escposLanguage: PrinterLanguage = {
  id: 'escpos',
  resolutionsDpi: [203, 300],
  settings: { density: false, speed: false, gap: false },
  encodings: [],
  encode(bitmap) {
    return Buffer.concat([
      Uint8Array.of(0x1b, 0x40),
      ...rasterBands(bitmap),
      Uint8Array.of(0x1b, 0x64, feedLines),
    ]);
  },
  status: escposStatus,
};
