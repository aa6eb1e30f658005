import {
  type OpenTable,
  someAtATime,
  type TableCell,
  type TableRow,
} from '../../../electron/imports/kit/tableFormat.ts';

type Row = readonly (string | TableCell)[];

/** A table held in memory: rows of texts or cells, numbered from 1. */
export function memoryTable(rows: readonly Row[], hiddenRows: readonly number[] = []): OpenTable {
  return {
    format: 'memory',
    encoding: 'utf-8',
    sheets: [{ name: 'orders', rows: () => someAtATime(filledRows(rows, hiddenRows)) }],
    close: async () => {},
  };
}

function* filledRows(rows: readonly Row[], hiddenRows: readonly number[]): Generator<TableRow, void, void> {
  for (const [index, row] of rows.entries()) {
    const cells = row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell));
    const rowNumber = index + 1;
    if (cells.every((cell) => cell.text === '' && cell.isDamaged !== true)) continue;
    yield hiddenRows.includes(rowNumber) ? { rowNumber, cells, isHidden: true } : { rowNumber, cells };
  }
}
