import { openRanges, type ReadRange } from '../../platform/fileRanges.ts';
import { drawCharstring } from './charstringOutline.ts';
import { readCharstrings } from './charstrings.ts';
import { drawTrueType, type Pen } from './trueTypeOutline.ts';

/**
 * A font file, plain TrueType or OpenType. It stays open, and only the map of its characters is kept: a glyph is read when it is drawn,
 * since all fonts together are 60 MB, of which a shop sees some hundred kilobytes. What another font would need besides (hints, glyphs
 * out of glyphs, maps of older kinds) is left out.
 */
export interface FontFile {
  readonly unitsPerEm: number;
  has(codePoint: number): boolean;
  /** How far the pen moves, in font units. */
  advance(codePoint: number): number;
  draw(codePoint: number, pen: Pen): void;
}

/** Where each table begins. */
type Tables = (name: string) => number;

/** Throws where the file is missing or no such font. */
export const openFontFile = (path: string): FontFile => openRanges(path, fontFile);

function fontFile(read: ReadRange): FontFile {
  const entries = directoryOf(read);
  const table: Tables = (name) => {
    const start = entries.get(name);
    if (start === undefined) throw new Error(`a font without ${name}`);
    return start;
  };
  const glyphOf = readCharacters(read, table('cmap'));
  const ownAdvances = read(table('hhea') + 34, 2).getUint16(0);
  const hasCharstrings = entries.has('CFF ');
  const glyphBytes = hasCharstrings ? readCharstrings(read, table('CFF ')) : trueTypeGlyphs(read, table);
  return {
    unitsPerEm: read(table('head') + 18, 2).getUint16(0),
    has: (codePoint) => glyphOf(codePoint) !== 0,
    // Glyphs behind the last entry are as wide as it says.
    advance: (codePoint) =>
      read(table('hmtx') + 4 * Math.min(glyphOf(codePoint), ownAdvances - 1), 2).getUint16(0),
    draw(codePoint, pen) {
      const bytes = glyphBytes(glyphOf(codePoint));
      if (bytes.byteLength > 0) (hasCharstrings ? drawCharstring : drawTrueType)(bytes, pen);
    },
  };
}

function directoryOf(read: ReadRange): ReadonlyMap<string, number> {
  const count = read(4, 2).getUint16(0);
  const records = read(12, 16 * count);
  const starts = new Map<string, number>();
  for (let at = 0; at < 16 * count; at += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((no) => records.getUint8(at + no)));
    starts.set(name, records.getUint32(at + 8));
  }
  return starts;
}

/** All of Unicode in ranges: platform 3, encoding 10, format 12. */
const allOfUnicode = 0x0003_000a;

/** Which glyph a character is; 0: the font has none. */
function readCharacters(read: ReadRange, cmap: number): (codePoint: number) => number {
  const count = read(cmap + 2, 2).getUint16(0);
  const records = read(cmap + 4, 8 * count);
  const found = Array.from({ length: count }, (_, no) => 8 * no).find(
    (at) => records.getUint32(at) === allOfUnicode,
  );
  const start = found === undefined ? 0 : cmap + records.getUint32(found + 4);
  const head = read(start, 16);
  if (found === undefined || head.getUint16(0) !== 12)
    throw new Error('a font without a map of all of Unicode');
  const rangeCount = head.getUint32(12);
  const ranges = read(start + 16, 12 * rangeCount);
  return (codePoint) => {
    let [from, to] = [0, rangeCount - 1];
    while (from <= to) {
      const no = (from + to) >> 1;
      const first = ranges.getUint32(12 * no);
      if (codePoint < first) to = no - 1;
      else if (codePoint > ranges.getUint32(12 * no + 4)) from = no + 1;
      else return ranges.getUint32(12 * no + 8) + codePoint - first;
    }
    return 0;
  };
}

function trueTypeGlyphs(read: ReadRange, table: Tables): (glyph: number) => DataView {
  if (read(table('head') + 50, 2).getInt16(0) !== 1) throw new Error('a font with short places of glyphs');
  const [places, glyphs] = [table('loca'), table('glyf')];
  return (glyph) => {
    const place = read(places + 4 * glyph, 8);
    const start = place.getUint32(0);
    return read(glyphs + start, place.getUint32(4) - start);
  };
}
