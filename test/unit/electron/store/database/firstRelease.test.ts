import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { inspectDatabase } from '../../../../../electron/store/backup/inspectDatabase.ts';
import { fieldOf } from '../../../../../electron/store/database/columnNames.ts';
import { migrate } from '../../../../../electron/store/database/migrate.ts';
import { databaseFileName, openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import { firstStep, lastBeforeFirst, migrations } from '../../../../../electron/store/migrations/index.ts';
import { openStore } from '../../../../../electron/store/openStore.ts';
import type { Schema } from '../../../../../electron/store/schema.ts';
import { readKeyFile } from '../../../../../electron/vault/workspaceKey.ts';
import { done } from '../../../../../shared/errors/outcome.ts';
import { describeSchema } from '../../../../doubles/workspace/describeSchema.ts';
import { folderDesk } from '../../../../doubles/workspace/storeDesk.ts';

/** A practice workspace of the last state before the steps were summed up: `makeFirstRelease.ts` says how it was made. */
const fixture = new URL('../../../../fixtures/firstRelease/', import.meta.url);
const json = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, fixture), 'utf8')) as T;
type Row = Readonly<Record<string, unknown>>;
const rows = json<Readonly<Record<string, readonly Row[]>>>('rows.json');
const { kysely_migration: _marks, kysely_migration_lock: _lock, ...schema } = json<Row>('schema.json');

const desk = folderDesk();
let path = '';
let key = new Uint8Array();
beforeEach(() => {
  cpSync(fixture, desk.folder, { recursive: true });
  path = join(desk.folder, databaseFileName);
  const keyFile = readKeyFile(desk.folder);
  const slot = keyFile?.ok === true ? keyFile.value.slots[0] : undefined;
  if (slot?.kind !== 'practice') throw new Error('no key');
  key = Buffer.from(slot.key, 'hex');
});

function openRaw(file = path) {
  const opened = openDatabase(file, key, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

function ownSchema(file = path) {
  const database = openRaw(file);
  const { kysely_migration: _own, kysely_migration_lock: _ownLock, ...tables } = describeSchema(database);
  database.close();
  return tables;
}

async function openFixture() {
  const opened = await openStore(desk.folder, key, 'must-exist');
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

it('makes the tables that the steps before it came to, column for column and index for index', async () => {
  const fresh = join(desk.folder, 'fresh.db');
  const database = openRaw(fresh);
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(database) });
  const first = Object.fromEntries(Object.entries(migrations).filter(([name]) => name === firstStep));
  expect(await migrate(db, async () => done(null), first)).toEqual(done(null));
  await db.destroy();
  expect(ownSchema(fresh)).toEqual(schema);
});

/** Indexes that hold fewer rows since (what a platform rejected is no address to correct), are divided, hold more columns, gave way to another or to none. */
const remade = [
  'orders_review',
  'orders_review_issue',
  'orders_review_address',
  'orders_receiver_name',
  'orders_receiver_phone_tail',
  'shipments_state',
  'jobs_state_kind_run_at_id',
  'calls_account_at',
  'tracking_state',
  'shipments_booked_at',
];

it('opens a workspace that was made before it, with every table as it was, and marks it as its own', async () => {
  await (await openFixture()).close();
  const database = openRaw();
  const marks = database.prepare('select name from kysely_migration order by name').pluck().all();
  database.close();
  expect(marks).toEqual(Object.keys(migrations));
  const now = ownSchema();
  for (const [table, parts] of Object.entries(schema))
    for (const [part, lines] of Object.entries(parts as Readonly<Record<string, string[]>>)) {
      const kept = lines.filter((line) => !remade.some((name) => line.startsWith(`${name}: `)));
      expect(now, `${table}: ${part}`).toMatchObject({ [table]: { [part]: expect.arrayContaining(kept) } });
    }
  await (await openFixture()).close();
});

it('reads every row of such a workspace as it was written', async () => {
  await (await openFixture()).close();
  const db = new Kysely<Record<string, Row>>({ dialect: createSqliteDialect(openRaw()) });
  for (const [table, written] of Object.entries(rows)) {
    if (table.startsWith('kysely_')) continue;
    const stored = await db.selectFrom(fieldOf(table)).selectAll().execute();
    // The upgrade has made a backup and says when.
    const read = stored.filter(({ key }) => key !== 'lastBackupAt');
    const wanted = written.map((row): unknown =>
      // Columns that came later stand beside them.
      expect.objectContaining(
        Object.fromEntries(Object.entries(row).map(([column, value]) => [fieldOf(column), value])),
      ),
    );
    expect(read, table).toHaveLength(wanted.length);
    expect(read, table).toEqual(expect.arrayContaining(wanted));
  }
  await db.destroy();
});

it('takes a backup of such a workspace for one of ours', () => {
  expect(inspectDatabase(path, key)).toMatchObject({ ok: true, value: { schemaVersion: lastBeforeFirst } });
});

it('refuses a state between those steps, untouched', async () => {
  const database = openRaw();
  database.prepare('delete from kysely_migration where name >= ?').run('0200_same_numbers');
  database.close();
  const digest = () => createHash('sha256').update(readFileSync(path)).digest('hex');
  const before = digest();
  const refusal = { ok: false, code: 'WORKSPACE_OLDER', params: { version: '0190_carrier_labels' } };
  expect(await openStore(desk.folder, key, 'must-exist')).toEqual(refusal);
  expect(digest()).toBe(before);
  expect(inspectDatabase(path, key)).toEqual(refusal);
});
