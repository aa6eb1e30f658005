import { describe, expect, test } from 'vitest';
import { fitPicture, pictureBits } from '../../../../../renderer/screens/labels/pictureBits.ts';

const rgba = (...dots: readonly (readonly [number, number, number, number])[]): Uint8ClampedArray =>
  Uint8ClampedArray.from(dots.flat());
const black = [0, 0, 0, 255] as const;
const white = [255, 255, 255, 255] as const;
const nothing = [0, 0, 0, 0] as const;
const grey = [128, 128, 128, 255] as const;
const crisp = { threshold: 128, isDithered: false };

describe('a picture in black and white', () => {
  test('black prints, white and transparent stay paper, the leftmost dot is the highest bit', () => {
    const { bits } = pictureBits(rgba(black, white, nothing, black), 4, 1, crisp);
    expect([...bits]).toEqual([0b1001_0000]);
  });

  test('rows begin at a byte of their own', () => {
    const { bits } = pictureBits(rgba(...Array.from({ length: 18 }, () => black)), 9, 2, crisp);
    expect([...bits]).toEqual([0xff, 0x80, 0xff, 0x80]);
  });

  test('the threshold decides what is dark enough', () => {
    const dark = pictureBits(rgba([100, 100, 100, 255]), 1, 1, { ...crisp, threshold: 101 });
    const light = pictureBits(rgba([100, 100, 100, 255]), 1, 1, { ...crisp, threshold: 100 });
    expect([dark.bits[0], light.bits[0]]).toEqual([0x80, 0]);
  });

  test('as a photograph half grey becomes about half of the dots', () => {
    const side = 32;
    const { bits } = pictureBits(rgba(...Array.from({ length: side * side }, () => grey)), side, side, {
      threshold: 128,
      isDithered: true,
    });
    const printed = [...bits].reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
    expect(printed / (side * side)).toBeGreaterThan(0.42);
    expect(printed / (side * side)).toBeLessThan(0.58);
  });
});

test('a large picture is made smaller in proportion, a small one is left alone, a thin one keeps a dot', () => {
  expect(fitPicture(2400, 1200, 1200)).toEqual({ widthDots: 1200, heightDots: 600 });
  expect(fitPicture(300, 200, 1200)).toEqual({ widthDots: 300, heightDots: 200 });
  expect(fitPicture(12_000, 3, 1200)).toEqual({ widthDots: 1200, heightDots: 1 });
});
