import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createJobRepository } from '../../../electron/store/booking/jobRepository.ts';
import type { Schema } from '../../../electron/store/schema.ts';
import { connectServer } from '../../../electron/store/server/openServerStore.ts';
import { makeDatabase } from '../storeEngines.ts';

const place = inject('server');
const waiting = 5_000;

describe.skipIf(place === null)('thousands of jobs that wait on a server', () => {
  let db: Kysely<Schema>;

  beforeAll(async () => {
    if (place === null) return;
    const database = `jobs-${randomUUID()}`;
    await makeDatabase(place, database);
    db = connectServer({ ...place, database }, 1);
    await sql`insert into jobs (id, kind, subject_id, lane, state, run_at, attempts, created_at)
      select 'j' || n, 'book', 's' || n, 'account ' || n % 4, 'waiting', n, 0, n
      from generate_series(1, ${sql.lit(waiting)}) as n`.execute(db);
    await sql`analyze jobs`.execute(db);
  });
  afterAll(() => db?.destroy());

  /** How many jobs the server read for it, one by one or along an index. */
  async function jobsRead(act: (jobs: ReturnType<typeof createJobRepository>) => Promise<unknown>) {
    return db.transaction().execute(async (transaction) => {
      await act(createJobRepository(transaction, { id: 'desk', isShared: true }));
      const { rows } = await sql<{ seen: number }>`
        select cast(seq_tup_read + idx_tup_fetch as bigint) as seen from pg_stat_xact_user_tables
          where relname = 'jobs'`.execute(transaction);
      return rows[0]?.seen;
    });
  }

  it('are not all read to find the one that is due first', async () => {
    const read = await jobsRead(async (jobs) => {
      const claimed = await jobs.claim(['book', 'find'], 3, waiting);
      expect(claimed.map(({ id }) => id)).toEqual(['j1', 'j2', 'j3']);
      expect(await jobs.nextDueAt(['book', 'find'])).toBe(4);
    });
    expect(read).toBeLessThan(200);
  });

  it('are looked for by statements that no server spends its time compiling', async () => {
    const { rows } = await sql<{ jit: string }>`select current_setting('jit') as jit`.execute(db);
    expect(rows).toEqual([{ jit: 'off' }]);
  });
});
