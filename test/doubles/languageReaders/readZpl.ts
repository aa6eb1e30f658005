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

/** Strict ZPL: exactly one format of known commands with one Z64 picture whose counts and CRC are right. */
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
  const field = /^A,(\d+),(\d+),(\d+),:Z64:([A-Za-z0-9+/=]+):([0-9A-F]{4})$/.exec(argument('GF'));
  if (field === null) throw new Error('picture field is not well formed');
  const [count, total, bytesPerRow] = field.slice(1, 4).map(Number) as [number, number, number];
  if (crcOf(field[4] as string) !== Number.parseInt(field[5] as string, 16)) throw new Error('CRC is wrong');
  const data = inflateSync(Buffer.from(field[4] as string, 'base64'));
  if (data.length !== count || data.length !== total) throw new Error('byte counts are wrong');
  return {
    widthDots: Number(argument('PW')),
    heightDots: data.length / bytesPerRow,
    bytesPerRow,
    data,
    copies: Number(argument('PQ')),
  };
}
