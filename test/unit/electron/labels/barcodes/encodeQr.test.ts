import { expect, it } from 'vitest';
import { bitsOfQr, encodeQr, encodeScreenQr } from '../../../../../electron/labels/barcodes/encodeQr.ts';

const isDark = ({ bits, bytesPerRow }: ReturnType<typeof bitsOfQr>, x: number, y: number): boolean =>
  ((bits[y * bytesPerRow + (x >> 3)] ?? 0) & (128 >> (x & 7))) !== 0;

it('a screen shows more than paper does, and neither takes what it cannot', () => {
  expect(encodeQr('x'.repeat(300)).ok).toBe(true);
  expect(encodeQr('x'.repeat(301))).toMatchObject({ code: 'LABEL_BARCODE_CONTENT' });
  expect(encodeScreenQr('x'.repeat(2_000))?.side).toBeGreaterThan(100);
  expect(encodeScreenQr('x'.repeat(2_001))).toBeNull();
  expect(encodeScreenQr('店')).toBeNull();
});

it('its rows of bits have a blank of four modules around the corners', () => {
  const qr = encodeScreenQr('SHIPDESK1-abc');
  if (qr === null) throw new Error('no code');
  const rows = bitsOfQr(qr);
  expect(rows.side).toBe(qr.side + 8);
  for (let at = 0; at < rows.side; at++)
    for (const edge of [0, 3, rows.side - 4, rows.side - 1])
      expect(isDark(rows, at, edge) || isDark(rows, edge, at)).toBe(false);
  const corner = [0, 1, 2, 3, 4, 5, 6].map((at) => isDark(rows, 4 + at, 4));
  expect(corner).toEqual(Array(7).fill(true));
  expect(isDark(rows, 5, 5)).toBe(false);
});
