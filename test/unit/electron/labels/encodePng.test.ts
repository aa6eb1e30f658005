import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { encodePng } from '../../../../electron/labels/encodePng.ts';
import { renderLabel } from '../../../../electron/labels/renderLabel.ts';
import { decodePng } from '../../../doubles/printers/decodePng.ts';
import { shippedFonts } from '../../../doubles/printers/labelFonts.ts';
import { plainLabel } from '../../../doubles/printers/standardLabels.ts';

const rendered = renderLabel(plainLabel, { size: '76x130', dpi: 300 }, shippedFonts());
if (!rendered.ok) throw new Error(rendered.code);
const bitmap = rendered.value;
const png = Buffer.from(encodePng(bitmap));

it('shows the very dots that are printed, also when the width is no whole number of bytes', () => {
  const picture = decodePng(png);
  expect([picture.width, picture.height]).toEqual([898, 1535]);
  let differing = 0;
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    for (let x = 0; x < bitmap.widthDots; x += 1) {
      const bit = ((bitmap.data[y * bitmap.bytesPerRow + (x >> 3)] as number) >> (7 - (x & 7))) & 1;
      if (picture.isDark(x, y) !== (bit === 1)) differing += 1;
    }
  }
  expect(differing).toBe(0);
});

it('writes chunks with the checksums PNG asks for', () => {
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
    at += 12 + length;
  }
});
