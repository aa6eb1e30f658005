import { failure } from '../../../../shared/errors/outcome.ts';
import { TableFault } from '../../kit/tableFault.ts';
import type { TableRow } from '../../kit/tableFormat.ts';
import { tableLimits } from '../../kit/tableLimits.ts';
import { textCell } from '../../kit/textCell.ts';
import { CsvLexer } from './csvLexer.ts';

function toRow(record: readonly string[], rowNumber: number): TableRow | null {
  if (record.every((text) => text === '')) return null;
  return { rowNumber, cells: record.map(textCell) };
}

/** Records of delimited text as rows. The row number is the record's, blank lines counted, as spreadsheet programs show it. */
export async function* csvRows(
  chunks: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
): AsyncGenerator<TableRow, void, void> {
  const lexer = new CsvLexer(delimiter);
  let rowNumber = 0;
  let count = 0;
  const next = (record: readonly string[]): TableRow | null => {
    rowNumber += 1;
    const isHint = rowNumber === 1 && record.length <= 2 && /^sep=.?$/i.test(record[0] ?? '');
    const row = isHint ? null : toRow(record, rowNumber);
    if (row !== null) count += 1;
    if (count > tableLimits.rows) {
      throw new TableFault(failure('IMPORT_TOO_MANY_ROWS', { limit: tableLimits.rows }));
    }
    return row;
  };
  for await (const chunk of chunks) {
    for (const record of lexer.take(chunk)) {
      const row = next(record);
      if (row !== null) yield row;
    }
  }
  const last = lexer.finish();
  const row = last === null ? null : next(last);
  if (row !== null) yield row;
}
