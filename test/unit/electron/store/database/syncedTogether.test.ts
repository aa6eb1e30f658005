import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, type SqliteDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import { syncedTogether } from '../../../../../electron/store/database/syncedTogether.ts';
import type { Schema } from '../../../../../electron/store/schema.ts';
import { folderDesk, storeKey } from '../../../../doubles/workspace/storeDesk.ts';

const desk = folderDesk();
const path = (name = 'a') => join(desk.folder, `${name}.db`);
let database: SqliteDatabase;
let db: Kysely<Schema>;

function open(name?: string): SqliteDatabase {
  const opened = openDatabase(path(name), storeKey, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

beforeEach(() => {
  database = open();
  database.exec(`create table parcels(no integer primary key, said text);
    create table door_webhooks(id text); create table door_tokens(revoked_at integer, scopes text)`);
  db = new Kysely<Schema>({ dialect: createSqliteDialect(database) });
});
afterEach(() => db.destroy());

const [normal, full] = [1, 2];
const setting = () => database.pragma('synchronous', { simple: true });
const put = (on: Kysely<Schema>) =>
  on
    .transaction()
    .execute((one) => sql`insert into parcels(said) values (hex(randomblob(300)))`.execute(one));

it('only these transactions go on without the disk: one of somebody else in their midst waits for it', async () => {
  const settings: string[] = [];
  const note = (whose: string) => settings.push(`${whose} ${setting() === full ? 'on disk' : 'not yet'}`);
  await syncedTogether(database, db, async (runTransaction) => {
    for (let no = 0; no < 3; no++) {
      const stored = runTransaction(async (one) => {
        await put(one);
        note('import');
      });
      const booked = db.transaction().execute(async (one) => {
        await sql`insert into parcels(said) values ('booked')`.execute(one);
        note('booking');
      });
      await Promise.all([stored, booked]);
    }
  });
  expect(settings).toEqual(new Array(3).fill(['import not yet', 'booking on disk']).flat());
  expect(setting()).toBe(full);
});

it('while a program hears of events each of them waits for the disk', async () => {
  database.exec("insert into door_tokens(scopes) values ('orders:read events:read')");
  await syncedTogether(database, db, (runTransaction) =>
    runTransaction(async (one) => {
      await put(one);
      expect(setting()).toBe(full);
    }),
  );
});

it('one that fails is undone, and what comes next waits for the disk', async () => {
  const failing = syncedTogether(database, db, (runTransaction) =>
    runTransaction((one) =>
      one.transaction().execute(async (transaction) => {
        expect(setting()).toBe(normal);
        await sql`insert into parcels(said) values ('half')`.execute(transaction);
        throw new Error('a bug');
      }),
    ),
  );
  await expect(failing).rejects.toThrow('a bug');
  expect(setting()).toBe(full);
  expect(database.prepare('select * from parcels').all()).toEqual([]);
});

it.each([
  ['ends', () => undefined],
  [
    'fails',
    () => {
      throw new Error('a file that breaks off');
    },
  ],
])(
  'the work that %s has a commit behind it that waits for the disk, and none where nothing was stored',
  async (_, end) => {
    const logBytes = () => statSync(`${path()}-wal`).size;
    let before = 0;
    const work = syncedTogether(database, db, async (runTransaction) => {
      await runTransaction(put);
      before = logBytes();
      end();
    });
    await work.catch(() => undefined);
    const after = logBytes();
    expect(after).toBeGreaterThan(before);
    await syncedTogether(database, db, async () => end()).catch(() => undefined);
    expect(logBytes()).toBe(after);
  },
);

it('a power cut takes the newest of them at most: what is left is whole, and has all that stood before a booking', async () => {
  let bookedAt = 0;
  await syncedTogether(database, db, async (runTransaction) => {
    for (let no = 0; no < 5; no++) await runTransaction(put);
    await put(db);
    bookedAt = statSync(`${path()}-wal`).size;
    for (let no = 0; no < 5; no++) await runTransaction(put);
  });
  const log = readFileSync(`${path()}-wal`);
  const sector = 512;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: Math.floor((log.length - bookedAt) / sector) - 1 }),
      fc.integer({ min: 1, max: 20 }),
      (from, sectors) => {
        // Sectors behind the booking may have come to the disk in any order.
        const end = Math.min(log.length, bookedAt + (from + sectors) * sector);
        const cut = Buffer.from(log).fill(0, bookedAt + from * sector, end);
        copyFileSync(path(), path('cut'));
        writeFileSync(`${path('cut')}-wal`, cut);
        const left = open('cut');
        try {
          expect(left.pragma('integrity_check(1)', { simple: true })).toBe('ok');
          const rows = left.prepare('select no from parcels order by no').all() as { no: number }[];
          expect(rows.length).toBeGreaterThanOrEqual(6);
          expect(rows.map(({ no }) => no)).toEqual(rows.map((_, no) => no + 1));
        } finally {
          left.close();
        }
      },
    ),
    { numRuns: 15 },
  );
});
