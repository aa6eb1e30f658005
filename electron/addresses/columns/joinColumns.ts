import type { AddressReading, AddressSpan } from '../../../shared/domain/addressReading.ts';
import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import { endOf, type NormalText, normaliseText, startOf } from '../text/normaliseText.ts';

export type Column = keyof ReceiverColumns;

/** What a cell adds to the text: all of it, or what is left when something was cut out. */
export interface CellPart {
  readonly column: Column;
  readonly cellStart: number;
  readonly text: string;
}

/** A part and where it stands in the joined text. Cells are counted without blanks at their ends. */
interface CellPiece extends CellPart {
  readonly start: number;
}

interface JoinedColumns {
  readonly text: string;
  readonly pieces: readonly CellPiece[];
}

/** Joins parts of cells: those of one cell directly, cells by `between`. */
export function joinColumns(parts: readonly CellPart[], between = ' '): JoinedColumns {
  let text = '';
  const pieces: CellPiece[] = [];
  for (const part of parts) {
    if (part.text === '') continue;
    const last = pieces[pieces.length - 1];
    if (last !== undefined && last.column !== part.column) text += between;
    pieces.push({ ...part, start: text.length });
    text += part.text;
  }
  return { text, pieces };
}

/** Spans of the joined text → spans of each cell; one that reaches over two cells stands in both. */
export function spansByCell(
  joined: JoinedColumns,
  spans: readonly AddressSpan[],
): Map<Column, AddressSpan[]> {
  const byCell = new Map<Column, AddressSpan[]>();
  for (const piece of joined.pieces) {
    const own = byCell.get(piece.column) ?? [];
    byCell.set(piece.column, own);
    const shift = piece.cellStart - piece.start;
    for (const { field, start, end } of spans) {
      const from = Math.max(start, piece.start);
      const to = Math.min(end, piece.start + piece.text.length);
      if (from < to) own.push({ field, start: from + shift, end: to + shift });
    }
  }
  return byCell;
}

const levels = ['province', 'city', 'district', 'town'] as const;

/** The field that holds what a cell says: its own name, its short name, or among other words. */
function fieldSaying(cell: string, reading: AddressReading): AddressSpan['field'] | undefined {
  const level =
    levels.find((name) => reading[name] === cell) ?? levels.find((name) => reading[name].startsWith(cell));
  return level ?? (reading.detail.includes(cell) ? 'detail' : undefined);
}

/** 北京市 is province and city: in its own column it is what the column says. */
function ownLevels(cells: Map<Column, readonly AddressSpan[]>, reading: AddressReading): void {
  if (reading.province !== reading.city) return;
  for (const column of ['province', 'city'] as const) {
    const spans = cells.get(column);
    const isTwin = ({ field }: AddressSpan) => field === 'province' || field === 'city';
    if (spans?.every(isTwin))
      cells.set(
        column,
        spans.map((span) => ({ ...span, field: column })),
      );
  }
}

/**
 * Which pieces of each filled cell became which field. Cells are counted without blanks at their ends. In a conflict of
 * the region nothing is settled: each region cell is shown as what it claims to be.
 */
export function markCells(
  columns: ReceiverColumns,
  reading: AddressReading,
  read: ReadonlyMap<Column, readonly AddressSpan[]>,
  cuts: readonly AddressSpan[],
  contact: ReadonlyMap<Column, readonly AddressSpan[]>,
): ReadonlyMap<Column, readonly AddressSpan[]> {
  const cells = new Map(read);
  if (cuts.length > 0) {
    const all = [...(read.get('address') ?? []), ...cuts];
    cells.set(
      'address',
      all.sort((a, b) => a.start - b.start),
    );
  }
  const isOpen = reading.issues.includes('region_conflict');
  for (const level of levels) {
    const cell = columns[level].trim();
    const pieces = cells.get(level) ?? [];
    // A cell that the address repeats was not read a second time.
    const repeated = pieces.length > 0 || cell === '' ? undefined : fieldSaying(cell, reading);
    const field = isOpen && cell !== '' ? level : repeated;
    if (field !== undefined) cells.set(level, [{ field, start: 0, end: cell.length }]);
  }
  const address = columns.address.trim();
  if (isOpen && reading.detail === address && address !== '')
    cells.set('address', [{ field: 'detail', start: 0, end: address.length }]);
  ownLevels(cells, reading);
  for (const [column, own] of contact) cells.set(column, own);
  return cells;
}

/** Fillers of exports: they name no division. */
const filler = /^(?:市辖区|县|其[它他]区?|无|null|none|n\/a|[-/—.*]*)$/i;

/** A cell without blanks at its ends; empty when it holds only a filler. */
export function meantCell(cell: string): string {
  const trimmed = cell.trim();
  return filler.test(trimmed) ? '' : trimmed;
}

/** Characters of a text that a label cannot print, or prints otherwise. */
interface CleanedCharacters {
  /** Where in the text, in UTF-16 units. */
  readonly start: number;
  readonly from: string;
  readonly to: string;
}

/** Ideographs, half-width signs and the usual Chinese marks: nothing to clean. */
const cleanText =
  /^[\u0020-\u007e\u00b7\u3001-\u3003\u3008-\u3011\u2014\u2018-\u201d\u2026\u4e00-\u9fff\uff08\uff09\uff0c\uff1a]*$/;
const narrowed = /^[\dA-Za-z_]$/;

/** Ａ → A; ㎡, which became two, stays as it is. */
function isNarrowed({ text, places }: NormalText, unit: number): boolean {
  if (!narrowed.test(text.charAt(unit))) return false;
  const start = places?.starts[unit];
  return places === null || (places.starts[unit - 1] !== start && places.starts[unit + 1] !== start);
}

/** Emoji, controls and invisible signs that go, and full-width letters and digits that are narrowed, run by run. */
export function cleanedCharacters(text: string): readonly CleanedCharacters[] {
  if (cleanText.test(text)) return [];
  const normal = normaliseText(text);
  const found: { start: number; from: string; to: string }[] = [];
  const put = (start: number, from: string, to: string): void => {
    const last = found[found.length - 1];
    const joins = last !== undefined && last.start + last.from.length === start;
    if (joins && (last.to === '') === (to === '')) {
      last.from += from;
      last.to += to;
    } else found.push({ start, from, to });
  };
  let at = 0;
  for (let unit = 0; unit < normal.text.length; unit += 1) {
    const start = startOf(normal, unit);
    const end = endOf(normal, unit);
    if (start > at) put(at, text.slice(at, start), '');
    const written = text.slice(start, end);
    const read = normal.text.charAt(unit);
    if (read === ' ' && written.trim() !== '') put(start, written, '');
    else if (isNarrowed(normal, unit) && read !== written) put(start, written, read);
    at = Math.max(at, end);
  }
  // What lies behind the reading limit was not read at all, which is told as left over.
  const rest = text.slice(at);
  if (rest !== '' && at > 0 && normal.text.length < text.length && /^[\p{C}\p{M}]+$/u.test(rest))
    put(at, rest, '');
  return found;
}
