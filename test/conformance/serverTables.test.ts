import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { databaseFileName, openDatabase } from '../../electron/store/database/openDatabase.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { describeSchema } from '../doubles/workspace/describeSchema.ts';
import { folderDesk, storeKey } from '../doubles/workspace/storeDesk.ts';

const place = inject('server');
const typeOf: Readonly<Record<string, string>> = {
  integer: 'bigint',
  text: 'text',
  blob: 'bytea',
  real: 'double precision',
};

describe.skipIf(place === null)('the tables of a server', () => {
  const desk = folderDesk();

  async function embeddedTables() {
    const made = await openStore(desk.folder, storeKey, 'may-create');
    if (!made.ok) throw new Error(made.code);
    await made.value.close();
    const database = openDatabase(`${desk.folder}/${databaseFileName}`, storeKey, 'reader');
    if (!database.ok) throw new Error(database.code);
    const tables = describeSchema(database.value);
    const triggers = database.value
      .prepare("select name from sqlite_master where type = 'trigger' order by name")
      .pluck()
      .all();
    database.value.close();
    return { tables, triggers };
  }

  async function onServer<Row>(query: string): Promise<Row[]> {
    const client = new Client(place ?? {});
    await client.connect();
    try {
      return (await client.query(query)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  it('have the columns of the embedded ones, and its indexes and triggers by name', async () => {
    const { tables, triggers } = await embeddedTables();
    const columns = await onServer<{ of: string; name: string; type: string; empty: string }>(
      `select table_name as of, column_name as name, data_type as type, is_nullable as empty
        from information_schema.columns where table_schema = 'public' and table_name not in ('write_turn')
        and table_name not like 'kysely%' order by table_name, ordinal_position`,
    );
    const own = Object.entries(tables).filter(([name]) => !name.startsWith('kysely'));
    const wanted = own.flatMap(([of, table]) =>
      table.columns.map((column) => {
        const [name = '', type = ''] = column.split(' ');
        const isFilled = / not null| key \d/.test(column);
        return { of, name, type: typeOf[type] ?? type, empty: isFilled ? 'NO' : 'YES' };
      }),
    );
    expect(columns).toEqual(wanted);

    const indexes = await onServer<{ name: string }>(
      'select indexname as name from pg_indexes where schemaname = \'public\' order by indexname collate "C"',
    );
    const names = own.flatMap(([, table]) => table.indexes.map((index) => index.split(':')[0] ?? '')).sort();
    expect(indexes.map(({ name }) => name)).toEqual(expect.arrayContaining(names));

    const made = await onServer<{ name: string }>(
      'select distinct trigger_name as name from information_schema.triggers order by 1',
    );
    expect(made.map(({ name }) => name)).toEqual(triggers);
  });
});
