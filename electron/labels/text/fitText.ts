import type { LabelFont } from '../painter/labelFont.ts';

interface TextRoom {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly maxSizeDots: number;
  readonly minSizeDots: number;
  /** 1 keeps the text on one line whatever its length. */
  readonly maxLines: number;
}

export interface FittedText {
  readonly sizeDots: number;
  /** From one line's top to the next one's. */
  readonly pitchDots: number;
  readonly heightDots: number;
  readonly lines: readonly string[];
  /** The text did not fit at the smallest size and ends with `…`. */
  readonly isCut: boolean;
}

const ellipsis = '…';

function linePitchDots(sizeDots: number): number {
  return Math.ceil(sizeDots * 1.18);
}

function fitted(lines: readonly string[], sizeDots: number, isCut: boolean): FittedText {
  const pitchDots = linePitchDots(sizeDots);
  const heightDots = lines.length === 0 ? 0 : sizeDots + (lines.length - 1) * pitchDots;
  return { sizeDots, pitchDots, heightDots, lines, isCut };
}

function linesThatFit(room: TextRoom, sizeDots: number): number {
  const byHeight = Math.floor((room.heightDots - sizeDots) / linePitchDots(sizeDots)) + 1;
  return Math.min(room.maxLines, byHeight);
}

function endWithEllipsis(font: LabelFont, line: string, sizeDots: number, widthDots: number): string {
  const room = widthDots - measureText(font, ellipsis, sizeDots);
  let kept = '';
  let used = 0;
  for (const character of line) {
    used += measureText(font, character, sizeDots);
    if (used > room) break;
    kept += character;
  }
  return kept.trimEnd() + ellipsis;
}

/** No room on any label holds more characters; what an import brings may be far longer. */
const mostCharacters = 8_000;

/**
 * The rule every text on a label follows: the largest size at which it fits, wrapped to the lines there are;
 * at the smallest size what is left over is replaced by `…`. `\n` starts a new line.
 */
export function fitText(font: LabelFont, whole: string, room: TextRoom): FittedText {
  if (whole === '') return fitted([], room.maxSizeDots, false);
  const text = whole.length > mostCharacters ? Array.from(whole).slice(0, mostCharacters).join('') : whole;
  const paragraphs = text.split('\n');
  const pieces: string[][] = [];
  const wrapOne = (paragraph: string, no: number, sizeDots: number): string[] => {
    if (paragraph !== '' && measureText(font, paragraph, sizeDots) <= room.widthDots)
      return [paragraph.trimEnd()];
    pieces[no] ??= splitPieces(paragraph);
    return wrapPieces(font, pieces[no], sizeDots, room.widthDots);
  };
  const wrap = (sizeDots: number): string[] =>
    room.maxLines === 1 ? [text] : paragraphs.flatMap((paragraph, no) => wrapOne(paragraph, no, sizeDots));
  const widthPerDot = measureText(font, text, room.maxSizeDots) / room.maxSizeDots;
  for (let sizeDots = room.maxSizeDots; sizeDots >= room.minSizeDots; sizeDots -= 1) {
    const most = linesThatFit(room, sizeDots);
    // Far too long for all lines together: no need to wrap. A tenth is left for rounding and blanks at line ends.
    if (widthPerDot * sizeDots * 0.9 > most * room.widthDots) continue;
    const lines = wrap(sizeDots);
    const isNarrow = lines.every((line) => measureText(font, line, sizeDots) <= room.widthDots);
    if (isNarrow && lines.length <= most) return fitted(lines, sizeDots, false);
  }
  const sizeDots = room.minSizeDots;
  const lines = wrap(sizeDots);
  const kept = lines.slice(0, Math.max(1, linesThatFit(room, sizeDots)));
  const last = kept.pop() as string;
  return fitted([...kept, endWithEllipsis(font, last, sizeDots, room.widthDots)], sizeDots, true);
}

/** A row of asterisks hides the rest of a word: it never starts a line. */
const closing = /[，。、；：！？）】》〉」』”’,.;:!?)\]}%…·×*]/u;
const opening = /[（【《〈「『“‘([{]/u;
const latin = /[\p{Script=Latin}\p{Nd}\-_/#&'@+*]/u;

/** ×3 is one thing: a × alone at the end of a line says neither how many nor of what. */
const isCount = (previous: string, character: string): boolean =>
  previous === '×' && /\p{Nd}/u.test(character);

/**
 * Cuts a line into pieces that stay together: a Latin word or number, else one character; closing marks
 * stay with what they close and opening marks with what follows, a count with its ×. A blank is a piece of its own.
 */
export function splitPieces(text: string): string[] {
  const pieces: string[] = [];
  let previous = '';
  for (const character of text) {
    const sticks =
      previous !== '' &&
      character !== ' ' &&
      previous !== ' ' &&
      (closing.test(character) ||
        opening.test(previous) ||
        isCount(previous, character) ||
        (latin.test(character) && latin.test(previous)));
    if (sticks) pieces[pieces.length - 1] += character;
    else pieces.push(character);
    previous = character;
  }
  return pieces;
}

/** Cuts a piece that is wider than a whole line, character by character. */
function splitWidePiece(font: LabelFont, piece: string, sizeDots: number, widthDots: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of piece) {
    const width = measureText(font, character, sizeDots);
    if (part !== '' && used + width > widthDots) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += width;
  }
  parts.push(part);
  return parts;
}

/** Breaks pieces into lines no wider than `widthDots` (a single character may be wider). */
function wrapPieces(
  font: LabelFont,
  pieces: readonly string[],
  sizeDots: number,
  widthDots: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces) {
    const width = measureText(font, piece, sizeDots);
    if (used + width <= widthDots) {
      line += piece;
      used += width;
      continue;
    }
    if (piece === ' ') continue;
    if (line !== '') lines.push(line.trimEnd());
    const parts = width > widthDots ? splitWidePiece(font, piece, sizeDots, widthDots) : [piece];
    line = parts.pop() as string;
    lines.push(...parts);
    used = measureText(font, line, sizeDots);
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

/** Width of one line in dots: the sum of the whole-dot advances it is drawn with. */
export function measureText(font: LabelFont, text: string, sizeDots: number): number {
  let width = 0;
  for (const character of text) width += font.advanceDots(character.codePointAt(0) as number, sizeDots);
  return width;
}
