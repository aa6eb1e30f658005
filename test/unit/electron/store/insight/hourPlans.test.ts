import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompiledQuery, Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../../../../electron/store/database/migrate.ts';
import { openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import { createHourRepository } from '../../../../../electron/store/insight/hourRepository.ts';
import { createServiceReads } from '../../../../../electron/store/insight/serviceReads.ts';
import { createOrderRepository } from '../../../../../electron/store/orders/orderRepository.ts';
import type { Schema } from '../../../../../electron/store/schema.ts';
import { createTrackingRepository } from '../../../../../electron/store/tracking/trackingRepository.ts';
import { done } from '../../../../../shared/errors/outcome.ts';
import { storeKey } from '../../../../doubles/workspace/storeDesk.ts';

const folder = mkdtempSync(join(tmpdir(), 'plans-'));
const span = { from: 0, to: 3_600_000 };
let db: Kysely<Schema>;
let run: CompiledQuery[] = [];

beforeAll(async () => {
  const opened = openDatabase(join(folder, 'a.db'), storeKey, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  db = new Kysely<Schema>({
    dialect: createSqliteDialect(opened.value),
    log: (event) => {
      if (event.level === 'query') run.push(event.query);
    },
  });
  await migrate(db, async () => done(null));
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

/** Every figure of the board, by what it asks. */
const asked: Readonly<Record<string, () => Promise<unknown>>> = {
  hours: () => createHourRepository(db).hourTotals(['booked', 'printed'], span),
  days: () => createHourRepository(db).dayTotals(['booked'], span),
  'days of a shop': () => createHourRepository(db).dayTotals(['booked'], span, '旗舰店'),
  'first hour': () => createHourRepository(db).firstHourAt('booked'),
  shops: () => createHourRepository(db).shops(span),
  'hours on the way': () => createHourRepository(db).transit(span),
  'taken the same day': () => createHourRepository(db).takenBefore(span, span.to),
  'minutes with calls': () => createServiceReads(db).minutes(span),
  'last answer': () => createTrackingRepository(db).lastAnswerAt(),
  'orders booked in an hour': () =>
    createOrderRepository(db).window({ booked: { ...span, carrier: 'ZTO' } }, { offset: 0, limit: 100 }),
};

it.each(Object.keys(asked))('reads the %s along an index', async (name) => {
  run = [];
  await asked[name]?.();
  const queries = [...run];
  const steps: string[] = [];
  for (const query of queries) {
    const explained = await db.executeQuery<{ readonly detail: string }>({
      ...query,
      sql: `explain query plan ${query.sql}`,
    });
    steps.push(...explained.rows.map(({ detail }) => detail));
  }
  expect(steps.length).toBeGreaterThan(0);
  expect(
    steps.filter((step) =>
      /^SCAN (hour_counts|parcel_times|transit_counts|shipments|orders|tracking|call_buckets)\b(?! USING (COVERING )?INDEX)/.test(
        step,
      ),
    ),
  ).toEqual([]);
});

it('reads the minutes of a month without how long each call took', async () => {
  run = [];
  await createServiceReads(db).minutes(span);
  const [query] = run;
  const explained = await db.executeQuery<{ readonly detail: string }>({
    ...query!,
    sql: `explain query plan ${query!.sql}`,
  });
  expect(explained.rows.map(({ detail }) => detail).join('\n')).toContain(
    'USING COVERING INDEX call_buckets_minutes',
  );
});
