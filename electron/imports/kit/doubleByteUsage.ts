/** How the double-byte characters of a text look when its bytes are taken for one encoding. */
export interface DoubleByteUsage {
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
export function doubleByteUsage(bytes: Uint8Array, encoding: 'gb18030' | 'big5'): DoubleByteUsage {
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
const FEW_CHARACTERS = 20;
/** Real order files stay under one in a hundred; text in another encoding has a third and more. */
const MAX_RARE_SHARE = 0.05;
const MIN_USUAL_SHARE = 0.5;

/** Could a person have written this? Text in Big5, broken UTF-8 or Latin-1 is legal GB18030 too, but of rare characters. */
export function isPlausibleGb18030(bytes: Uint8Array): boolean {
  const { characters, usual, rare } = doubleByteUsage(bytes, 'gb18030');
  const mostRare = characters < FEW_CHARACTERS ? 0 : characters * MAX_RARE_SHARE;
  return rare <= mostRare && usual >= characters * MIN_USUAL_SHARE;
}
