import { type Kysely, sql } from 'kysely';

/** A print job keeps what the words of its failure name, and the paper its label must be printed on. */
export const m0160PrintReasons = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of [
      `error_params_json text not null default '{}'`,
      `media_size text not null default ''`,
    ])
      await sql`alter table print_jobs add column ${sql.raw(column)}`.execute(db);
  },
};
