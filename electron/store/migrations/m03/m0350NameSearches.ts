import { type Kysely, sql } from 'kysely';

export const m0350NameSearches = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create table name_searches (
          operator_id text primary key not null, budget_left real not null, at integer not null,
          unrecorded integer not null, proofs_json text not null)`,
      )
      .execute(db);
  },
};
