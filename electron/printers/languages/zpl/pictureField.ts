import { deflateSync } from 'node:zlib';
import { crc16 } from './crc16.ts';
import { runLengthHex } from './runLengthHex.ts';

/** How the dots of a `^GF` field can be written, the smallest first. */
export const zplEncodings = ['z64', 'acs', 'hex'] as const;
export type ZplEncoding = (typeof zplEncodings)[number];

/** zlib level 6: level 9 costs four times as much for 2 %. */
function z64(data: Uint8Array): string {
  const base64 = deflateSync(data, { level: 6 }).toString('base64');
  const check = crc16(base64).toString(16).toUpperCase().padStart(4, '0');
  return `:Z64:${base64}:${check}`;
}

/**
 * The label as one `^GFA` field; its counts are those of the bare picture, whatever the form. `z64`: zlib, Base64 and
 * CRC-16, about a fifth of the picture. `acs`: run lengths over hex digits, about half of it. `hex`: two digits a byte,
 * twice the picture. None of the three ever holds `^` or `~`.
 */
export function pictureField(data: Uint8Array, bytesPerRow: number, encoding: ZplEncoding): string {
  const head = `^GFA,${data.length},${data.length},${bytesPerRow},`;
  if (encoding === 'z64') return `${head}${z64(data)}^FS`;
  if (encoding === 'acs') return `${head}${runLengthHex(data, bytesPerRow)}^FS`;
  return `${head}${Buffer.from(data).toString('hex').toUpperCase()}^FS`;
}
