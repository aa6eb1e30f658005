import { type Kysely, sql } from 'kysely';

const statements = [
  `create table erased_orders (
    order_id text not null, erased_at integer not null, person_mark text not null, primary key (order_id))
    without rowid`,
];

export const m0570ErasedOrders = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
