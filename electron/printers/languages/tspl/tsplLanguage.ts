import type { PrinterLanguage, StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterState } from '../../kit/printerTransport.ts';

/**
 * `ESC ! ?` is answered at once, even in error, with one byte: 0x01 head open, 0x02 jam, 0x04 no paper,
 * 0x08 no ribbon, 0x10 paused, 0x20 printing, 0x40 cover open, 0x80 over-temperature; 0x00 ready
 * (makers' TSPL manuals).
 */
export const tsplStatus: StatusQuestion = {
  query: Uint8Array.of(0x1b, 0x21, 0x3f),
  read(reply): PrinterState | null {
    if (reply.length === 0) return null;
    if (reply.length > 1) return 'unknown';
    const bits = reply[0] as number;
    if (bits & 0x04) return 'paper-out';
    if (bits & 0x41) return 'head-open';
    // Paused it takes labels and prints them at a time nobody chose; a person presses its key first.
    if (bits & 0x9a) return 'error';
    return bits === 0 ? 'ready' : 'busy';
  },
};

const optional = (word: string, value: number | null | undefined): string[] =>
  value === null || value === undefined ? [] : [`${word} ${value}`];

/**
 * TSPL of TSC, Gprinter, HPRT, Xprinter and their kin: one picture, no text, so nothing in a label can be a
 * command. Only words every such device knows: some drop the whole job at an unknown one. Density (0–15) and
 * speed stay as set on the printer unless they are set here. In BITMAP a 0 prints; there is no check on its length, so the count is exact.
 */
export const tsplLanguage: PrinterLanguage = {
  id: 'tspl',
  name: 'TSPL',
  resolutionsDpi: [203, 300],
  settings: { density: true, speed: true, gap: true },
  encodings: [],
  printsReceipts: false,
  encode(bitmap, media) {
    const { bytesPerRow, heightDots, data } = bitmap;
    const head = [
      `SIZE ${media.widthMm} mm,${media.heightMm} mm`,
      `GAP ${media.gapMm} mm,0 mm`,
      ...optional('DENSITY', media.density),
      ...optional('SPEED', media.speedInchesPerSecond),
      'DIRECTION 0',
      'CLS',
      `BITMAP 0,0,${bytesPerRow},${heightDots},0,`,
    ].join('\r\n');
    const tail = '\r\nPRINT 1,1\r\n';
    const bytes = Buffer.allocUnsafe(head.length + data.length + tail.length);
    bytes.write(head, 0, 'latin1');
    for (let i = 0; i < data.length; i += 1) bytes[head.length + i] = ~(data[i] as number);
    bytes.write(tail, head.length + data.length, 'latin1');
    return bytes;
  },
  status: tsplStatus,
};
