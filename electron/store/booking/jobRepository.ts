import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Workstation } from '../../../shared/domain/workstation.ts';
import { executeKept } from '../database/keptStatement.ts';
import { listed, rowTotal, tableOf } from '../database/table.ts';
import type { Job, JobKind, Schema } from '../schema.ts';

/** A job as a worker claimed or read it. */
export type HeldJob = Pick<Job, 'id' | 'fence'>;

/** What a worker looks for. */
interface JobSearch {
  readonly kinds: readonly JobKind[];
  readonly exceptLanes: readonly string[];
}

/**
 * The jobs that are due first, one of each lane and kind, of what waits and what this workstation may do: what hangs on the devices of
 * another one is not its own. Lane by lane along the index, since thousands may wait behind a full one. A server goes along it only if it is
 * told the order the index is in, down to the nulls that there are none of; else it sorts all that wait, at each claim.
 */
const firstOfLanes = (
  { id }: Workstation,
  { kinds, exceptLanes }: JobSearch,
): RawBuilder<Pick<Job, 'id' | 'runAt'>> => {
  const firstOfLane = sql`from jobs
    where state = 'waiting' and jobs.kind = lanes.kind and jobs.lane = lanes.lane and workstation_id in ('', ${id})
    order by run_at nulls first, id limit 1`;
  return sql<Pick<Job, 'id' | 'runAt'>>`(
  with recursive lanes(kind, lane) as (
    select kinds.column1, (select min(lane) from jobs where state = 'waiting' and kind = kinds.column1)
      from (values ${sql.join(kinds.map((kind) => sql`(${kind})`))}) as kinds
    union all
    select kind, (select min(lane) from jobs
        where state = 'waiting' and jobs.kind = lanes.kind and jobs.lane > lanes.lane)
      from lanes where lane is not null)
  select (select id ${firstOfLane}) as id, (select run_at ${firstOfLane}) as run_at from lanes
    where lane is not null and lane not in (select value from json_each(${JSON.stringify(exceptLanes)}))) as firsts`;
};

/** Its parameters in their order. */
const valuesOf = ({ id }: Workstation, { kinds, exceptLanes }: JobSearch): readonly unknown[] => [
  ...kinds,
  id,
  id,
  JSON.stringify(exceptLanes),
];

function jobReads(db: Kysely<Schema>, workstation: Workstation) {
  const jobs = tableOf(db, 'jobs');
  return {
    waitingOfLane: (lane: string, kind: JobKind) =>
      jobs.rows({ lane, kind, state: 'waiting' }).orderBy('runAt').orderBy('id').execute(),

    /** The next job of this lane for a worker. */
    async nextOfLane(lane: string, kind: JobKind, now: number): Promise<Job | undefined> {
      const values = [kind, lane, workstation.id, now];
      const { rows } = await executeKept(db, 'next job of lane', values, () =>
        sql<Job>`select * from jobs where state = 'waiting' and kind = ${kind} and lane = ${lane}
          and workstation_id in ('', ${workstation.id}) and run_at <= ${now} order by run_at, id limit 1`.compile(
          db,
        ),
      );
      return rows[0];
    },

    ofSubject: (subjectId: string) => jobs.row({ subjectId }),

    /** When the next waiting job of these kinds is due; null: none. */
    async nextDueAt(kinds: readonly JobKind[], exceptLanes: readonly string[] = []): Promise<number | null> {
      const search = { kinds, exceptLanes };
      const { rows } = await executeKept(db, `next due ${kinds.join()}`, valuesOf(workstation, search), () =>
        sql<{
          at: number | null;
        }>`select min(run_at) as at from ${firstOfLanes(workstation, search)}`.compile(db),
      );
      return rows[0]?.at ?? null;
    },

    /** Jobs that this workstation has claimed, or that are due for it until then. */
    inHand: (until: number) =>
      db
        .selectFrom('jobs')
        .select(['kind', rowTotal])
        .where((where) =>
          where.or([
            where.and([where('state', '=', 'claimed'), where('claimedBy', '=', workstation.id)]),
            where.and([
              where('state', '=', 'waiting'),
              where('workstationId', 'in', ['', workstation.id]),
              where('runAt', '<=', until),
            ]),
          ]),
        )
        .groupBy('kind')
        .execute(),

    /** Claimed jobs. */
    claimed: () => jobs.rows({ state: 'claimed' }).orderBy('id').execute(),

    /** Does the worker that claimed it still hold it? */
    async isHeld({ id, fence }: HeldJob): Promise<boolean> {
      // After the promotion of a server that lost a claim, another bench issues the same fence.
      return (await jobs.count({ id, fence, state: 'claimed', claimedBy: workstation.id })) > 0;
    },

    counts: () =>
      db.selectFrom('jobs').select(['kind', 'state', rowTotal]).groupBy(['kind', 'state']).execute(),
  };
}

function jobWrites(db: Kysely<Schema>, workstation: Workstation) {
  const jobs = tableOf(db, 'jobs');
  /** In one statement. */
  const claimFirst = async (search: JobSearch, now: number): Promise<Job | undefined> => {
    const values = [workstation.id, ...valuesOf(workstation, search), now];
    const { rows } = await executeKept(db, `claim ${search.kinds.join()}`, values, () =>
      sql<Job>`update jobs
        set state = 'claimed', claimed_by = ${workstation.id}, attempts = attempts + 1, fence = fence + 1
        where id = (select id from ${firstOfLanes(workstation, search)}
          where run_at <= ${now} order by run_at, id limit 1) returning *`.compile(db),
    );
    return rows[0];
  };
  return {
    insert: jobs.insert,

    /** Claims up to `limit` jobs, the longest due first; no other worker holds them. */
    async claim(
      kinds: readonly JobKind[],
      limit: number,
      now: number,
      exceptLanes: readonly string[] = [],
    ): Promise<Job[]> {
      const claimed: Job[] = [];
      while (claimed.length < limit) {
        const job = await claimFirst({ kinds, exceptLanes }, now);
        if (job === undefined) break;
        claimed.push(job);
      }
      return claimed.sort((a, b) => (a.id < b.id ? -1 : 1));
    },

    /** Returns a job to the queue, perhaps as another kind (`book` → `find`). false: another worker has it now. */
    putBack: ({ id, fence }: HeldJob, runAt: number, kind?: JobKind) =>
      jobs.update({ id, fence }, { state: 'waiting', runAt, fence: fence + 1, ...(kind && { kind }) }),

    /** Parks it for a person, perhaps as another kind. false: another worker has it now. */
    park: ({ id, fence }: HeldJob, kind?: JobKind) =>
      jobs.update({ id, fence }, { state: 'parked', fence: fence + 1, ...(kind && { kind }) }),

    /** Moves it to another lane. */
    async moveToLane(id: string, lane: string): Promise<void> {
      await jobs.update({ id }, { lane });
    },

    /** Deletes a finished job. false: another worker has it now, or finished it. */
    settle: ({ id, fence }: HeldJob) => jobs.remove({ id, fence }),

    /** Queues again what this workstation parked: restarting is how a person asks for it. */
    async unpark(): Promise<void> {
      const ours = ['', workstation.id];
      await released(db).where('state', '=', 'parked').where('claimedBy', 'in', ours).execute();
    },

    /** Claims a job without a living holder for this workstation, whatever its state. */
    takeOver: (id: string): Promise<Job> =>
      db
        .updateTable('jobs')
        .set((set) => ({ state: 'claimed', claimedBy: workstation.id, fence: set('fence', '+', 1) }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow(),

    /** Returns jobs of a dead process to the queue; a worker of it that still lives no longer holds them. */
    async release(ids: readonly string[]): Promise<void> {
      await released(db).where('state', '=', 'claimed').where('id', 'in', listed(ids)).execute();
    },
  };
}

const released = (db: Kysely<Schema>) =>
  db.updateTable('jobs').set((set) => ({ state: 'waiting', fence: set('fence', '+', 1) }));

function jobTimes(db: Kysely<Schema>) {
  const waiting = (runAt: number) => db.updateTable('jobs').set({ runAt }).where('state', '=', 'waiting');
  /** Makes jobs with a later time due now. */
  const hastened = (now: number) => waiting(now).where('runAt', '>', now);

  return {
    /** Delays every waiting job of a lane until then: the network or the platform is away. */
    async delayLane(lane: string, kind: JobKind, runAt: number): Promise<void> {
      await waiting(runAt)
        .where('lane', '=', lane)
        .where('kind', '=', kind)
        .where('runAt', '<', runAt)
        .execute();
    },

    /** Makes this lane's waiting jobs due now: what held them back is over. */
    async hastenLane(lane: string, kind: JobKind, now: number): Promise<void> {
      await hastened(now).where('lane', '=', lane).where('kind', '=', kind).execute();
    },

    async wakeKinds(kinds: readonly JobKind[], now: number): Promise<void> {
      await hastened(now).where('kind', 'in', kinds).execute();
    },

    /** Makes all jobs of one lane due now. */
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

export function createJobRepository(db: Kysely<Schema>, workstation: Workstation) {
  return { ...jobReads(db, workstation), ...jobWrites(db, workstation), ...jobTimes(db) };
}
