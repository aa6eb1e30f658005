import { doubleByteUsage } from './doubleByteUsage.ts';

/** What an operator may choose by hand. Big5 is only ever chosen: its bytes are legal in the others. */
export const textEncodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** One encoding the text could be in, and how it would look. */
export interface EncodingChoice {
  readonly encoding: TextEncoding;
  /** First lines of the file, cut to a readable length. */
  readonly preview: readonly string[];
  /** Characters of the first part of the file that this encoding cannot read; the cells that hold them are flagged. */
  readonly damagedCharacters: number;
}

/** The bytes do not say which encoding they are in: a person must look. Best guess first. */
export interface EncodingQuestion {
  readonly choices: readonly EncodingChoice[];
}

const PREVIEW_LINES = 6;
const PREVIEW_CHARACTERS = 160;
/** More than this unreadable, and the encoding is simply the wrong one: of all characters … */
const MAX_DAMAGED_SHARE = 0.05;
/** … and of those beyond ASCII, which is the same in all of them. */
const MAX_DAMAGED_FOREIGN_SHARE = 0.3;
/** So few are tolerable in a file that has hardly any other. */
const FEW_DAMAGED = 3;
const MAX_PRIVATE_SHARE = 0.3;
/** Letters, digits, Chinese characters, their punctuation and full-width forms. */
const usualCharacter = /[\t\r\n\x20-\x7e\u00a5\u00b7\u2010-\u2030\u3000-\u303f\u4e00-\u9fff\uff01-\uffe5]/g;
const MIN_USUAL_SHARE = 0.8;

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Share of characters that order files are made of, 0..1. */
export function usualShare(text: string): number {
  return text.length === 0 ? 0 : countOf(text, usualCharacter) / text.length;
}

export interface DecodedCount {
  readonly characters: number;
  /** Beyond ASCII. */
  readonly foreign: number;
  /** U+FFFD: what the decoder could not read. */
  readonly damaged: number;
}

export function countDecoded(text: string): DecodedCount {
  return {
    characters: text.length,
    foreign: countOf(text, /[^\0-\x7f]/g),
    damaged: countOf(text, /\uFFFD/g),
  };
}

/** Could this be the right encoding, with some characters broken? */
export function isTolerable({ characters, foreign, damaged }: DecodedCount): boolean {
  const isFew = damaged <= Math.max(FEW_DAMAGED, foreign * MAX_DAMAGED_FOREIGN_SHARE);
  return characters > 0 && isFew && damaged <= characters * MAX_DAMAGED_SHARE;
}

interface RankedChoice {
  readonly choice: EncodingChoice;
  readonly share: number;
}

function shareOf(sample: Uint8Array, encoding: TextEncoding, text: string): number {
  if (encoding !== 'gb18030' && encoding !== 'big5') return usualShare(text);
  const { characters, usual } = doubleByteUsage(sample, encoding);
  return characters === 0 ? 1 : usual / characters;
}

function rankedChoice(sample: Uint8Array, encoding: TextEncoding): RankedChoice | null {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  const count = countDecoded(text);
  if (!isTolerable(count)) return null;
  const damagedCharacters = count.damaged;
  // Decoders answer some bytes that mean nothing with private characters.
  if (countOf(text, /[\uE000-\uF8FF]/g) > text.length * MAX_PRIVATE_SHARE) return null;
  const share = shareOf(sample, encoding, text);
  if (encoding.startsWith('utf-16') && share < MIN_USUAL_SHARE) return null;
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const preview = lines.slice(0, PREVIEW_LINES).map((line) => line.slice(0, PREVIEW_CHARACTERS));
  return {
    choice: { encoding, preview, damagedCharacters },
    share: share - damagedCharacters / Math.max(1, count.foreign),
  };
}

/** Every encoding the sample could be in, with a preview each; null when it is in none of ours. */
export function encodingQuestion(sample: Uint8Array): EncodingQuestion | null {
  const ranked = textEncodings
    .map((encoding) => rankedChoice(sample, encoding))
    .filter((one): one is RankedChoice => one !== null)
    .sort((left, right) => right.share - left.share);
  return ranked.length === 0 ? null : { choices: ranked.map(({ choice }) => choice) };
}
