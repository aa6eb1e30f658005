import type { ReadRange } from '../../platform/fileRanges.ts';
import { isNumber, numberAt } from './charstringOutline.ts';

/** The outlines in the `CFF ` table: behind its names and its dictionary, which says where. */
export function readCharstrings(read: ReadRange, cff: number): (glyph: number) => DataView {
  const names = byteRanges(read, cff + read(cff + 2, 1).getUint8(0));
  const dictionary = byteRanges(read, names.end).bytes(0);
  return byteRanges(read, cff + placeOfGlyphs(dictionary)).bytes;
}

/** A count, where each range ends, then the bytes. */
function byteRanges(read: ReadRange, start: number) {
  const head = read(start, 3);
  const [count, size] = [head.getUint16(0), head.getUint8(2)];
  // Places count from one.
  const base = start + 2 + (count + 1) * size;
  const placeOf = (no: number): number => {
    const bytes = read(start + 3 + no * size, size);
    let place = 0;
    for (let at = 0; at < size; at += 1) place = place * 256 + bytes.getUint8(at);
    return base + place;
  };
  return {
    bytes: (no: number): DataView => read(placeOf(no), placeOf(no + 1) - placeOf(no)),
    end: placeOf(count),
  };
}

const [twoByteOperator, glyphsOperator, wholeNumber, realNumber] = [12, 17, 29, 30] as const;

/** From the beginning of the table. An operator stands behind its numbers. */
function placeOfGlyphs(dictionary: DataView): number {
  let place = 0;
  for (let at = 0; at < dictionary.byteLength; ) {
    const byte = dictionary.getUint8(at);
    if (byte === glyphsOperator) return place;
    if (byte === wholeNumber) {
      place = dictionary.getInt32(at + 1);
      at += 5;
    } else if (byte === realNumber) {
      // Two digits a byte; the one that says the end is the last.
      do at += 1;
      while ((dictionary.getUint8(at) & 15) !== 15);
      at += 1;
    } else if (isNumber(byte)) {
      const { value, length } = numberAt(dictionary, at);
      place = value;
      at += length;
    } else at += byte === twoByteOperator ? 2 : 1;
  }
  throw new Error('a font that does not say where its glyphs are');
}
