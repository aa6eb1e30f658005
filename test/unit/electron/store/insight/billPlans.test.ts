import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompiledQuery, Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../../../../electron/store/database/migrate.ts';
import { openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../../../electron/store/database/sqliteDialect.ts';
import { createBillRepository } from '../../../../../electron/store/insight/billRepository.ts';
import { createLedgerReads } from '../../../../../electron/store/insight/ledgerReads.ts';
import type { Schema } from '../../../../../electron/store/schema.ts';
import { done } from '../../../../../shared/errors/outcome.ts';
import { storeKey } from '../../../../doubles/workspace/storeDesk.ts';

const folder = mkdtempSync(join(tmpdir(), 'plans-'));
const after = { itemKey: 's:1', rowNo: 1 };
const span = { fromAt: 0, toAt: 86_400_000 };
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

/** What is asked for each line, each parcel or each day of a bill. */
const asked: Readonly<Record<string, () => Promise<unknown>>> = {
  'bookings of numbers': () => createLedgerReads(db).bookingsOf(['1']),
  'boxes of numbers': () => createLedgerReads(db).boxesOf(['1']),
  'followed numbers': () => createLedgerReads(db).followedOf(['1']),
  'facts of parcels': () => createLedgerReads(db).factsOf(['1']),
  'parcels no bill names': () => createLedgerReads(db).unbilled('ZTO', 'b', span, { bookedAt: 0, id: '' }, 9),
  'numbers billed before': () => createBillRepository(db).billedBefore('ZTO', 'b', ['1']),
  'lines by parcel': () => createBillRepository(db).linesAfter('b', after, 9),
  'claims of a bill': () => createBillRepository(db).claims('b', '', 9),
};

it.each(Object.keys(asked))('reads the %s along an index', async (name) => {
  run = [];
  await asked[name]?.();
  const steps: string[] = [];
  const made = run;
  run = [];
  for (const query of made) {
    const explained = await db.executeQuery<{ readonly detail: string }>({
      ...query,
      sql: `explain query plan ${query.sql}`,
    });
    steps.push(...explained.rows.map(({ detail }) => detail));
  }
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.filter((step) => /^SCAN (?!json_each)/.test(step))).toEqual([]);
  if (name.startsWith('lines')) expect(steps[0]).toMatch(/INDEX bill_lines_item/);
});
