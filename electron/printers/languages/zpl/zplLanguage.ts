import type { PrinterLanguage, StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterState } from '../../kit/printerTransport.ts';
import { pictureField, zplEncodings } from './pictureField.ts';

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
  query: new TextEncoder().encode('~HS\r\n'),
  read(reply): PrinterState | null {
    const [first, second, third] = stringsOf(reply);
    if (first === undefined || second === undefined || third === undefined) return null;
    if (first.length < 12 || second.length < 11) return 'unknown';
    const flag = (fields: readonly string[], index: number): boolean => fields[index] === '1';
    if (flag(first, 1)) return 'paper-out';
    if (flag(second, 2)) return 'head-open';
    // Paused it takes labels and prints them at a time nobody chose; a person presses its key first.
    const isPaused = flag(first, 2);
    if (isPaused || flag(second, 3) || flag(first, 9) || flag(first, 10) || flag(first, 11)) return 'error';
    return Number(first[4]) > 0 || Number(second[8]) > 0 ? 'busy' : 'ready';
  },
};

/** In memory of their own: in the pool they would lie among what zlib keeps, and be kept with it. */
function latin1Bytes(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(text.length);
  bytes.write(text, 'latin1');
  return bytes;
}

const isSet = (value: number | null | undefined): value is number => value !== null && value !== undefined;

/**
 * ZPL II: the label as one `^GFA` picture and no text, so nothing in a label can be a command. `z64` unless another form
 * is asked for: old firmware and some look-alikes know only the run lengths or the bare hex. `^JZN`: after paper-out the
 * printer must not print the label again automatically; a second label needs a person's word.
 */
export const zplLanguage: PrinterLanguage = {
  id: 'zpl',
  name: 'ZPL',
  resolutionsDpi: [203, 300],
  settings: { density: true, speed: true, gap: false },
  encodings: zplEncodings,
  printsReceipts: false,
  encode(bitmap, media) {
    const { widthDots, heightDots, bytesPerRow, data } = bitmap;
    const encoding = zplEncodings.find((known) => known === media.encoding) ?? 'z64';
    const field = pictureField(data, bytesPerRow, encoding);
    const { density, speedInchesPerSecond: speed } = media;
    // The device counts darkness from 0 to 30.
    const darkness = isSet(density) ? `~SD${String(density * 2).padStart(2, '0')}\r\n` : '';
    const rate = isSet(speed) ? `^PR${speed}\r\n` : '';
    return latin1Bytes(
      `${darkness}^XA\r\n^JZN\r\n${rate}^PW${widthDots}\r\n^LL${heightDots}\r\n^LH0,0\r\n^FO0,0${field}\r\n^PQ1\r\n^XZ\r\n`,
    );
  },
  status: zplStatus,
};
