import { type Kysely, sql } from 'kysely';

const statements = [`alter table operators add column badge_digest text not null default ''`];

export const m0625Badges = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
