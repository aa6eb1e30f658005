import { inflateSync } from 'node:zlib';
import type { ReadLabel } from './dotSheet.ts';

/** CRC-16/XMODEM bit by bit, apart from the product's table. */
function crcOf(text: string): number {
  let crc = 0;
  for (const byte of Buffer.from(text, 'latin1')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1;
  }
  return crc;
}

/** How many times the digit after these letters stands: `G`–`Y` 1–19, `g`–`z` 20–400, added up. */
function runOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => {
    const code = letter.charCodeAt(0);
    return sum + (code >= 0x67 ? (code - 0x66) * 20 : code - 0x46);
  }, 0);
}

/** Run lengths over hex digits, row by row; bare hex is the same without any. */
function unpackHex(text: string, bytesPerRow: number): Buffer {
  const digits = bytesPerRow * 2;
  const rows: string[] = [];
  let row = '';
  const finish = (filled: string): void => {
    if (filled.length !== digits) throw new Error(`a row of ${filled.length} digits, ${digits} announced`);
    rows.push(filled);
    row = '';
  };
  for (const [whole, letters = '', sign = ''] of text.matchAll(/([G-Yg-z]*)([0-9A-Fa-f,!:])|./g)) {
    if (sign === '') throw new Error(`"${whole}" in a picture`);
    if (',!:'.includes(sign) && letters !== '') throw new Error(`a run of "${sign}"`);
    if (sign === ':') {
      if (row !== '') throw new Error('a row repeated in the middle of another');
      finish(rows.at(-1) ?? '');
    } else if (sign === ',') finish(row.padEnd(digits, '0'));
    else if (sign === '!') finish(row.padEnd(digits, 'F'));
    else {
      row += sign.repeat(letters === '' ? 1 : runOf(letters));
      if (row.length >= digits) finish(row);
    }
  }
  if (row !== '') throw new Error('the last row is not whole');
  return Buffer.from(rows.join(''), 'hex');
}

/** The dots of one picture field after its counts, in whichever form it is written. */
export function unpackZplPicture(text: string, bytesPerRow: number): Buffer {
  if (!text.startsWith(':')) return unpackHex(text, bytesPerRow);
  const z64 = /^:Z64:([A-Za-z0-9+/=]+):([0-9A-F]{4})$/.exec(text);
  if (z64 === null) throw new Error('picture field is not well formed');
  if (crcOf(z64[1] as string) !== Number.parseInt(z64[2] as string, 16)) throw new Error('CRC is wrong');
  return inflateSync(Buffer.from(z64[1] as string, 'base64'));
}

/** Strict ZPL: exactly one format of known commands with one picture whose counts, rows and CRC are right. */
export function readZpl(bytes: Uint8Array): ReadLabel {
  const text = Buffer.from(bytes).toString('latin1');
  if (text.includes('~')) throw new Error('a ~ command');
  const commands = text
    .replace(/[\r\n]/g, '')
    .split('^')
    .slice(1);
  const names = commands.map((command) => command.slice(0, 2));
  const expected = ['XA', 'JZ', 'PW', 'LL', 'LH', 'FO', 'GF', 'FS', 'PQ', 'XZ'];
  if (names.join() !== expected.join()) throw new Error(`unexpected commands ${names.join()}`);
  const argument = (name: string): string => commands[names.indexOf(name)]?.slice(2) ?? '';
  const field = /^A,(\d+),(\d+),(\d+),(.+)$/s.exec(argument('GF'));
  if (field === null) throw new Error('picture field is not well formed');
  const [count, total, bytesPerRow] = field.slice(1, 4).map(Number) as [number, number, number];
  const data = unpackZplPicture(field[4] as string, bytesPerRow);
  if (data.length !== count || data.length !== total) throw new Error('byte counts are wrong');
  return {
    widthDots: Number(argument('PW')),
    heightDots: data.length / bytesPerRow,
    bytesPerRow,
    data,
    copies: Number(argument('PQ')),
  };
}
