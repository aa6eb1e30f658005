import type { Kysely } from 'kysely';
import { rowTotal, tableOf } from '../database/table.ts';
import type { Job, JobKind, Schema } from '../schema.ts';

function jobReads(db: Kysely<Schema>) {
  const jobs = tableOf(db, 'jobs');
  return {
    waitingOfLane: (lane: string, kind: JobKind) =>
      jobs.rows({ lane, kind, state: 'waiting' }).orderBy('runAt').orderBy('id').execute(),

    ofSubject: (subjectId: string) => jobs.row({ subjectId }),

    /** When the next waiting job of these kinds is due; null: there is none. */
    async nextDueAt(kinds: readonly JobKind[], exceptLanes: readonly string[] = []): Promise<number | null> {
      const row = await db
        .selectFrom('jobs')
        .select((select) => select.fn.min('runAt').as('at'))
        .where('state', '=', 'waiting')
        .where('kind', 'in', kinds)
        .$if(exceptLanes.length > 0, (query) => query.where('lane', 'not in', exceptLanes))
        .executeTakeFirst();
      return (row?.at as number | null | undefined) ?? null;
    },

    /** Jobs that somebody has in hand, or that are due until then. */
    inHand: (until: number) =>
      db
        .selectFrom('jobs')
        .select(['kind', rowTotal])
        .where((where) =>
          where.or([
            where('state', '=', 'claimed'),
            where.and([where('state', '=', 'waiting'), where('runAt', '<=', until)]),
          ]),
        )
        .groupBy('kind')
        .execute(),

    counts: () =>
      db.selectFrom('jobs').select(['kind', 'state', rowTotal]).groupBy(['kind', 'state']).execute(),
  };
}

function jobWrites(db: Kysely<Schema>) {
  const jobs = tableOf(db, 'jobs');
  return {
    insert: jobs.insert,

    /** Takes up to `limit` jobs, the longest due, in one statement, as they were made; what it returns nobody else holds. */
    async claim(
      kinds: readonly JobKind[],
      limit: number,
      now: number,
      leaseUntil: number,
      exceptLanes: readonly string[] = [],
    ): Promise<Job[]> {
      const claimed = await db
        .updateTable('jobs')
        .set((set) => ({ state: 'claimed', leaseUntil, attempts: set('attempts', '+', 1) }))
        .where('id', 'in', (select) =>
          select
            .selectFrom('jobs')
            .select('id')
            .where('state', '=', 'waiting')
            .where('kind', 'in', kinds)
            .where('runAt', '<=', now)
            .$if(exceptLanes.length > 0, (query) => query.where('lane', 'not in', exceptLanes))
            .orderBy('runAt')
            .orderBy('id')
            .limit(limit),
        )
        .returningAll()
        .execute();
      // An engine returns changed rows in an order of its own.
      return claimed.sort((a, b) => (a.id < b.id ? -1 : 1));
    },

    /** Gives a job back to the queue, perhaps as another kind (`book` → `find`). */
    async putBack(id: string, runAt: number, kind?: JobKind): Promise<void> {
      await jobs.update({ id }, { state: 'waiting', runAt, leaseUntil: null, ...(kind && { kind }) });
    },

    /** Waits for a person, perhaps as another kind. */
    async park(id: string, kind?: JobKind): Promise<void> {
      await jobs.update({ id }, { state: 'parked', leaseUntil: null, ...(kind && { kind }) });
    },

    /** Waits in another lane from now on. */
    async moveToLane(id: string, lane: string): Promise<void> {
      await jobs.update({ id }, { lane });
    },

    async settle(id: string): Promise<void> {
      await jobs.remove({ id });
    },

    /**
     * Work of a process that is gone. With one writer, at start every claim is stale; and what was parked is looked at
     * once more, for starting again is how a person asks for it.
     */
    async releaseAll(): Promise<number> {
      const result = await db
        .updateTable('jobs')
        .set({ state: 'waiting', leaseUntil: null })
        .where('state', '!=', 'waiting')
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },
  };
}

function jobTimes(db: Kysely<Schema>) {
  const waiting = (runAt: number) => db.updateTable('jobs').set({ runAt }).where('state', '=', 'waiting');
  /** What waits for a later time runs now. */
  const hastened = (now: number) => waiting(now).where('runAt', '>', now);

  return {
    /** Lets every waiting job of a lane wait until then: the network or the platform is away. */
    async delayLane(lane: string, kind: JobKind, runAt: number): Promise<void> {
      await waiting(runAt)
        .where('lane', '=', lane)
        .where('kind', '=', kind)
        .where('runAt', '<', runAt)
        .execute();
    },

    /** Lets what waits in this lane run now: what kept it from running is over. */
    async hastenLane(lane: string, kind: JobKind, now: number): Promise<void> {
      await hastened(now).where('lane', '=', lane).where('kind', '=', kind).execute();
    },

    async wakeKinds(kinds: readonly JobKind[], now: number): Promise<void> {
      await hastened(now).where('kind', 'in', kinds).execute();
    },

    /** Lets everything of one lane run now. */
    async wakeLane(lane: string, now: number): Promise<void> {
      await hastened(now).where('lane', '=', lane).execute();
    },

    async wake(subjectId: string, now: number): Promise<void> {
      await db
        .updateTable('jobs')
        .set({ state: 'waiting', runAt: now })
        .where('subjectId', '=', subjectId)
        .where('state', '!=', 'claimed')
        .execute();
    },
  };
}

export function createJobRepository(db: Kysely<Schema>) {
  return { ...jobReads(db), ...jobWrites(db), ...jobTimes(db) };
}
