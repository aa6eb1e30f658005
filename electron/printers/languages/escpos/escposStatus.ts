import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterState } from '../../kit/printerTransport.ts';

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
