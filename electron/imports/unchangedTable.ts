import { failure } from '../../shared/errors/outcome.ts';
import { TableFault } from './kit/tableFault.ts';
import type { OpenTable, TableSheet, TableSource } from './kit/tableFormat.ts';

/** What changes when another program writes into the open file. A file put in its place is another one: ours stays as it was. */
async function stateOf({ handle }: TableSource): Promise<string> {
  const { size, mtimeMs } = await handle.stat();
  return `${size} ${mtimeMs}`;
}

/** The table, whose every pass ends with a `TableFault` (IMPORT_FILE_CHANGED) when the file was written to since its opening. */
export async function unchangedTable(table: OpenTable, source: TableSource): Promise<OpenTable> {
  const before = await stateOf(source);
  const watched = (sheet: TableSheet): TableSheet => ({
    name: sheet.name,
    async *rows(onShare) {
      yield* sheet.rows(onShare);
      if ((await stateOf(source)) !== before) throw new TableFault(failure('IMPORT_FILE_CHANGED'));
    },
  });
  return { ...table, sheets: table.sheets.map(watched) };
}
