import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompiledQuery, Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../../../../electron/store/database/migrate.ts';
import { openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import type { Schema } from '../../../../../electron/store/schema.ts';
import {
  createParcelArrivalRepository,
  createParcelReturnRepository,
} from '../../../../../electron/store/tracking/careRepository.ts';
import {
  createCaseRepository,
  createCaseWatchRepository,
  createParcelSilenceRepository,
} from '../../../../../electron/store/tracking/caseRepository.ts';
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

async function planOf(does: () => Promise<unknown>): Promise<string[]> {
  run = [];
  await does();
  const steps: string[] = [];
  const asked = run;
  run = [];
  for (const query of asked) {
    const explained = await db.executeQuery<{ readonly detail: string }>({
      ...query,
      sql: `explain query plan ${query.sql}`,
    });
    steps.push(...explained.rows.map(({ detail }) => detail));
  }
  return steps;
}

const page = { offset: 0, limit: 50 };

it.each<readonly [name: string, asks: () => Promise<unknown>]>([
  ['what is due', () => createCaseWatchRepository(db).due(1, 100)],
  ['how much is due', () => createCaseWatchRepository(db).countDue(1)],
  ['the worst first', () => createCaseRepository(db).window({}, page, 1)],
  ['solved, the newest first', () => createCaseRepository(db).window({ state: 'solved' }, page, 1)],
  ['the counts', () => createCaseRepository(db).counts(1)],
  ['whose time out of sight is over', () => createCaseRepository(db).toWake(1, 100)],
  ['the cases of parcels', () => createCaseRepository(db).ofParcels(['a'])],
  ['the silence of a lane', () => createParcelSilenceRepository(db).hoursOf('ZTO', '广东省', 1, 300)],
  ['the hours of a lane', () => createParcelArrivalRepository(db).laneHours('ZTO', '广东省', [1, 2])],
  ['a return by its number', () => createParcelReturnRepository(db).byWaybill('a')],
])('a million parcels are not read through for %s', async (_name, asks) => {
  const plan = await planOf(asks);
  expect(plan.length).toBeGreaterThan(0);
  for (const step of plan) {
    expect(step).not.toMatch(/^SCAN (?!json_each|CONSTANT)\w+$/);
    expect(step).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  }
});
