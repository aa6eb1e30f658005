import type { StatusQuestion } from '../../kit/printerLanguage.ts';
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
