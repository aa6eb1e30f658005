import type { StatusQuestion } from '../../kit/printerLanguage.ts';
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
    if (bits & 0x8a) return 'error';
    return bits === 0 ? 'ready' : 'busy';
  },
};
