/** What an operator may choose by hand. Big5 is only ever chosen: its bytes are legal in the others. */
export const textEncodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** One encoding the text could be in, and how it would look. */
interface EncodingChoice {
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

const previewLines = 6;
const previewCharacters = 160;
/** More than this unreadable, and the encoding is simply the wrong one: of all characters … */
const largestDamagedShare = 0.05;
/** … and of those beyond ASCII, which is the same in all of them. */
const largestDamagedForeignShare = 0.3;
/** So few are tolerable in a file that has hardly any other. */
const fewDamaged = 3;
const largestPrivateShare = 0.3;
/** Letters, digits, Chinese characters, their punctuation and full-width forms. */
const usualCharacter = /[\t\r\n\x20-\x7e\u00a5\u00b7\u2010-\u2030\u3000-\u303f\u4e00-\u9fff\uff01-\uffe5]/g;
const leastUsualShare = 0.8;

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Share of characters that order files are made of, 0..1. */
export function usualShare(text: string): number {
  return text.length === 0 ? 0 : countOf(text, usualCharacter) / text.length;
}

interface DecodedCount {
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
  const isFew = damaged <= Math.max(fewDamaged, foreign * largestDamagedForeignShare);
  return characters > 0 && isFew && damaged <= characters * largestDamagedShare;
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
  if (countOf(text, /[\uE000-\uF8FF]/g) > text.length * largestPrivateShare) return null;
  const share = shareOf(sample, encoding, text);
  if (encoding.startsWith('utf-16') && share < leastUsualShare) return null;
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const preview = lines.slice(0, previewLines).map((line) => line.slice(0, previewCharacters));
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

/** How the double-byte characters of a text look when its bytes are taken for one encoding. */
interface DoubleByteUsage {
  /** Characters of two or four bytes. */
  readonly characters: number;
  /** Those of everyday writing and punctuation. */
  readonly usual: number;
  /** Those that hardly ever stand in an address: private use, four bytes, the blocks of rare characters and foreign letters. */
  readonly rare: number;
}

type Rank = 'usual' | 'uncommon' | 'rare';

/** GB2312 rows: 16–55 everyday characters by frequency, 56–87 by radical, 1 and 3 punctuation and full-width ASCII. */
function gbRank(lead: number, trail: number): Rank {
  if (trail < 0xa1) return 'rare';
  if ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3) return 'usual';
  return lead >= 0xd8 && lead <= 0xf7 ? 'uncommon' : 'rare';
}

/** Big5: A440–C67E everyday characters, A140–A3BF punctuation and full-width forms, C940–F9D5 less frequent ones. */
function big5Rank(lead: number): Rank {
  if (lead >= 0xa1 && lead <= 0xc6) return 'usual';
  return lead >= 0xc9 && lead <= 0xf9 ? 'uncommon' : 'rare';
}

function isFourByteSecond(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Counts by the structure of the two encodings, so that no table of characters is needed. */
function doubleByteUsage(bytes: Uint8Array, encoding: 'gb18030' | 'big5'): DoubleByteUsage {
  let characters = 0;
  let usual = 0;
  let rare = 0;
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    const isLong = encoding === 'gb18030' && isFourByteSecond(trail);
    const rank = isLong ? 'rare' : encoding === 'big5' ? big5Rank(lead) : gbRank(lead, trail);
    characters += 1;
    if (rank === 'usual') usual += 1;
    if (rank === 'rare') rare += 1;
    at += isLong ? 3 : 1;
  }
  return { characters, usual, rare };
}

/** Below this count a single rare character is a question. */
const fewCharacters = 20;
/** Real order files stay under one in a hundred; text in another encoding has a third and more. */
const largestRareShare = 0.05;
const leastGb18030UsualShare = 0.5;

/** Could a person have written this? Text in Big5, broken UTF-8 or Latin-1 is legal GB18030 too, but of rare characters. */
export function isPlausibleGb18030(bytes: Uint8Array): boolean {
  const { characters, usual, rare } = doubleByteUsage(bytes, 'gb18030');
  const mostRare = characters < fewCharacters ? 0 : characters * largestRareShare;
  return rare <= mostRare && usual >= characters * leastGb18030UsualShare;
}
