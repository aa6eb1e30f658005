import { expect, it } from 'vitest';
import { cleanText } from '../../../../../electron/labels/text/cleanText.ts';
import { standardHanzi } from '../../../../../electron/labels/text/privateHanzi.ts';
import { shippedFonts } from '../../../../doubles/printers/labelFonts.ts';

it.each([
  ['\uE863', '䶮'],
  ['\uE81A', '㑳'],
  ['\uE81E', '龴'],
  ['\uE843', '龹'],
  ['\uE854', '龺'],
  ['\uE864', '龻'],
  ['\uE816', '\u{20087}'],
])('writes the %s of old systems as %s', (old, standard) => {
  expect(standardHanzi(`王${old}明`)).toBe(`王${standard}明`);
  expect(cleanText(old)).toBe(standard);
});

it('finds a hanzi that is drawn for every private one of GBK, and leaves other private signs alone', () => {
  const fonts = shippedFonts();
  const found = new Set<string>();
  for (let codePoint = 0xe815; codePoint <= 0xe864; codePoint += 1) {
    const hanzi = standardHanzi(String.fromCodePoint(codePoint));
    expect(fonts.bold.has(hanzi.codePointAt(0) as number), codePoint.toString(16)).toBe(true);
    found.add(hanzi);
  }
  expect(found.size).toBe(0xe864 - 0xe815 + 1);
  expect(standardHanzi('\uE814\uE865\uF8FF')).toBe('\uE814\uE865\uF8FF');
});
