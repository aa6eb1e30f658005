import type { LabelFont } from '../painter/labelFont.ts';

/** The first character the font cannot draw as `U+1F600`, or null. The text itself is personal data. */
export function findMissingGlyph(font: LabelFont, text: string): string | null {
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    if (character !== '\n' && !font.has(codePoint)) {
      return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    }
  }
  return null;
}
