import { deflateSync } from 'node:zlib';
import type { LabelBitmap } from '../../shared/domain/printing/labelDocument.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** CRC-32 of PNG chunks (reflected polynomial 0xEDB88320); zlib's own is newer than the oldest runtime. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  for (let i = 0; i < 4; i += 1) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(body, 8);
  view.setUint32(8 + body.length, crc32(bytes.subarray(4, 8 + body.length)));
  return bytes;
}

/** 1-bit greyscale PNG with its resolution; in greyscale 0 is black, so every bit is turned. */
export function encodePng(bitmap: LabelBitmap): Uint8Array {
  const { widthDots, heightDots, bytesPerRow, data, dpi } = bitmap;
  const header = new Uint8Array(13);
  const headerView = new DataView(header.buffer);
  headerView.setUint32(0, widthDots);
  headerView.setUint32(4, heightDots);
  header[8] = 1;
  const rows = new Uint8Array((bytesPerRow + 1) * heightDots);
  for (let row = 0; row < heightDots; row += 1) {
    const to = row * (bytesPerRow + 1) + 1;
    const from = row * bytesPerRow;
    for (let i = 0; i < bytesPerRow; i += 1) rows[to + i] = ~(data[from + i] as number);
  }
  const physical = new Uint8Array(9);
  const physicalView = new DataView(physical.buffer);
  const dotsPerMetre = dpi === 203 ? 8_000 : 11_810;
  physicalView.setUint32(0, dotsPerMetre);
  physicalView.setUint32(4, dotsPerMetre);
  physical[8] = 1;
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('pHYs', physical),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}
