import type { PrinterLanguage, StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterState } from '../../kit/printerTransport.ts';
import { rasterBands } from './rasterBands.ts';

/**
 * `DLE EOT 2` (cause of being offline) is answered with one byte: bits 1 and 4 always set, 0 and 7 clear;
 * bit 2 cover open, bit 5 stopped for paper end, bit 6 error.
 */
export const escposStatus: StatusQuestion = {
  query: Uint8Array.of(0x10, 0x04, 0x02),
  read(reply): PrinterState | null {
    if (reply.length === 0) return null;
    const bits = reply[reply.length - 1] as number;
    if ((bits & 0x93) !== 0x12) return 'unknown';
    if (bits & 0x20) return 'paper-out';
    if (bits & 0x04) return 'head-open';
    return bits & 0x40 ? 'error' : 'ready';
  },
};

/** Lines fed after the label, so that its lower edge clears the tear bar. */
const feedLines = 4;

/** ESC/POS receipt printers: `ESC @`, then the label as bands of `GS v 0` raster (1 prints), then a feed. */
export const escposLanguage: PrinterLanguage = {
  id: 'escpos',
  name: 'ESC/POS',
  resolutionsDpi: [203, 300],
  settings: { density: false, speed: false, gap: false },
  encodings: [],
  printsReceipts: true,
  encode(bitmap) {
    return Buffer.concat([
      Uint8Array.of(0x1b, 0x40),
      ...rasterBands(bitmap),
      Uint8Array.of(0x1b, 0x64, feedLines),
    ]);
  },
  status: escposStatus,
};
