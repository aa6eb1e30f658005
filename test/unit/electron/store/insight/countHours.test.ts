import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseFileName, openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import { m0400HourCounts } from '../../../../../electron/store/migrations/m04/m0400HourCounts.ts';
import type { NewParcel, Schema } from '../../../../../electron/store/schema.ts';
import type { TrackingState } from '../../../../../shared/domain/tracking.ts';
import { hourMs } from '../../../../../shared/rules/shopTime.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { sampleShipment } from '../../../../doubles/workspace/sampleShipment.ts';
import { writeFortnight } from '../../../../fixtures/fortnight/writeFortnight.ts';

const friday = Date.UTC(2026, 10, 27, 6, 5);
const always = { from: 0, to: friday * 2 };
const tables = ['hour_counts', 'parcel_times', 'transit_counts'] as const;

const parcel: NewParcel = {
  waybillNo: 'ZT1',
  carrier: 'ZTO',
  orderId: sampleOrder(1).id,
  orderNo: sampleOrder(1).orderNo,
  accountId: 'a1',
  phoneTail: '8000',
  state: 'none',
  exception: '',
  lastText: '',
  lastAt: null,
  checkedAt: null,
  nextDueAt: 0,
  bookedAt: friday,
};

const event = (at: number, status: TrackingState) => ({
  waybillNo: 'ZT1',
  at,
  text: `${status} ${at}`,
  location: '',
  status,
  rawStatus: '',
});

describe('counts that are kept while the work is done', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await openTestWorkspace();
    await workspace.store.write(async (write) => {
      await write.orders.insertMany([{ ...sampleOrder(1), shop: '旗舰店' }]);
      await write.shipments.insert(sampleShipment({ state: 'sending', version: 3, freightFen: 320 }));
      await write.tracking.follow(parcel);
    });
  });
  afterAll(() => workspace.close());

  const totals = async () =>
    Object.fromEntries(
      (
        await workspace.store.read.insight.hourTotals(['booked', 'priced', 'collected', 'signed'], always)
      ).map(({ measure, hourAt, total }) => [`${measure} ${(hourAt - friday) / hourMs}`, total]),
    );

  test('a booking counts in the hour of its number, once: a number kept after all is not booked again', async () => {
    const start = friday - (friday % hourMs);
    const booked = await workspace.store.write(async (write) => {
      const sent = await write.shipments.byId('s1');
      const moved = await write.shipments.move(sent!, 'booked', { bookedAt: friday });
      const voiding = await write.shipments.move(moved!, 'voiding');
      return write.shipments.move(voiding!, 'booked');
    });
    expect(booked?.state).toBe('booked');
    const counted = await workspace.store.read.insight.dayTotals(['booked', 'priced'], always);
    expect(counted.map(({ measure, carrier, total, fen }) => [measure, carrier, total, fen])).toEqual([
      ['booked', 'ZTO', 1, 0],
      ['priced', 'ZTO', 1, 320],
    ]);
    expect(await workspace.store.read.insight.firstHourAt('booked')).toBe(start);
  });

  test('news that comes late and shuffled moves its count to the hour in which it happened', async () => {
    const tell = (...events: ReturnType<typeof event>[]) =>
      workspace.store.write((write) => write.tracking.addEvents(events));
    await tell(event(friday + 50 * hourMs, 'signed'), event(friday + 30 * hourMs, 'in-transit'));
    await tell(event(friday + 50 * hourMs, 'signed'), event(friday + 4 * hourMs, 'collected'));
    const counts = await totals();
    expect(counts).toMatchObject({ [`collected ${4 - 5 / 60}`]: 1, [`signed ${50 - 5 / 60}`]: 1 });
    expect(counts[`collected ${30 - 5 / 60}`]).toBe(0);
    expect(await workspace.store.read.insight.transit(always)).toEqual([
      { carrier: 'ZTO', province: '广东省', hours: 46, total: 1, promised: 0, kept: 0 },
    ]);
  });
});

describe('a workspace from before there were counts', () => {
  test('counts its past when it is opened, to the same as if it had counted all along', async () => {
    const workspace = await openTestWorkspace();
    await workspace.clock.advance(friday - workspace.clock.now());
    await writeFortnight(workspace, { perDay: 15 });
    const opened = openDatabase(
      join(workspace.folder, databaseFileName),
      new Uint8Array(32).fill(7),
      'writer',
    );
    if (!opened.ok) throw new Error(opened.code);
    const db = new Kysely<Schema>({ dialect: createSqliteDialect(opened.value) });
    const kept = async () =>
      Promise.all(
        tables.map(async (name) => {
          const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
          return rows
            .filter((row) => (row as { total?: number }).total !== 0)
            .map((row) => JSON.stringify(row))
            .sort();
        }),
      );
    const before = await kept();
    expect(before.map((rows) => rows.length > 20)).toEqual([true, true, true]);
    for (const name of tables) await sql`drop table ${sql.table(name)}`.execute(db);
    await sql`drop index tracking_checked_at`.execute(db);
    await m0400HourCounts.up(db as unknown as Kysely<unknown>);
    expect(await kept()).toEqual(before);
    await db.destroy();
    await workspace.close();
  });
});

describe('what was promised', () => {
  test('is kept or not by the moment of the signature, also when news of an earlier one comes late', async () => {
    const workspace = await openTestWorkspace();
    await workspace.store.write(async (write) => {
      await write.orders.insertMany([sampleOrder(1)]);
      await write.tracking.follow({ ...parcel, promisedAt: friday + 40 * hourMs });
      await write.tracking.addEvents([event(friday, 'collected'), event(friday + 50 * hourMs, 'signed')]);
    });
    const counted = async () =>
      (await workspace.store.read.insight.transit(always)).map(({ total, promised, kept }) => [
        total,
        promised,
        kept,
      ]);
    expect(await counted()).toEqual([[1, 1, 0]]);
    await workspace.store.write((write) => write.tracking.addEvents([event(friday + 39 * hourMs, 'signed')]));
    expect(await counted()).toEqual([[1, 1, 1]]);
    await workspace.close();
  });
});
