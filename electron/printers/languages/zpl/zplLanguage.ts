import type { PrinterLanguage } from '../../kit/printerLanguage.ts';
import { pictureField, zplEncodings } from './pictureField.ts';
import { zplStatus } from './zplStatus.ts';

const isSet = (value: number | null | undefined): value is number => value !== null && value !== undefined;

/**
 * ZPL II: the label as one `^GFA` picture and no text, so nothing in a label can be a command. `z64` unless another form
 * is asked for: old firmware and some look-alikes know only the run lengths or the bare hex. `^JZN`: after paper-out the
 * printer must not print the label again by itself; a second label needs a person's word.
 */
export const zplLanguage: PrinterLanguage = {
  id: 'zpl',
  resolutionsDpi: [203, 300],
  settings: { density: true, speed: true, gap: false },
  encodings: zplEncodings,
  encode(bitmap, media) {
    const { widthDots, heightDots, bytesPerRow, data } = bitmap;
    const encoding = zplEncodings.find((known) => known === media.encoding) ?? 'z64';
    const field = pictureField(data, bytesPerRow, encoding);
    const { density, speedInchesPerSecond: speed } = media;
    // The device counts darkness from 0 to 30.
    const darkness = isSet(density) ? `~SD${String(density * 2).padStart(2, '0')}\r\n` : '';
    const rate = isSet(speed) ? `^PR${speed}\r\n` : '';
    return Buffer.from(
      `${darkness}^XA\r\n^JZN\r\n${rate}^PW${widthDots}\r\n^LL${heightDots}\r\n^LH0,0\r\n^FO0,0${field}\r\n^PQ1\r\n^XZ\r\n`,
      'latin1',
    );
  },
  status: zplStatus,
};
