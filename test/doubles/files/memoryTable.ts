import type { OpenTable, TableCell } from '../../../electron/imports/kit/tableFormat.ts';

/** A table held in memory: rows of texts or cells, numbered from 1. */
export function memoryTable(
  rows: readonly (readonly (string | TableCell)[])[],
  hiddenRows: readonly number[] = [],
): OpenTable {
  return {
    format: 'memory',
    encoding: 'utf-8',
    sheets: [
      {
        name: 'orders',
        async *rows() {
          for (const [index, row] of rows.entries()) {
            const cells = row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell));
            const rowNumber = index + 1;
            if (cells.every((cell) => cell.text === '' && cell.isDamaged !== true)) continue;
            yield hiddenRows.includes(rowNumber)
              ? { rowNumber, cells, isHidden: true }
              : { rowNumber, cells };
          }
        },
      },
    ],
    close: async () => {},
  };
}
