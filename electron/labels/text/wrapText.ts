import type { LabelFont } from '../painter/labelFont.ts';
import { measureText } from './measureText.ts';

/** A row of asterisks hides the rest of a word: it never starts a line. */
const closing = /[，。、；：！？）】》〉」』”’,.;:!?)\]}%…·×*]/u;
const opening = /[（【《〈「『“‘([{]/u;
const latin = /[\p{Script=Latin}\p{Nd}\-_/#&'@+*]/u;

/**
 * Cuts a line into pieces that stay together: a Latin word or number, else one character; closing marks
 * stay with what they close and opening marks with what follows. A blank is a piece of its own.
 */
export function splitPieces(text: string): string[] {
  const pieces: string[] = [];
  let previous = '';
  for (const character of text) {
    const sticks =
      previous !== '' &&
      character !== ' ' &&
      previous !== ' ' &&
      (closing.test(character) || opening.test(previous) || (latin.test(character) && latin.test(previous)));
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
export function wrapPieces(
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
