import { join } from 'node:path';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptSql } from '../../../../../electron/store/database/keptStatement.ts';
import { openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import { tableOf } from '../../../../../electron/store/database/table.ts';
import type { RemovedAccount, Schema } from '../../../../../electron/store/schema.ts';
import { folderDesk, storeKey } from '../../../../doubles/workspace/storeDesk.ts';

const desk = folderDesk();
/** Every statement that reached the engine. */
const texts: string[] = [];
let db: Kysely<Schema>;

beforeEach(() => {
  const opened = openDatabase(join(desk.folder, 'a.db'), storeKey, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  opened.value.exec(
    `create table removed_accounts (id text primary key, name text, platform text, merchant_id text, endpoint text,
      created_at integer, removed_at integer, handed_to text)`,
  );
  texts.length = 0;
  db = new Kysely<Schema>({
    dialect: createSqliteDialect(opened.value),
    log: ({ query }) => void texts.push(query.sql),
  });
});
afterEach(() => db.destroy());

const account = (id: string, handedTo: string | null): RemovedAccount => ({
  id,
  name: `of ${id}`,
  platform: 'sf',
  merchantId: 'm',
  endpoint: null,
  createdAt: 1,
  removedAt: 2,
  handedTo,
});

it('finds what stands empty and what says something, one asked after the other', async () => {
  const removed = tableOf(db, 'removedAccounts');
  await removed.insert(account('a', null));
  await removed.insert(account('b', 'a'));
  expect(await removed.row({ handedTo: null })).toMatchObject({ id: 'a' });
  expect(await removed.row({ handedTo: 'a' })).toMatchObject({ id: 'b' });
  expect(await removed.row({ handedTo: null })).toMatchObject({ id: 'a' });
  expect(await removed.count({ handedTo: 'a', platform: 'sf' })).toBe(1);
  expect(await removed.count()).toBe(2);
});

it('writes an empty value where the one before was not, and leaves what is not named', async () => {
  const removed = tableOf(db, 'removedAccounts');
  await removed.insert(account('a', 'x'));
  await removed.put({ ...account('a', null), name: 'new' }, ['id'], { handedTo: null });
  expect(await removed.row({ id: 'a' })).toEqual(account('a', null));
  expect(await removed.update({ id: 'a' }, { handedTo: 'y' })).toBe(true);
  expect(await removed.update({ id: 'z' }, { handedTo: 'y' })).toBe(false);
  expect(await removed.insertIfNew(account('a', null))).toBe(false);
  expect(await removed.row({ id: 'a' })).toEqual(account('a', 'y'));
});

it('hands each statement by hand its own values, in one text', async () => {
  await tableOf(db, 'removedAccounts').insert(account('a', 'x'));
  texts.length = 0;
  const named = async (id: string, other: string) => {
    const found = await keptSql(db)<{ name: string }>`select name from removed_accounts
      where id = ${id} and handed_to = ${other}`;
    return found.rows;
  };
  expect(await named('a', 'x')).toEqual([{ name: 'of a' }]);
  expect(await named('x', 'a')).toEqual([]);
  expect(new Set(texts).size).toBe(1);
});

it('says a limit of one in its text, so that nothing is planned again at each run', async () => {
  await db.selectFrom('removedAccounts').selectAll().limit(1).execute();
  await db.selectFrom('removedAccounts').selectAll().limit(50).execute();
  expect(texts.map((text) => text.slice(text.indexOf('limit')))).toEqual(['limit 1', 'limit ?']);
});
