import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../resources/icons');
const read = (name: string) => readFileSync(join(folder, name));
const pngHead = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Width and height as the head of a PNG says them. */
function sizeOf(png: Buffer): readonly number[] {
  expect(png.subarray(0, 8)).toEqual(pngHead);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

it('has a picture large enough for every system, and one of each size that Windows shows', () => {
  expect(sizeOf(read('icon.png'))).toEqual([1_024, 1_024]);
  const ico = read('icon.ico');
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const line = 6 + 16 * index;
    const from = ico.readUInt32LE(line + 12);
    const [width, height] = sizeOf(ico.subarray(from, from + ico.readUInt32LE(line + 8)));
    expect(width).toBe(height);
    expect(ico.readUInt8(line)).toBe((width ?? 0) % 256);
    return width;
  });
  expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
});
