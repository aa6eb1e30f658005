import { deflateSync } from 'node:zlib';

/** How the dots of a `^GF` field can be written, the smallest first. */
export const zplEncodings = ['z64', 'acs', 'hex'] as const;
type ZplEncoding = (typeof zplEncodings)[number];

/**
 * Level 3 in a window of 4 KB takes a quarter less time than level 4 in one of 32 KB for 3 % more bytes (6 % at 300 dpi), level 6 nearly
 * twice as much for 6 % less: what repeats in a label lies within some rows.
 */
const deflating = { level: 3, windowBits: 12 };

/**
 * How a stream begins that may look back over 32 KB, as zlib writes it for this level. It is true of one that looks back less far, and
 * what all printers are sent; a look-alike may know no other.
 */
const usualStart = [0x78, 0x5e];

/**
 * Node keeps what it deflated into until it collects everything, thousands of labels later: room for a sixth of the picture, in which
 * nearly every label finds its place and no second piece is needed.
 */
const roomBytes = (data: Uint8Array): number => Math.max(1_024, Math.ceil(data.length / 6));

function z64(data: Uint8Array): string {
  const packed = deflateSync(data, { ...deflating, chunkSize: roomBytes(data) });
  packed.set(usualStart);
  const base64 = packed.toString('base64');
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

/** Longest run one pair of letters can say: `z` is 400, `Y` is 19. */
const longestRun = 419;

/** Before a digit: `g`–`z` stand for 20, 40 … 400, `G`–`Y` for 1–19; both add up. */
function runOf(digit: string, count: number): string {
  let text = '';
  let left = count;
  for (; left > longestRun; left -= longestRun) text += `zY${digit}`;
  if (left < 3) return text + digit.repeat(left);
  const twenties = Math.floor(left / 20);
  if (twenties > 0) text += String.fromCharCode(0x66 + twenties);
  if (left % 20 > 0) text += String.fromCharCode(0x46 + (left % 20));
  return text + digit;
}

function packRow(hex: string): string {
  const last = hex[hex.length - 1] as string;
  const isFilled = last === '0' || last === 'F';
  let kept = hex.length;
  while (isFilled && kept > 0 && hex[kept - 1] === last) kept -= 1;
  let text = '';
  for (let at = 0; at < kept; ) {
    let end = at + 1;
    while (end < kept && hex[end] === hex[at]) end += 1;
    text += runOf(hex[at] as string, end - at);
    at = end;
  }
  if (!isFilled) return text;
  return text + (last === '0' ? ',' : '!');
}

/**
 * ASCII-compressed hex of ZPL: repeated digits as runs, `,` fills the rest of a row with 0 and `!` with F, `:` is the
 * row above once more.
 */
function runLengthHex(data: Uint8Array, bytesPerRow: number): string {
  const whole = Buffer.from(data).toString('hex').toUpperCase();
  const digits = bytesPerRow * 2;
  const rows: string[] = [];
  let above = '';
  for (let at = 0; at < whole.length; at += digits) {
    const row = whole.slice(at, at + digits);
    rows.push(row === above ? ':' : packRow(row));
    above = row;
  }
  return rows.join('');
}

/** CRC-16 of Z64 data: polynomial 0x1021, start 0, not reflected, over the Base64 characters. */
const lastOfTwo = Uint16Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 8;
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x8000 ? (value << 1) ^ 0x1021 : value << 1;
  return value;
});
/** What a byte adds that is followed by another. */
const firstOfTwo = lastOfTwo.map((value) => (value << 8) ^ (lastOfTwo[value >> 8] as number));

/** Two characters at a time take half as long as one by one; Base64 has an even number. */
function crc16(base64: string): number {
  let crc = 0;
  for (let i = 0; i < base64.length; i += 2) {
    const first = firstOfTwo[(crc >> 8) ^ base64.charCodeAt(i)] as number;
    crc = first ^ (lastOfTwo[(crc & 0xff) ^ base64.charCodeAt(i + 1)] as number);
  }
  return crc;
}
