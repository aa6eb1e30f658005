import { type Kysely, sql } from 'kysely';

/** How often each bench has written to a shared book: a bench that finds fewer than it remembers is at a book that went back. */
export const m0645BenchWrites = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        'create table bench_writes (workstation_id text not null, number integer not null, primary key (workstation_id))',
      )
      .execute(db);
  },
};
