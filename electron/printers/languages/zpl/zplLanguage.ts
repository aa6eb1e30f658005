import { deflateSync } from 'node:zlib';
import type { PrinterLanguage } from '../../kit/printerLanguage.ts';
import { crc16 } from './crc16.ts';
import { zplStatus } from './zplStatus.ts';

const isSet = (value: number | null | undefined): value is number => value !== null && value !== undefined;

/**
 * ZPL II: the label as one compressed `^GFA` field (Z64: zlib, Base64, CRC-16), about a fifth of the raw
 * bytes. Base64 holds neither `^` nor `~`. `^JZN`: after paper-out the printer must not print the label
 * again by itself; a second label needs a person's word. zlib level 6: level 9 costs four times as much for 2 %.
 */
export const zplLanguage: PrinterLanguage = {
  id: 'zpl',
  resolutionsDpi: [203, 300],
  settings: { density: true, speed: true, gap: false },
  encode(bitmap, media) {
    const { widthDots, heightDots, bytesPerRow, data } = bitmap;
    const base64 = deflateSync(data, { level: 6 }).toString('base64');
    const check = crc16(base64).toString(16).toUpperCase().padStart(4, '0');
    const field = `^GFA,${data.length},${data.length},${bytesPerRow},:Z64:${base64}:${check}^FS`;
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
