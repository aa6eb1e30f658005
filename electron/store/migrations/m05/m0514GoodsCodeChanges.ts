import { type Kysely, sql } from 'kysely';

const statements = [
  // What was taught, corrected, forgotten or imported last, so that it can be undone.
  `create table goods_code_changes (
    no integer primary key autoincrement, act text not null, at integer not null, operator text not null,
    rows_json text not null, undone_at integer)`,
  `create index goods_codes_saved_at on goods_codes(saved_at)`,
];

export const m0514GoodsCodeChanges = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
