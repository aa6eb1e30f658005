import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import { folderDesk, storeKey } from '../../../../doubles/workspace/storeDesk.ts';

interface Parcels {
  readonly parcelNo: number;
  readonly orderNo: string;
}

interface Tables {
  readonly bookedParcels: Parcels;
  readonly orders: { readonly orderNo: string; readonly shopName: string };
}

const desk = folderDesk();
let db: Kysely<Tables>;

beforeEach(async () => {
  const opened = openDatabase(join(desk.folder, 'a.db'), storeKey, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  opened.value.exec(
    "create table booked_parcels (parcel_no integer, order_no text); insert into booked_parcels values (1, 'A'), (2, 'B')",
  );
  opened.value.exec(
    "create table orders (order_no text, shop_name text); insert into orders values ('A', 'x * y')",
  );
  db = new Kysely<Tables>({ dialect: createSqliteDialect(opened.value) });
});
afterEach(() => db.destroy());

it('gives whole rows, chosen columns and sums under the names of the program', async () => {
  const parcels = db.selectFrom('bookedParcels');
  expect(await parcels.selectAll().orderBy('parcelNo', 'desc').execute()).toEqual([
    { parcelNo: 2, orderNo: 'B' },
    { parcelNo: 1, orderNo: 'A' },
  ]);
  expect(await parcels.select('orderNo').where('parcelNo', '=', 2).execute()).toEqual([{ orderNo: 'B' }]);
  expect(
    await parcels.select(({ fn }) => fn.max('parcelNo').as('highestNo')).executeTakeFirstOrThrow(),
  ).toEqual({ highestNo: 2 });
});

it('gives joined rows and what a change returns under the names of the program', async () => {
  const joined = await db
    .selectFrom('bookedParcels')
    .leftJoin('orders', 'orders.orderNo', 'bookedParcels.orderNo')
    .selectAll('bookedParcels')
    .select('orders.shopName as soldBy')
    .orderBy('bookedParcels.parcelNo')
    .execute();
  expect(joined).toEqual([
    { parcelNo: 1, orderNo: 'A', soldBy: 'x * y' },
    { parcelNo: 2, orderNo: 'B', soldBy: null },
  ]);
  const changed = db.updateTable('bookedParcels').set({ parcelNo: 9 }).where('orderNo', '=', 'A');
  expect(await changed.returningAll().execute()).toEqual([{ parcelNo: 9, orderNo: 'A' }]);
});

it('streams rows, and names those of a question in raw SQL', async () => {
  const streamed: unknown[] = [];
  for await (const row of db.selectFrom('orders').select('shopName').stream()) streamed.push(row);
  expect(streamed).toEqual([{ shopName: 'x * y' }]);
  const raw = await sql`select order_no, 2 * 3 as six_in_all from orders`.execute(db);
  expect(raw.rows).toEqual([{ orderNo: 'A', sixInAll: 6 }]);
});

it('says of a full disk that it is full, though nothing is left to roll back', async () => {
  // No page more than there are.
  await sql`pragma max_page_count = 1`.execute(db);
  const orderNo = 'x'.repeat(1_000_000);
  const filling = db
    .transaction()
    .execute((write) => write.insertInto('orders').values({ orderNo, shopName: '' }).execute());
  await expect(filling).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  expect(await db.selectFrom('orders').select('orderNo').execute()).toEqual([{ orderNo: 'A' }]);
});
