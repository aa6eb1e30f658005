import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connectDatabase, databaseFileName } from '../../../../../electron/store/database/openDatabase.ts';
import { openStore } from '../../../../../electron/store/openStore.ts';
import { sealedColumns } from '../../../../../electron/store/workspace/sealedTextRepository.ts';

it('a new key reaches every sealed column there is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sealed-'));
  const dataKey = new Uint8Array(32).fill(7);
  const made = await openStore(folder, dataKey, 'may-create');
  if (!made.ok) throw new Error(made.code);
  await made.value.close();
  const database = connectDatabase(join(folder, databaseFileName), dataKey);
  const found = database
    .prepare(
      `select tables.name || '.' || columns.name as name from sqlite_master as tables
       join pragma_table_info(tables.name) as columns
       where tables.type = 'table' and columns.name like 'sealed%' order by 1`,
    )
    .pluck()
    .all();
  database.close();
  rmSync(folder, { recursive: true });
  const known = sealedColumns.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  expect(found).toEqual(known.sort());
});
