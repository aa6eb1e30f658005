import { join } from 'node:path';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../../../../../electron/store/database/migrate.ts';
import { openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import { migrations } from '../../../../../electron/store/migrations/index.ts';
import type { Schema } from '../../../../../electron/store/schema.ts';
import { done } from '../../../../../shared/errors/outcome.ts';
import { sampleShipment } from '../../../../doubles/workspace/sampleShipment.ts';
import { folderDesk, storeKey } from '../../../../doubles/workspace/storeDesk.ts';

const desk = folderDesk();
let db: Kysely<Schema>;
beforeEach(() => {
  const opened = openDatabase(join(desk.folder, 'a.db'), storeKey, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  db = new Kysely<Schema>({ dialect: createSqliteDialect(opened.value) });
});
afterEach(() => db.destroy());

it('keeps of accounts that were removed earlier what is still known: their id and platform, never a merchant', async () => {
  const before = Object.entries(migrations).filter(([name]) => name < '0340');
  await migrate(db, async () => done(null), Object.fromEntries(before));
  const account = { name: 'a', platform: 'kdniao', merchantId: 'm', endpoint: null };
  await db
    .insertInto('accounts')
    .values({ ...account, id: 'here', sealedSecret: '', sealedFields: '', createdAt: 1 })
    .execute();
  const shipments = [
    sampleShipment({ id: 's1', accountId: 'here', platform: 'kdniao', orderCode: 'c1' }),
    sampleShipment({ id: 's2', accountId: 'gone', platform: 'kdniao', orderCode: 'c2', createdAt: 5 }),
    sampleShipment({ id: 's3', accountId: 'gone', platform: 'kdniao', orderCode: 'c3', createdAt: 9 }),
    sampleShipment({ id: 's4', accountId: 'manual', platform: 'manual', orderCode: 'c4' }),
  ];
  // Columns of later steps are not there yet.
  const rows = shipments.map(({ batchId: _later, ...row }) => row as (typeof shipments)[number]);
  await db.insertInto('shipments').values(rows).execute();
  expect(await migrate(db, async () => done(null))).toEqual(done(null));
  expect(await db.selectFrom('removedAccounts').selectAll().execute()).toEqual([
    {
      id: 'gone',
      name: 'kdniao',
      platform: 'kdniao',
      merchantId: null,
      endpoint: null,
      createdAt: 5,
      removedAt: 9,
      handedTo: null,
    },
  ]);
});
