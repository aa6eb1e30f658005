import { isHanzi } from '../painter/fontChain.ts';
import type { LabelFonts } from '../painter/labelFont.ts';
import { standardHanzi } from './privateHanzi.ts';

/** Marks that draw nothing: joiners, direction marks, byte order mark, soft hyphen, variation selectors. */
const invisible = /\p{Cf}|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}]/gu;

/**
 * Text as it can be drawn: composed, without control and direction characters, blanks run together.
 * A line break becomes a blank. Nothing visible is dropped.
 */
export function cleanText(text: string): string {
  return standardHanzi(text)
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

/** Drawn for what the fonts lack, so that whoever reads the label sees that something stood there. */
const placeholder = '□';

const canDraw = (character: string, { regular, bold }: LabelFonts): boolean => {
  const codePoint = character.codePointAt(0) as number;
  return character === '\n' || (regular.has(codePoint) && bold.has(codePoint));
};

const plainLetters = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]+$/u;

/** Letters that Unicode does not take apart: what they are written as where they are missing, or what looks the same. */
const plainForms: ReadonlyMap<string, string> = new Map(
  [
    'ŁL łl ıi ĦH ħh ŦT ŧt ŊN ŋn ƏE ƵZ ƶz ɃB ƀb ẞS ʼ\u2019 ʾ\u2019',
    // Ukrainian, Belarusian, Serbian and Macedonian letters.
    'ІI іi ЇÏ їï ЄЕ єе ЈJ јj ЅS ѕs ҐГ ґг',
  ]
    .join(' ')
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);

/**
 * The same letters in their plain form where the fonts have those: `𝓐𝓷𝓷` of a nickname is Ann, and of a letter with a rare accent
 * the letter stays. Other scripts are kept as they are: taken apart they say something else.
 */
function inPlainLetters(text: string, fonts: LabelFonts): string {
  return text.replace(/./gsu, (character) => {
    if (canDraw(character, fonts)) return character;
    const known = plainForms.get(character);
    if (known !== undefined && canDraw(known, fonts)) return known;
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
    return plainLetters.test(plain) && Array.from(plain).every((letter) => canDraw(letter, fonts))
      ? plain
      : character;
  });
}

/**
 * Free text as it can be drawn: each run of characters the fonts lack (an emoji is often several) becomes one `□`.
 * Only for texts a parcel arrives without: remarks, goods, the merchant's own words.
 */
export function replaceUndrawable(text: string, fonts: LabelFonts): string {
  let drawn = '';
  let isGap = false;
  for (const character of inPlainLetters(text, fonts)) {
    const isDrawn = canDraw(character, fonts);
    if (isDrawn) drawn += character;
    else if (!isGap) drawn += placeholder;
    isGap = !isDrawn;
  }
  return drawn;
}

interface Fitted {
  readonly text: string;
  /** What the fonts lack of it, each character once. */
  readonly missing: readonly number[];
}

/** Hanzi, and the private ones of old systems: part of a name, however rare. */
const isPartOfName = (codePoint: number): boolean =>
  isHanzi(codePoint) || /\p{Co}/u.test(String.fromCodePoint(codePoint));

/**
 * A name or an address as it can be drawn: emoji and signs of other scripts are left out, a hanzi no font has stays and
 * is drawn as a box with its number. A text of nothing else is `□`: something stood there.
 */
export function leaveOutSigns(text: string, fonts: LabelFonts): Fitted {
  return keepDrawable(inPlainLetters(text, fonts), fonts, isPartOfName, placeholder);
}

/** A code is never shortened: what no font has stays in its place, as a box with its number. */
export function keepEverySign(text: string, fonts: LabelFonts): Fitted {
  return keepDrawable(text, fonts, () => true, '');
}

function keepDrawable(
  text: string,
  fonts: LabelFonts,
  isKept: (codePoint: number) => boolean,
  instead: string,
): Fitted {
  const missing = new Set<number>();
  let kept = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    const isDrawn = canDraw(character, fonts);
    if (!isDrawn) missing.add(codePoint);
    if (isDrawn || isKept(codePoint)) kept += character;
  }
  if (missing.size === 0) return { text, missing: [] };
  const left = cleanText(kept);
  return { text: left === '' ? instead : left, missing: [...missing] };
}
