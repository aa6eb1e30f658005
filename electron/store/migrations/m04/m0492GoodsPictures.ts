import { type Kysely, sql } from 'kysely';

const statements = [
  // A cache: what is not here is fetched again. Bytes null: it could not be had at that time.
  `create table goods_pictures (
    link text primary key not null, type text not null, bytes blob, fetched_at integer not null,
    used_at integer not null)`,
  `create index goods_pictures_used_at on goods_pictures(used_at)`,
];

export const m0492GoodsPictures = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
