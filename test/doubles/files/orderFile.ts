import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  catchTableFault,
  eachOf,
  type OpenTable,
  type TableRow,
} from '../../../electron/imports/kit/tableFormat.ts';
import { openOrderFile } from '../../../electron/imports/openOrderFile.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';

/** A file with these bytes, for as long as `use` runs. */
export async function withFile<T>(
  bytes: Uint8Array | string,
  work: (path: string) => Promise<T>,
  name = 'orders.bin',
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'orders-'));
  try {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens the bytes as an order file and closes it again. */
export function withTable<T>(
  bytes: Uint8Array | string,
  use: (table: OpenTable) => Promise<Outcome<T>>,
  encoding?: string,
): Promise<Outcome<T>> {
  return withFile(bytes, async (path) => {
    const table = await openOrderFile(path, encoding === undefined ? {} : { encoding });
    if (!table.ok) return table;
    try {
      return await catchTableFault(() => use(table.value));
    } finally {
      await table.value.close();
    }
  });
}

/** Every row of one sheet of the bytes. */
export function readRows(bytes: Uint8Array | string, sheetIndex = 0): Promise<Outcome<TableRow[]>> {
  return withTable(bytes, async (table) => {
    const rows: TableRow[] = [];
    const sheet = table.sheets[sheetIndex];
    if (sheet === undefined) throw new Error(`no sheet ${sheetIndex}`);
    for await (const row of eachOf(sheet.rows())) rows.push(row);
    return done(rows);
  });
}

/** The texts of the rows, for comparing. Throws when the file was refused. */
export async function readTexts(bytes: Uint8Array | string, sheetIndex = 0): Promise<string[][]> {
  const rows = await readRows(bytes, sheetIndex);
  if (!rows.ok) throw new Error(rows.code);
  return rows.value.map((row) => row.cells.map((cell) => cell.text));
}
