import { type Kysely, sql } from 'kysely';

const statements = [
  `create table repeat_answers (
    layout text primary key not null, answer text not null, created_at integer not null)`,
];

export const m0466RepeatAnswers = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
