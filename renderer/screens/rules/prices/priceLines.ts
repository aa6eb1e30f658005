import type { PriceZone } from '../../../../shared/domain/freight.ts';
import {
  type PriceCells,
  type PriceColumn,
  type PriceRow,
  priceColumnOf,
  priceColumns,
  priceRowsOf,
  splitPlaces,
} from '../../../../shared/domain/prices.ts';

/** One row of the grid as it is typed. */
export interface PriceLine {
  readonly key: string;
  readonly cells: PriceCells;
}

const noCells: PriceCells = {
  zone: '',
  places: '',
  upToKg: '',
  firstKg: '',
  firstYuan: '',
  stepKg: '',
  stepYuan: '',
  surchargeYuan: '',
};

export function blankLine(cells: Partial<PriceCells> = {}): PriceLine {
  return { key: crypto.randomUUID(), cells: { ...noCells, ...cells } };
}

export function linesOf(zones: readonly PriceZone[]): PriceLine[] {
  return priceRowsOf(zones).map((cells) => blankLine(cells));
}

/** Rows as a file would hold them; they are counted from 1, as the grid shows them. */
export function rowsOf(lines: readonly PriceLine[]): PriceRow[] {
  return lines.map(({ cells }, index) => ({ rowNumber: index + 1, cells }));
}

/** Every name of a place that is in the lines, once. */
export function placeNamesOf(lines: readonly PriceLine[]): string[] {
  return [...new Set(lines.flatMap(({ cells }) => splitPlaces(cells.places)))];
}

export function setCell(
  lines: readonly PriceLine[],
  key: string,
  column: PriceColumn,
  text: string,
): PriceLine[] {
  return lines.map((line) =>
    line.key === key ? { ...line, cells: { ...line.cells, [column]: text } } : line,
  );
}

/** A line below: one more step of the same zone. */
export function addBelow(lines: readonly PriceLine[], key: string, added: PriceLine): PriceLine[] {
  return lines.flatMap((line) => (line.key === key ? [line, added] : [line]));
}

/** Without its first line a zone would fall to the one above: its name and places go on to the next. */
export function removeLine(lines: readonly PriceLine[], key: string): PriceLine[] {
  const at = lines.findIndex((line) => line.key === key);
  const [gone, next] = [lines[at], lines[at + 1]];
  const left = lines.filter((line) => line.key !== key);
  if (gone === undefined || next === undefined || isZoneStart(next) || !isZoneStart(gone)) return left;
  const { zone, places, surchargeYuan } = gone.cells;
  const successor = {
    ...next,
    cells: { ...next.cells, zone, places, surchargeYuan: next.cells.surchargeYuan || surchargeYuan },
  };
  return left.map((line) => (line.key === next.key ? successor : line));
}

/** Does a zone begin here? */
export function isZoneStart({ cells }: PriceLine): boolean {
  return cells.zone.trim() !== '' || cells.places.trim() !== '';
}

/** The columns as `text/plain` from a spreadsheet holds them; null: a single cell, which is just text. */
export function readPasted(text: string): string[][] | null {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (!/[\t\n]/.test(plain)) return null;
  const rows = plain.split('\n').map((row) => row.split('\t').map((cell) => cell.trim()));
  const isHead = (row: readonly string[]): boolean =>
    row.length > 1 && row.every((cell) => cell === '' || priceColumnOf(cell) !== null);
  return rows[0] !== undefined && isHead(rows[0]) ? rows.slice(1) : rows;
}

/** Fills a block from one cell on, to the right and down; lines are added where they run out. */
export function pasteBlock(
  lines: readonly PriceLine[],
  key: string,
  column: PriceColumn,
  block: readonly (readonly string[])[],
): PriceLine[] {
  const [top, left] = [lines.findIndex((line) => line.key === key), priceColumns.indexOf(column)];
  if (top === -1) return [...lines];
  const length = Math.max(lines.length, top + block.length);
  return Array.from({ length }, (_, index) => {
    const line = lines[index] ?? blankLine();
    const row = block[index - top];
    if (row === undefined) return line;
    const pairs = row.flatMap((text, at) => {
      const named = priceColumns[left + at];
      return named === undefined ? [] : [[named, text] as const];
    });
    return { ...line, cells: { ...line.cells, ...Object.fromEntries(pairs) } };
  });
}

/** The lines as a spreadsheet takes them. */
export function copyText(lines: readonly PriceLine[], heads: readonly string[]): string {
  const rows = lines.map(({ cells }) => priceColumns.map((column) => cells[column]));
  return [heads, ...rows].map((row) => row.join('\t')).join('\n');
}
