import { type Kysely, sql } from 'kysely';

/** Who asked for a booking: its labels are printed long after that person pressed the key. */
export const m0210AskedBy = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table shipments add column asked_by text not null default ''`.execute(db);
  },
};
