import { expect, test } from 'vitest';
import { paintBits } from '../../../../renderer/parts/BitmapCanvas.tsx';

test('one bits print black from the left, padding is not shown', () => {
  const pixels = new Uint8ClampedArray(10 * 2 * 4);
  paintBits(Uint8Array.of(0b1000_0001, 0b0111_1111, 0, 0b1000_0000), 10, 2, 2, pixels);
  const levels = Array.from({ length: 20 }, (_, dot) => pixels[dot * 4]);
  expect(levels.slice(0, 10)).toEqual([0, 255, 255, 255, 255, 255, 255, 0, 255, 0]);
  expect(levels.slice(10)).toEqual([255, 255, 255, 255, 255, 255, 255, 255, 0, 255]);
  expect(Array.from({ length: 20 }, (_, dot) => pixels[dot * 4 + 3])).toEqual(Array(20).fill(255));
});
