import { join } from 'node:path';
import { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../../../electron/store/database/migrate.ts';
import { openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import { tableOf } from '../../../../../electron/store/database/table.ts';
import type { HistoryLine, Order, Schema } from '../../../../../electron/store/schema.ts';
import { done } from '../../../../../shared/errors/outcome.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { storeDesk, storeKey } from '../../../../doubles/workspace/storeDesk.ts';

/** Rows of one statement. */
const chunk = 200;

const desk = storeDesk();

const line: HistoryLine = {
  id: '',
  orderId: 'o1',
  at: 1,
  kind: 'state',
  code: '',
  note: '',
  operator: '',
  dataJson: '{}',
  stepId: '',
};

async function expectStored(orders: readonly Order[]): Promise<void> {
  await desk.store.write((write) => write.orders.insertMany(orders));
  const stored = await desk.store.read.orders.window({}, { offset: 0, limit: orders.length + 1 });
  const byId = (left: Order, right: Order) => (left.id < right.id ? -1 : 1);
  expect(stored.sort(byId)).toEqual([...orders].sort(byId));
}

describe('storing many orders at once', () => {
  it('stores each value where it belongs, also where a whole chunk has none and the next one has', async () => {
    const orders = Array.from({ length: 3 * chunk + 7 }, (_, no) =>
      sampleOrder(no, {
        town: no < chunk ? '' : '浦沿街道',
        weightGrams: no < 2 * chunk ? null : 0,
        codFen: no === 1 ? 1_250 : 0,
        sellerRemark: no === 2 * chunk - 1 ? "it's ?" : '',
      }),
    );
    await expectStored(orders);
  });

  it('stores what is alike in a whole chunk in each of its rows, and what differs in one of them', async () => {
    const orders = Array.from({ length: 3 * chunk }, (_, no) =>
      sampleOrder(no, {
        importId: no < chunk ? 'import-1' : 'import-2',
        source: no === 2 * chunk - 1 ? 'by hand' : 'generic',
        parcelCount: no === 2 * chunk ? 3 : 2,
        town: no < 2 * chunk ? '浦沿街道' : '',
        shipBy: no === chunk + 7 ? null : 1_790_000_000_000,
      }),
    );
    await expectStored(orders);
  });

  it('stores orders of more shapes than it keeps statements for', async () => {
    const orders = Array.from({ length: 40 * chunk }, (_, no) => {
      const shape = Math.floor(no / chunk);
      const has = (bit: number) => Math.floor(shape / 2 ** bit) % 2 === 1;
      return sampleOrder(no, {
        town: has(0) ? '浦沿街道' : '',
        buyerRemark: has(1) ? '轻放' : '',
        sellerRemark: has(2) ? '老客户' : '',
        codFen: has(3) ? 100 : 0,
        insuredFen: has(4) ? 200 : 0,
        weightGrams: has(5) ? 300 : null,
      });
    });
    await expectStored(orders);
  });

  it('stores orders whose columns stand in another order than those of the first one', async () => {
    const turned = (order: Order) => Object.fromEntries(Object.entries(order).reverse()) as unknown as Order;
    const orders = Array.from({ length: chunk }, (_, no) => sampleOrder(no, { town: '', codFen: no }));
    await expectStored(orders.map((order, no) => (no % 3 === 1 ? turned(order) : order)));
  });

  it('stores none of them where one stands there already, and goes on storing', async () => {
    const [known, ...fresh] = Array.from({ length: chunk + 1 }, (_, no) => sampleOrder(no));
    await desk.store.write((write) => write.orders.insertMany([known as Order]));
    const storing = desk.store.write(async (write) => {
      await write.orders.insertMany(fresh);
      await write.orders.insertMany([...fresh.slice(0, 1), known as Order]);
    });
    await expect(storing).rejects.toThrow('UNIQUE');
    expect(await desk.store.read.orders.byIds(fresh.map(({ id }) => id))).toEqual([]);
    await desk.store.write((write) => write.orders.insertMany(fresh));
    expect(await desk.store.read.orders.byIds(fresh.map(({ id }) => id))).toHaveLength(chunk);
  });

  it('builds no statement again for lists of another length', async () => {
    const database = openDatabase(join(desk.folder, 'b.db'), storeKey, 'writer');
    if (!database.ok) throw new Error(database.code);
    const texts = new Set<string>();
    const db = new Kysely<Schema>({
      dialect: createSqliteDialect(database.value),
      log: ({ query }) => {
        texts.add(query.sql);
      },
    });
    await migrate(db, async () => done(null));
    texts.clear();
    let no = 0;
    for (let length = 0; length < 3 * chunk; length += 7)
      await tableOf(db, 'history').insertMany(
        Array.from({ length }, () => ({ ...line, id: `h${no++}`, code: no % 3 === 0 ? '' : 'SHIPPED' })),
      );
    expect(await tableOf(db, 'history').count()).toBe(no);
    await db.destroy();
    const inserts = [...texts].filter((text) => text.startsWith('insert'));
    // 200, 40, 8 and 1 rows; of 200 rows one more for columns that are empty in all of them.
    expect(inserts.length).toBeLessThanOrEqual(5);
  });

  it('meets no trigger that passes over what stands already: an outer rollback would take its place', async () => {
    const database = openDatabase(join(desk.folder, 'c.db'), storeKey, 'writer');
    if (!database.ok) throw new Error(database.code);
    const db = new Kysely<Schema>({ dialect: createSqliteDialect(database.value) });
    await migrate(db, async () => done(null));
    const triggers = database.value
      .prepare("select name, sql from sqlite_master where type = 'trigger'")
      .all() as readonly { readonly name: string; readonly sql: string }[];
    await db.destroy();
    const ofInserts = triggers.filter(({ sql }) => /\binsert\s+on\b/i.test(sql));
    expect(ofInserts.length).toBeGreaterThan(0);
    expect(ofInserts.filter(({ sql }) => /\b(?:insert|update)\s+or\b/i.test(sql))).toEqual([]);
  });
});
