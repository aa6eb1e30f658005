import { type Kysely, sql } from 'kysely';
import type { Workstation } from '../../../shared/domain/workstation.ts';
import type { Duty, Schema } from '../schema.ts';
import { storeNow } from './storeTime.ts';

/** A start that is later than this was planned by a clock that has been set back since. */
const furthestMs = 60_000;
/** Starts of a higher pace are all older than a second by then. */
const slowedMs = 1_100;

/** A moment that was given to one call alone. */
export interface GrantedStart {
  /** UTC ms by the clock of the store, as `now`. */
  readonly at: number;
  readonly now: number;
}

/** Starts of calls, given away one by one to whoever of the workstations asks. */
export function createPaceRepository(db: Kysely<Schema>) {
  return {
    /** The next start of a lane, at least `leadMs` from now; the one after it follows `spacingMs` later. */
    async reserve(lane: string, spacingMs: number, leadMs: number): Promise<GrantedStart> {
      const soon = sql`${storeNow} + ${sql.lit(leadMs)}`;
      const free = sql`paces.next_at + case when excluded.spacing_ms > paces.spacing_ms then ${sql.lit(slowedMs)} else 0 end`;
      const at = sql`case when ${free} > excluded.started_at and ${free} < excluded.started_at + ${sql.lit(furthestMs)}
        then ${free} else excluded.started_at end`;
      const { rows } = await sql<GrantedStart>`
        insert into paces (lane, started_at, next_at, spacing_ms)
        -- The clock is read once: it may tick between two readings.
        select ${lane}, soon, soon + ${sql.lit(spacingMs)}, ${sql.lit(spacingMs)} from (select ${soon} as soon) as clock
        where true
        on conflict (lane) do update set started_at = ${at}, next_at = ${at} + excluded.spacing_ms,
          spacing_ms = excluded.spacing_ms
        returning started_at as at, ${storeNow} as now`.execute(db);
      return rows[0] as GrantedStart;
    },
  };
}

/** What one of the workstations does for all. */
export function createDutyRepository(db: Kysely<Schema>, { id: workstationId }: Workstation) {
  return {
    /** true: it is this workstation's now; it is free when nobody has it who is there. */
    async take(name: string): Promise<boolean> {
      const { rows } = await sql`
        insert into duties (name, workstation_id) values (${name}, ${workstationId})
        on conflict (name) do update set workstation_id = excluded.workstation_id
        where duties.workstation_id = excluded.workstation_id or not exists (
          select 1 from workstation_leases l
          where l.workstation_id = duties.workstation_id and l.lease_until > ${storeNow})
        returning name`.execute(db);
      return rows.length > 0;
    },

    /** Who took each last; it is theirs as long as they are there. */
    all: (): Promise<readonly Duty[]> => db.selectFrom('duties').selectAll().orderBy('name').execute(),
  };
}

/** Numbers are given before they are seen: one that was late is still found among so many of the last. */
const lateNotices = 200;

export function createNoticeRepository(db: Kysely<Schema>, { id: workstationId }: Workstation) {
  return {
    async add(topics: string): Promise<void> {
      await db.insertInto('changeNotices').values({ at: storeNow, workstationId, topics }).execute();
    },

    /** 0: there is none. */
    async lastNo(): Promise<number> {
      const newest = await db
        .selectFrom('changeNotices')
        .select((select) => select.fn.max('no').as('no'))
        .executeTakeFirst();
      return Number(newest?.no ?? 0);
    },

    /** Of others, from a little before this number on: whoever reads knows which were read already. */
    async around(last: number): Promise<readonly { readonly no: number; readonly topics: string }[]> {
      const rows = await db
        .selectFrom('changeNotices')
        .select(['no', 'topics'])
        .where('no', '>', last - lateNotices)
        .where('workstationId', '<>', workstationId)
        .orderBy('no')
        .execute();
      return rows.map(({ no, topics }) => ({ no: Number(no), topics }));
    },

    async forget(olderThanMs: number): Promise<void> {
      await db
        .deleteFrom('changeNotices')
        .where('at', '<', sql<number>`${storeNow} - ${sql.lit(olderThanMs)}`)
        .execute();
    },
  };
}
