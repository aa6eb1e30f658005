import { type Kysely, sql } from 'kysely';

/** Each bench of a shared book has a pair of keys: by its public half the others seal for it what one that is shut out does not get. */
export const m0630BenchKeys = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create table bench_keys (
          workstation_id text not null, public_key text not null, proof text not null, key_tag text not null,
          wrapped_keys text not null, primary key (workstation_id))`,
      )
      .execute(db);
  },
};
