import { type Kysely, sql } from 'kysely';

/** A number bound by hand after the backup was made is adopted with its carrier. */
export const m0150BoundNumbers = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table outside_references add column carrier text not null default ''`.execute(db);
  },
};
