import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterState } from '../../kit/printerTransport.ts';

const stx = '\x02';
const etx = '\x03';

/** The comma-separated fields of each complete STX … ETX string. */
function stringsOf(reply: Uint8Array): string[][] {
  const text = Buffer.from(reply).toString('latin1');
  return text
    .split(stx)
    .slice(1)
    .filter((part) => part.includes(etx))
    .map((part) => part.slice(0, part.indexOf(etx)).split(','));
}

/**
 * `~HS` is answered with three strings: paper out, pause and the receive buffer in the first, head up and
 * ribbon out in the second (ZPL manual). With the head open or media out some models do not answer at all.
 */
export const zplStatus: StatusQuestion = {
  query: Buffer.from('~HS\r\n', 'latin1'),
  read(reply): PrinterState | null {
    const [first, second, third] = stringsOf(reply);
    if (first === undefined || second === undefined || third === undefined) return null;
    if (first.length < 12 || second.length < 11) return 'unknown';
    const flag = (fields: readonly string[], index: number): boolean => fields[index] === '1';
    if (flag(first, 1)) return 'paper-out';
    if (flag(second, 2)) return 'head-open';
    if (flag(second, 3) || flag(first, 9) || flag(first, 10) || flag(first, 11)) return 'error';
    const isBusy = flag(first, 2) || Number(first[4]) > 0 || Number(second[8]) > 0;
    return isBusy ? 'busy' : 'ready';
  },
};
