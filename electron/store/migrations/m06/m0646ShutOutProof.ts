import { type Kysely, sql } from 'kysely';

/** Who shuts a bench out proves it by the keys of the book: whoever merely writes to the tables makes no bench forget anything. */
export const m0646ShutOutProof = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw("alter table workstations add column shut_out_proof text not null default ''").execute(db);
  },
};
