import { groupBy } from '../../../shared/rules/groupBy.ts';
import { emptyCell, type TableCell, type TableRow } from './tableFormat.ts';

/** Rows `firstRow`..`lastRow` (1-based) of column `columnIndex` (0-based) are one cell. */
export interface MergedColumn {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columnIndex: number;
}

interface OpenMerge extends MergedColumn {
  readonly cell: TableCell;
}

function filled(row: TableRow, merges: Iterable<OpenMerge>): TableRow {
  const cells = [...row.cells];
  for (const merge of merges) {
    while (cells.length <= merge.columnIndex) cells.push(emptyCell);
    if (cells[merge.columnIndex]?.text === '') cells[merge.columnIndex] = merge.cell;
  }
  return { ...row, cells };
}

/**
 * Gives every row of a merged range the value of its top cell, as the person sees it (orders with several items).
 * Only inside the range, only downwards: an unmerged blank stays blank, a title merged sideways stays one cell.
 * One instance per pass over a sheet, rows in ascending order. Ranges that overlap are not legal; the first one holds.
 */
export function mergedCellFiller(merges: readonly MergedColumn[]): (row: TableRow) => TableRow {
  const byFirstRow = groupBy(merges, ({ firstRow }) => firstRow);
  const open = new Map<number, OpenMerge>();
  return (row) => {
    for (const merge of open.values()) if (merge.lastRow < row.rowNumber) open.delete(merge.columnIndex);
    const result = open.size > 0 ? filled(row, open.values()) : row;
    for (const merge of byFirstRow.get(row.rowNumber) ?? []) {
      const cell = row.cells[merge.columnIndex];
      if (cell === undefined || cell.text === '' || open.has(merge.columnIndex)) continue;
      open.set(merge.columnIndex, { ...merge, cell });
    }
    return result;
  };
}
