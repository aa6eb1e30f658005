import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompiledQuery, Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../../../../electron/store/database/migrate.ts';
import { openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import type { Schema } from '../../../../../electron/store/schema.ts';
import { type TrackingFilter, trackingLists } from '../../../../../electron/store/tracking/trackingLists.ts';
import { statesOfGroup, trackingGroups } from '../../../../../shared/domain/trackingGroup.ts';
import { done } from '../../../../../shared/errors/outcome.ts';
import { storeKey } from '../../../../doubles/workspace/storeDesk.ts';

const folder = mkdtempSync(join(tmpdir(), 'plans-'));
let db: Kysely<Schema>;
let run: CompiledQuery[];

beforeAll(async () => {
  const opened = openDatabase(join(folder, 'a.db'), storeKey, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  db = new Kysely<Schema>({
    dialect: createSqliteDialect(opened.value),
    log: (event) => {
      if (event.level === 'query') run.push(event.query);
    },
  });
  run = [];
  await migrate(db, async () => done(null));
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

/** How SQLite goes about everything that `does` asks, a line a step. */
async function planOf(does: () => Promise<unknown>): Promise<string[]> {
  run = [];
  await does();
  const asked = [...run];
  const steps: string[] = [];
  for (const query of asked) {
    const explained = await db.executeQuery<{ readonly detail: string }>({
      ...query,
      sql: `explain query plan ${query.sql}`,
    });
    steps.push(...explained.rows.map(({ detail }) => detail));
  }
  return steps;
}

const filters: Readonly<Record<string, TrackingFilter>> = {
  ...Object.fromEntries(
    trackingGroups.flatMap((group) => {
      const states = statesOfGroup(group);
      return states === null ? [] : [[group, { states }]];
    }),
  ),
  stuck: { newsBefore: 1 },
  exception: { isException: true },
  all: {},
  fourDigits: { search: '1234' },
  wholeNumber: { search: '75300000001234' },
};

it.each(Object.entries(filters))('reads no whole table for a window of %s', async (_, filter) => {
  const steps = await planOf(() => trackingLists(db).window(filter, { offset: 0, limit: 100 }));
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.filter((step) => /^SCAN tracking(?! USING (COVERING )?INDEX)/.test(step))).toEqual([]);
});

it.each([
  ['stuck', /tracking_open_news/],
  ['exception', /tracking_exception_news/],
  ['all', /tracking_booked_at/],
  ['moving', /tracking_state_news/],
] as const)('goes along the index of %s', async (name, index) => {
  const steps = await planOf(() => trackingLists(db).window(filters[name] ?? {}, { offset: 0, limit: 100 }));
  expect(steps.join('\n')).toMatch(index);
});

it('finds four digits by four indexes, never by looking at each parcel', async () => {
  const steps = (await planOf(() => trackingLists(db).find('1234', 8))).join('\n');
  for (const index of ['waybill_tail', 'order_tail', 'phone_tail', 'order_no'])
    expect(steps).toContain(`tracking_${index}`);
  expect(steps).not.toMatch(/SCAN tracking/);
});
