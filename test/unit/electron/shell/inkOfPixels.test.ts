import { describe, expect, it } from 'vitest';
import { inkOfPixels } from '../../../../electron/shell/inkOfPixels.ts';

/** A white picture with dots of one colour. */
function picture(
  width: number,
  height: number,
  dots: readonly (readonly [x: number, y: number])[],
  grey = 0,
) {
  const bgra = new Uint8Array(width * height * 4).fill(255);
  for (const [x, y] of dots) bgra.fill(grey, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return { bgra, width, height };
}
const sheet = { widthDots: 10, heightDots: 3 };

describe('a picture as dots', () => {
  it('puts the left dot into the highest bit, and pads each row', () => {
    expect(
      inkOfPixels(
        picture(12, 4, [
          [0, 0],
          [7, 0],
          [8, 1],
          [9, 2],
        ]),
        sheet,
      ),
    ).toEqual({
      dots: Uint8Array.of(0b1000_0001, 0, 0, 0b1000_0000, 0, 0b0100_0000),
    });
  });

  it('prints what is darker than the middle', () => {
    expect(inkOfPixels(picture(10, 3, [[1, 1]], 127), sheet)).toHaveProperty('dots');
    expect(inkOfPixels(picture(10, 3, [[1, 1]], 128), sheet)).toEqual({ fault: 'empty' });
  });

  it('weighs colours as the eye does: red prints, yellow does not', () => {
    const coloured = (blue: number, green: number, red: number) => {
      const made = picture(10, 3, []);
      made.bgra.set([blue, green, red, 255], 0);
      return inkOfPixels(made, sheet);
    };
    expect(coloured(0, 0, 255)).toHaveProperty('dots');
    expect(coloured(0, 255, 255)).toEqual({ fault: 'empty' });
  });

  it.each([
    ['right of', [10, 0]],
    ['below', [0, 3]],
  ] as const)('refuses ink %s the sheet instead of cutting it off', (_where, [x, y]) => {
    expect(
      inkOfPixels(
        picture(12, 4, [
          [0, 0],
          [x, y],
        ]),
        sheet,
      ),
    ).toEqual({ fault: 'too-large' });
  });
});
