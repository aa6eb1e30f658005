import type { PackLine } from '../../../../shared/contracts/packing/packing.ts';

export interface NumberedLine extends PackLine {
  /** Its place in the order: what it is known by. */
  readonly no: number;
}

interface ShownLines {
  readonly shown: readonly NumberedLine[];
  /** Out of sight: complete, and still wanted. */
  readonly complete: number;
  readonly wanted: number;
}

export const roomOfLine = ({ quantity, counted, elsewhere }: PackLine): number =>
  Math.max(0, quantity - counted - elsewhere);

/** Begun before untouched, untouched before complete. */
function rank(line: PackLine): number {
  if (roomOfLine(line) === 0) return 2;
  return line.counted > 0 ? 0 : 1;
}

/** As many lines as there is room for: nothing on the bench scrolls. Those that need a hand come first, in the order's own order. */
export function shownLines(lines: readonly PackLine[], room: number): ShownLines {
  const numbered = lines.map((line, no) => ({ ...line, no }));
  const byNeed = [...numbered].sort((one, other) => rank(one) - rank(other) || one.no - other.no);
  const chosen = new Set(byNeed.slice(0, Math.max(1, room)).map(({ no }) => no));
  const hidden = numbered.filter(({ no }) => !chosen.has(no));
  return {
    shown: numbered.filter(({ no }) => chosen.has(no)),
    complete: hidden.filter((line) => roomOfLine(line) === 0).length,
    wanted: hidden.filter((line) => roomOfLine(line) > 0).length,
  };
}

/** As a Chinese sign is two Latin ones wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

/** What distinguishes goods of one name, such as colour and size; a line without a name is shown by it. */
export const variantOf = ({ name, sku }: Pick<PackLine, 'name' | 'sku'>): string => (name === '' ? '' : sku);

/** From two metres away name and variant are read to their ends: beside another line only short ones have the room. */
const besideName = 24;
const besideVariant = 12;
/** A whole row holds two lines of name and one of variant, each so wide. */
const aloneLine = 48;

export const fitsBeside = (line: PackLine): boolean =>
  widthOf(line.name || line.sku) <= besideName && widthOf(variantOf(line)) <= besideVariant;

/** More than a row holds at its size. */
export const isLongLine = (line: PackLine): boolean =>
  widthOf(line.name || line.sku) > 2 * aloneLine || widthOf(variantOf(line)) > aloneLine;
