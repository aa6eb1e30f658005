import { simplifyUnit } from './traditional.ts';

/** Longer inputs are read up to here; the rest is reported as leftover. The longest real address seen has 200. */
export const readLimit = 1000;

export interface NormalText {
  readonly original: string;
  /** Half-width (NFKC), emoji as spaces, controls and zero-width characters gone. */
  readonly text: string;
  /** The same with traditional characters simplified, unit for unit: for matching only. */
  readonly plain: string;
  /** For each unit of `text` where it stands in `original`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const pictograph = /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}]/u;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Mn}\p{Co}]/u;
const space = /\s/u;

function normalUnit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return character;
  if (code >= 0x4e00 && code <= 0x9fff) return character;
  if (character === '\n' || character === '\t') return character;
  if (character === '\r') return '\n';
  if (space.test(character)) return ' ';
  if (invisible.test(character)) return '';
  if (code >= 0x2000 && pictograph.test(character)) return ' ';
  return character.normalize('NFKC');
}

/** Lossless: whatever is found in `text` can be shown as a place in the original. */
export function normaliseText(original: string): NormalText {
  let text = '';
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const limit = Math.min(original.length, readLimit);
  for (let at = 0; at < limit; ) {
    const code = original.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const normal = normalUnit(width === 1 ? original.charAt(at) : original.slice(at, at + 2));
    for (let i = 0; i < normal.length; i += 1) {
      text += normal.charAt(i);
      plain += String.fromCharCode(simplifyUnit(normal.charCodeAt(i)));
      starts.push(at);
      ends.push(at + width);
    }
    at += width;
  }
  return { original, text, plain, starts, ends };
}
