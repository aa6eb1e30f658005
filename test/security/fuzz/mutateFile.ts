import { type ZipPart, zipBytes } from '../../doubles/files/zipBytes.ts';
import { seededChance } from '../../doubles/seededChance.ts';
import { type FuzzFormat, seedCount, seedFile, seedParts } from './seedFiles.ts';

/** Pieces that mean something to one reader or another. */
const tokens = [
  '"',
  '""',
  '="',
  ',',
  '\t',
  '\r',
  '\n',
  '\0',
  ';',
  "'",
  '\uFEFF',
  '\uFFFD',
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<td>',
  '</td>',
  '<tr>',
  '<table>',
  '</table>',
  '<td colspan=9999>',
  '<td rowspan=99999>',
  '<c',
  '<row r="1048577">',
  '<row>',
  '<v>',
  '</v>',
  ' r="XFD1"',
  ' r="A0"',
  ' t="s"',
  ' s="999999"',
  '<f>',
  '<si>',
  '&#x110000;',
  '&#0;',
  '&#xD800;',
  '_xDC00_',
  '&#xFFFD;',
  '&amp',
  '&',
  '_x0000_',
  '1E999',
  '-1',
  '1e308',
  '99999999999999999999',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<!DOCTYPE x [',
  '../',
  '\u202e',
  '锟斤拷',
  '\ud800',
] as const;

type Chance = () => number;

function below(chance: Chance, limit: number): number {
  return Math.floor(chance() * limit);
}

function spliced(bytes: Buffer, at: number, removed: number, added: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)]);
}

/** One change of the kinds that broken programs, transfers and attackers make. */
function changed(bytes: Buffer, chance: Chance): Buffer {
  const at = below(chance, bytes.length);
  const some = 1 + below(chance, 64);
  switch (below(chance, 8)) {
    case 0: {
      const copy = Buffer.from(bytes);
      copy[at] = below(chance, 256);
      return copy;
    }
    case 1: {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ (1 << below(chance, 8));
      return copy;
    }
    case 2:
      return spliced(bytes, at, some, new Uint8Array());
    case 3:
      return spliced(bytes, at, 0, bytes.subarray(at, at + some));
    case 4:
      return spliced(bytes, at, 0, Buffer.from(tokens[below(chance, tokens.length)] ?? ''));
    case 5:
      return bytes.subarray(0, at);
    case 6: {
      const copy = Buffer.from(bytes);
      copy.fill(pickByte(chance), at, Math.min(copy.length, at + Math.min(some, 8)));
      return copy;
    }
    default: {
      const from = below(chance, bytes.length);
      return spliced(bytes, at, some, bytes.subarray(from, from + some));
    }
  }
}

function pickByte(chance: Chance): number {
  return [0x00, 0xff, 0x7f, 0x80, 0x22, 0x3c][below(chance, 6)] ?? 0;
}

function mutated(bytes: Buffer, chance: Chance): Buffer {
  let result = bytes;
  const rounds = 1 + below(chance, 4);
  for (let round = 0; round < rounds && result.length > 0; round += 1) result = changed(result, chance);
  return result;
}

function mutatedInside(parts: readonly ZipPart[], chance: Chance): Buffer {
  const at = below(chance, parts.length);
  return zipBytes(
    parts.map((part, index) =>
      index === at ? { ...part, data: mutated(Buffer.from(part.data as Uint8Array), chance) } : part,
    ),
  );
}

/**
 * File `number` of a format: the same bytes each time. Packed formats are mutated inside and packed anew three times out of
 * four, because a changed byte of the package only ever meets its checksum.
 */
export function mutatedFile(format: FuzzFormat, number: number): Buffer {
  const chance = seededChance(number + 1);
  const seed = number % seedCount;
  if ((format === 'xlsx' || format === 'zip') && chance() < 0.75) {
    return mutatedInside(seedParts(format, seed), chance);
  }
  return mutated(seedFile(format, seed), chance);
}
