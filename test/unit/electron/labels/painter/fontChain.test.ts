import { expect, it } from 'vitest';
import { codeBox } from '../../../../../electron/labels/painter/codeBox.ts';
import { glyphRows } from '../../../../doubles/printers/glyphRows.ts';
import { shippedFonts } from '../../../../doubles/printers/labelFonts.ts';

const fonts = shippedFonts();

const drawnIn = (first: number, last: number): number => {
  let drawn = 0;
  for (let codePoint = first; codePoint <= last; codePoint += 1)
    if (fonts.regular.has(codePoint) && fonts.bold.has(codePoint)) drawn += 1;
  return drawn;
};

it.each([
  ['Unified Ideographs', 0x4e00, 0x9fff, 20_992],
  ['Extension A', 0x3400, 0x4dbf, 6_592],
  ['Extension B', 0x20000, 0x2a6df, 42_720],
  ['Extension C', 0x2a700, 0x2b739, 4_154],
  ['Extension D', 0x2b740, 0x2b81d, 222],
  ['Extension E', 0x2b820, 0x2cea1, 5_762],
  ['Extension F', 0x2ceb0, 0x2ebe0, 7_473],
  ['Extension I', 0x2ebf0, 0x2ee5d, 622],
  ['Extension G', 0x30000, 0x3134a, 3_330],
  ['Extension H', 0x31350, 0x323af, 2_367],
  ['Hangul syllables', 0xac00, 0xd7a3, 11_172],
])('draws the hanzi of %s', (_, first, last, expected) => {
  expect(drawnIn(first, last)).toBe(expected);
});

it('draws every hanzi of the Hong Kong character set, as the system reads Big5', () => {
  const decoder = new TextDecoder('big5', { fatal: true });
  const hanzi = new Set<string>();
  for (let lead = 0x87; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail > 0x7e && trail < 0xa1) continue;
      try {
        const text = decoder.decode(Uint8Array.of(lead, trail));
        if (/\p{Script=Han}/u.test(text)) hanzi.add(text);
      } catch {
        // Nothing stands at this place of the table.
      }
    }
  expect(hanzi.size).toBeGreaterThan(13_000);
  const missing = [...hanzi].filter((text) => !fonts.bold.has(text.codePointAt(0) as number));
  expect(missing).toEqual([]);
});

it.each(['𠮷', '𡋾', '\u{2A6C0}', '\u{20021}', '\u{2EBF5}'])(
  'keeps the strokes of %s at 20 dots',
  (hanzi) => {
    const codePoint = hanzi.codePointAt(0) as number;
    for (const weight of ['regular', 'bold'] as const) {
      const ink = glyphRows(fonts[weight].glyph(codePoint, 20)).join('').replaceAll('.', '').length;
      expect(ink, weight).toBeGreaterThan(20 * 20 * 0.12);
    }
    expect(fonts.bold.advanceDots(codePoint, 25)).toBeGreaterThanOrEqual(23);
  },
);

it('draws a box with its number where no font has the character, inside the square of an ideograph', () => {
  for (const codePoint of [0xe000, 0x323b0, 0x10ffff])
    for (let size = 8; size <= 90; size += 1) {
      const { left, widthDots, heightDots } = codeBox(codePoint, size);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + widthDots).toBeLessThanOrEqual(size);
      expect(heightDots).toBe(widthDots);
    }
  const picture = (codePoint: number) => glyphRows(codeBox(codePoint, 24)).join();
  expect(picture(0x323b0)).not.toBe(picture(0x323b1));
  expect(fonts.regular.has(0x323b0)).toBe(false);
  expect(fonts.regular.glyph(0x323b0, 24)).toEqual(codeBox(0x323b0, 24));
});
