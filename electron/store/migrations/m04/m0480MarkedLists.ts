import { type Kysely, sql } from 'kysely';

const statements = [
  // The labels behind a mark of the board, the newest first.
  `create index print_jobs_sent_or_wanted on print_jobs(coalesce(sent_at, wanted_at), id, state, copy_no)`,
];

export const m0480MarkedLists = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
