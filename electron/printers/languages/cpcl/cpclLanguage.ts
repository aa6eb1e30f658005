import type { PrinterLanguage, StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterState } from '../../kit/printerTransport.ts';

/** `ESC h` is answered with one byte: 0x01 busy, 0x02 no paper, 0x04 cover open, 0x08 battery low. */
export const cpclStatus: StatusQuestion = {
  query: Uint8Array.of(0x1b, 0x68),
  read(reply): PrinterState | null {
    if (reply.length === 0) return null;
    const bits = reply[0] as number;
    if (reply.length > 1 || bits & 0xf0) return 'unknown';
    if (bits & 0x02) return 'paper-out';
    if (bits & 0x04) return 'head-open';
    return bits & 0x01 ? 'busy' : 'ready';
  },
};

/** Rows a CG command: older portable printers have small buffers. */
const bandRows = 48;

/**
 * CPCL of portable printers: the label as bands of binary `CG` graphics (1 prints); blank bands are left out,
 * which over Bluetooth saves seconds. The session starts with its copy count: always 1.
 */
export const cpclLanguage: PrinterLanguage = {
  id: 'cpcl',
  name: 'CPCL',
  resolutionsDpi: [203, 300],
  settings: { density: true, speed: false, gap: false },
  encodings: [],
  printsReceipts: false,
  encode(bitmap, { density }) {
    const { widthDots, heightDots, bytesPerRow, data, dpi } = bitmap;
    const line = (text: string): Buffer => Buffer.from(`${text}\r\n`, 'latin1');
    const parts: Uint8Array[] = [line(`! 0 ${dpi} ${dpi} ${heightDots} 1`), line(`PAGE-WIDTH ${widthDots}`)];
    // CONTRAST knows four steps: 0 (as set) to 3 (very dark).
    if (density !== null && density !== undefined) parts.push(line(`CONTRAST ${Math.round(density / 5)}`));
    for (let top = 0; top < heightDots; top += bandRows) {
      const rows = Math.min(bandRows, heightDots - top);
      const band = data.subarray(top * bytesPerRow, (top + rows) * bytesPerRow);
      if (band.every((byte) => byte === 0)) continue;
      parts.push(Buffer.from(`CG ${bytesPerRow} ${rows} 0 ${top} `, 'latin1'), band, line(''));
    }
    parts.push(line('FORM'), line('PRINT'));
    return Buffer.concat(parts);
  },
  status: cpclStatus,
};
