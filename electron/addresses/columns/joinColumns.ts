import type { AddressSpan } from '../../../shared/domain/addressReading.ts';
import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';

export type Column = keyof ReceiverColumns;

/** A piece of one cell and where it stands in the joined text. Cells are counted without blanks at their ends. */
export interface CellPiece {
  readonly column: Column;
  readonly cellStart: number;
  readonly start: number;
  readonly text: string;
}

export interface JoinedColumns {
  readonly text: string;
  readonly pieces: readonly CellPiece[];
}

/** What a cell adds to the text: all of it, or what is left when something was cut out. */
export interface CellPart {
  readonly column: Column;
  readonly cellStart: number;
  readonly text: string;
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
