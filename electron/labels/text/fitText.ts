import type { LabelFont } from '../painter/labelFont.ts';
import { measureText } from './measureText.ts';
import { splitPieces, wrapPieces } from './wrapText.ts';

export interface TextRoom {
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

export function linePitchDots(sizeDots: number): number {
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
  const paragraphs = text.split('\n').map(splitPieces);
  const wrap = (sizeDots: number): string[] =>
    room.maxLines === 1
      ? [text]
      : paragraphs.flatMap((pieces) => wrapPieces(font, pieces, sizeDots, room.widthDots));
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
