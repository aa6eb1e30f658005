import { type Kysely, sql } from 'kysely';

const statements = [
  'drop index jobs_state_kind_run_at_id',
  'create index jobs_lanes on jobs(state, kind, lane, run_at, id)',
];

/** Behind a lane that is full thousands may wait: the next job of each lane is found without reading them. */
export const m0664JobLanes = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
