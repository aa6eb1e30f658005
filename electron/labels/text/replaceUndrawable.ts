import type { LabelFonts } from '../painter/openLabelFonts.ts';

/** Drawn for what the font lacks, so that whoever reads the label sees that something stood there. */
const placeholder = '□';

/**
 * Free text as it can be drawn: each run of characters the font lacks (an emoji is often several) becomes one `□`.
 * Only for texts a parcel arrives without: remarks, goods, the merchant's own words.
 */
export function replaceUndrawable(text: string, { regular, bold }: LabelFonts): string {
  let drawn = '';
  let isGap = false;
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    const canDraw = character === '\n' || (regular.has(codePoint) && bold.has(codePoint));
    if (canDraw) drawn += character;
    else if (!isGap) drawn += placeholder;
    isGap = !canDraw;
  }
  return drawn;
}
