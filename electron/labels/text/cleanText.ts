import type { LabelFonts } from '../painter/labelFont.ts';

/** Marks that draw nothing: joiners, direction marks, byte order mark, soft hyphen, variation selectors. */
const invisible = /\p{Cf}|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}]/gu;

/**
 * Text as it can be drawn: composed, without control and direction characters, blanks run together.
 * A line break becomes a blank. Nothing visible is dropped.
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}

/** The same line by line, for the one zone in which the merchant's own line breaks count. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n');
}

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
