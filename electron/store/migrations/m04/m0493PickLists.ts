import { type Kysely, sql } from 'kysely';

const statements = [
  `create table pick_lists (
    code text primary key not null, orders_json text not null, day_at integer not null, created_at integer not null,
    created_by text not null)`,
  `create index pick_lists_day_at on pick_lists(day_at)`,
];

export const m0493PickLists = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
