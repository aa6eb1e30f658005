import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../../../../../electron/store/database/migrate.ts';
import { openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import { migrations } from '../../../../../electron/store/migrations/index.ts';
import type { Schema } from '../../../../../electron/store/schema.ts';
import { done } from '../../../../../shared/errors/outcome.ts';
import { folderDesk, storeKey } from '../../../../doubles/workspace/storeDesk.ts';

const desk = folderDesk();
let db: Kysely<Schema>;

function open(asked: string[] = []): void {
  const opened = openDatabase(join(desk.folder, 'a.db'), storeKey, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  const log = ({ query }: { readonly query: { readonly sql: string } }) => void asked.push(query.sql);
  db = new Kysely<Schema>({ dialect: createSqliteDialect(opened.value), log });
}

beforeEach(() => open());
afterEach(() => db.destroy());

const makeTable = (to: Kysely<unknown>, name: string): Promise<void> =>
  to.schema.createTable(name).addColumn('id', 'text').execute();

async function tables(): Promise<string[]> {
  const found = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  return found.rows.map(({ name }) => name).sort();
}

it('leaves nothing of a step that fails half-way, and its mark neither', async () => {
  // In the way of a later table: the earlier ones are made before it stops.
  await sql`create table write_backs (somebody_elses text)`.execute(db);
  await expect(migrate(db, async () => done(null))).rejects.toThrow('write_backs');
  const left = await tables();
  expect(left).not.toContain('orders');
  if (left.includes('kysely_migration')) {
    const marks = await sql`select name from kysely_migration`.execute(db);
    expect(marks.rows).toEqual([]);
  }
  await sql`drop table write_backs`.execute(db);
  expect(await migrate(db, async () => done(null))).toEqual(done(null));
  expect(await tables()).toContain('orders');
});

it('asks a database that has all steps for its marks and for nothing else', async () => {
  await migrate(db, async () => done(null));
  await db.destroy();
  const asked: string[] = [];
  open(asked);
  expect(await migrate(db, async () => done(null))).toEqual(done(null));
  expect(asked).toEqual(['select "name" from "kysely_migration"']);
});

it('takes a backup before it changes what holds something, and changes nothing when there is none', async () => {
  await migrate(db, async () => done(null));
  const before = await tables();
  const later = { ...migrations, '9000_later': { up: (to: Kysely<unknown>) => makeTable(to, 'later') } };
  const refused = await migrate(
    db,
    async (step) => ({ ok: false, code: 'BACKUP_NOT_WRITABLE', params: { file: step } }),
    later,
  );
  expect(refused).toMatchObject({ code: 'BACKUP_NOT_WRITABLE', params: { file: '9000_later' } });
  expect(await tables()).toEqual(before);
  expect(await migrate(db, async () => done(null), later)).toEqual(done(null));
  expect(await tables()).toContain('later');
});

it('says before each change of an upgrade how far it is, and nothing of a new file', async () => {
  const told: string[] = [];
  const backUp = async (step: string, changes: number) => {
    told.push(`backup before ${step}, ${changes} changes`);
    return done(null);
  };
  const tell = async (finished: number, total: number) => {
    told.push(`${finished}/${total}`);
  };
  await migrate(db, backUp, migrations, tell);
  expect(told).toEqual([]);
  const step = (name: string) => ({ up: (to: Kysely<unknown>) => makeTable(to, name) });
  const later = { ...migrations, '9000_later': step('later'), '9001_last': step('last') };
  expect(await migrate(db, backUp, later, tell)).toEqual(done(null));
  expect(told).toEqual(['backup before 9000_later, 2 changes', '0/2', '1/2']);
});
