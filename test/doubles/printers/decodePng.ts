import { inflateSync } from 'node:zlib';

export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  /** true where the dot is darker than half. */
  isDark(x: number, y: number): boolean;
}

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** Undoes the row filters of PNG (ISO/IEC 15948, 9.2). */
function unfilter(raw: Uint8Array, height: number, rowBytes: number, step: number): Uint8Array {
  const rows = new Uint8Array(height * rowBytes);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (rowBytes + 1)] as number;
    for (let i = 0; i < rowBytes; i += 1) {
      const at = y * rowBytes + i;
      const left = i >= step ? (rows[at - step] as number) : 0;
      const above = y > 0 ? (rows[at - rowBytes] as number) : 0;
      const corner = i >= step && y > 0 ? (rows[at - rowBytes - step] as number) : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] as number;
      rows[at] = (raw[y * (rowBytes + 1) + 1 + i] as number) + guess;
    }
  }
  return rows;
}

/** Grey, RGB and RGBA, 1 or 8 bits, not interlaced: what label renderers write. */
export function decodePng(png: Uint8Array): GreyPicture {
  const bytes = Buffer.from(png);
  const parts: Buffer[] = [];
  let header = bytes;
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') parts.push(body);
    at += 12 + length;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [bits, colour] = [header[8] as number, header[9] as number];
  const channels = channelsOf[colour];
  if (channels === undefined || (bits !== 8 && !(bits === 1 && colour === 0))) throw new Error('PNG kind');
  const rowBytes = Math.ceil((width * channels * bits) / 8);
  const rows = unfilter(
    inflateSync(Buffer.concat(parts)),
    height,
    rowBytes,
    Math.max(1, channels * (bits >> 3)),
  );
  return {
    width,
    height,
    isDark(x, y) {
      if (bits === 1) return (((rows[y * rowBytes + (x >> 3)] as number) >> (7 - (x & 7))) & 1) === 0;
      return (rows[y * rowBytes + x * channels] as number) < 128;
    },
  };
}
