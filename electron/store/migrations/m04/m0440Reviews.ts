import { type Kysely, sql } from 'kysely';

const statements = [
  `create table reviews (
    kind text not null, from_at integer not null, made_at integer not null, review_json text not null,
    primary key (kind, from_at))`,
  // How many exceptions of a time there were, by kind.
  `create index tracking_cases_opened_at on tracking_cases(opened_at, kind)`,
];

export const m0440Reviews = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
