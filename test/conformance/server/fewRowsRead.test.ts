import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createCallRepository } from '../../../electron/store/booking/callRepository.ts';
import { createJobRepository } from '../../../electron/store/booking/jobRepository.ts';
import { createOrderRepository } from '../../../electron/store/orders/orderRepository.ts';
import { OrderSearch } from '../../../electron/store/orders/orderSearch.ts';
import type { Schema } from '../../../electron/store/schema.ts';
import { connectServer } from '../../../electron/store/server/openServerStore.ts';
import { createOperatorActRepository } from '../../../electron/store/workspace/operatorRepository.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { makeDatabase } from '../storeEngines.ts';

const place = inject('server');
const thousands = 5_000;

describe.skipIf(place === null)('of many thousand rows a server', () => {
  let db: Kysely<Schema>;

  beforeAll(async () => {
    if (place === null) return;
    const database = `few-${randomUUID()}`;
    await makeDatabase(place, database);
    db = connectServer({ ...place, database }, 1);
    const each = sql`from generate_series(1, ${sql.lit(thousands)}) as n`;
    await sql`insert into jobs (id, kind, subject_id, lane, state, run_at, attempts, created_at)
      select 'j' || n, 'book', 's' || n, 'account ' || n % 4, 'waiting', n, 0, n ${each}`.execute(db);
    await sql`insert into calls (id, at, account_id, platform, interface_name, order_id, order_code, platform_code, request_id,
        error_code, certainty, duration_ms)
      select 'c' || (10000 + n), n, 'a', 'sf', 'book', '', '', '', '', '', 'happened', 1 ${each}`.execute(db);
    await sql`insert into operator_acts (no, at, kind, operator, approver, order_id, what, reason, chain)
      select n, n, 'sign-in', 'Li', '', '', '', '', '' ${each}`.execute(db);
    const orders = Array.from({ length: thousands }, (_, index) => sampleOrder(index));
    await createOrderRepository(db).insertMany(orders);
    for (const table of ['jobs', 'calls', 'operator_acts', 'orders'])
      await sql`analyze ${sql.table(table)}`.execute(db);
  });
  afterAll(() => db?.destroy());

  /** How many rows of that table it read for it, one by one or along an index. */
  async function read(table: string, act: (store: Kysely<Schema>) => Promise<unknown>): Promise<number> {
    return db.transaction().execute(async (transaction) => {
      const before = await seen(table, transaction);
      await act(transaction);
      return (await seen(table, transaction)) - before;
    });
  }

  async function seen(table: string, store: Kysely<Schema>): Promise<number> {
    const { rows } = await sql<{ seen: number }>`
      select cast(seq_tup_read + idx_tup_fetch as bigint) as seen from pg_stat_xact_user_tables
        where relname = ${table}`.execute(store);
    return rows[0]?.seen ?? Number.NaN;
  }

  it('reads few to find the job that is due first', async () => {
    const jobsRead = await read('jobs', async (store) => {
      const jobs = createJobRepository(store, { id: 'desk', isShared: true });
      const claimed = await jobs.claim(['book', 'find'], 3, thousands);
      expect(claimed.map(({ id }) => id)).toEqual(['j1', 'j2', 'j3']);
      expect(await jobs.nextDueAt(['book', 'find'])).toBe(4);
    });
    expect(jobsRead).toBeLessThan(200);
  });

  it('reads few to tell the newest calls and the last act', async () => {
    const calls = await read('calls', async (store) => {
      const last = await createCallRepository(store).last(2);
      expect(last.map(({ id }) => id)).toEqual(['c15000', 'c14999']);
    });
    expect(calls).toBeLessThan(20);
    const acts = await read('operator_acts', async (store) => {
      const last = await createOperatorActRepository(store, () => undefined).last();
      expect(last?.no).toBe(thousands);
    });
    expect(acts).toBeLessThan(20);
  });

  it('reads few to know that numbers begin with what is typed, as nearly all do at first', async () => {
    const typed = sampleOrder(0).orderNo.slice(0, 2);
    const orders = await read('orders', (store) => new OrderSearch(store).find(typed, false));
    expect(orders).toBeLessThan(20);
  });

  it('spends no time compiling what takes milliseconds', async () => {
    const { rows } = await sql<{ jit: string }>`select current_setting('jit') as jit`.execute(db);
    expect(rows).toEqual([{ jit: 'off' }]);
  });
});
