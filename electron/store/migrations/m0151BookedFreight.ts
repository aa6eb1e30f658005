import { type Kysely, sql } from 'kysely';

/** What a booking was estimated to cost when it was made: later price tables do not rewrite it. */
export const m0151BookedFreight = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of ["freight_json text not null default ''", 'freight_fen integer'])
      await sql`alter table shipments add column ${sql.raw(column)}`.execute(db);
    await sql`alter table orders add column freight_fen integer`.execute(db);
  },
};
