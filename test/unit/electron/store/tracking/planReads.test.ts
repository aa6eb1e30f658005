import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompiledQuery, Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../../../../electron/store/database/migrate.ts';
import { openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import type { Schema } from '../../../../../electron/store/schema.ts';
import { planReads } from '../../../../../electron/store/tracking/planReads.ts';
import { createPushRepository } from '../../../../../electron/store/tracking/pushRepository.ts';
import { done } from '../../../../../shared/errors/outcome.ts';
import { storeKey } from '../../../../doubles/workspace/storeDesk.ts';

const folder = mkdtempSync(join(tmpdir(), 'plans-'));
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

async function stepsOf(does: () => Promise<unknown>): Promise<string> {
  run = [];
  await does();
  const steps: string[] = [];
  const asked = run;
  run = [];
  for (const query of asked) {
    const { rows } = await db.executeQuery({ ...query, sql: `explain query plan ${query.sql}` });
    steps.push(...(rows as { readonly detail: string }[]).map(({ detail }) => detail));
  }
  return steps.join('; ');
}

const byDueTime = 'USING INDEX tracking_account_id_ask_group_next_due_at';
const counted = 'USING COVERING INDEX tracking_account_id_ask_group_next_due_at';

it.each([
  ['the newest due', () => planReads(db).dueOf('a', 'moving', 5, 'newest', 400), byDueTime],
  ['the oldest due', () => planReads(db).dueOf('a', 'moving', 5, 'oldest', 100), byDueTime],
  ['how many are due', () => planReads(db).dueCount('a', 'moving', 5), counted],
  ['whom to subscribe', () => planReads(db).toSubscribe('a', 5, 50), byDueTime],
  ['who is subscribed', () => planReads(db).subscribed('a', 50), byDueTime],
  ['who is due too late', () => planReads(db).hasDueBetween(5, 9), 'USING INDEX tracking_next_due_at'],
  ['how many were given up', () => planReads(db).stopCounts(), 'INDEX tracking_stop_reason'],
  ['who was given up', () => planReads(db).stopped('no-account', 9), 'INDEX tracking_stop_reason'],
  ['the last push', () => createPushRepository(db).lastOf('a'), 'USING INDEX pushes_account_id'],
])('%s is read by an index and sorted by it, also among a million parcels', async (_, read, wanted) => {
  const steps = await stepsOf(read);
  expect(steps).toContain(wanted);
  expect(steps).not.toMatch(
    /TEMP B-TREE FOR ORDER|SCAN tracking(?! USING COVERING INDEX| USING INDEX tracking_stop)/,
  );
});
