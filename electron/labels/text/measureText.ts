import type { LabelFont } from '../painter/labelFont.ts';

/** Width of one line in dots: the sum of the whole-dot advances it is drawn with. */
export function measureText(font: LabelFont, text: string, sizeDots: number): number {
  let width = 0;
  for (const character of text) width += font.advanceDots(character.codePointAt(0) as number, sizeDots);
  return width;
}
