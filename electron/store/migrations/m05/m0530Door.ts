import { type Kysely, sql } from 'kysely';

const statements = [
  // Programs of the shop's own: of a token only the digest.
  `create table door_tokens (
    id text not null, name text not null, scopes text not null, digest text not null,
    created_at integer not null, created_by text not null, expires_at integer not null,
    revoked_at integer, used_at integer, primary key (id))`,
  `create table door_answers (
    token_id text not null, call_key text not null, digest text not null, answer_json text not null,
    at integer not null, primary key (token_id, call_key))`,
  `create index door_answers_at on door_answers(at)`,
];

export const m0530Door = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
