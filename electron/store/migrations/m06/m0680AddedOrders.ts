import { type Kysely, sql } from 'kysely';

const statements = [
  'drop trigger order_totals_insert',
  'drop trigger open_goods_added',
  'drop trigger door_events_order_added',
];

/**
 * What follows from new orders is written once for all that come in together. A table that anything follows by trigger gets its rows
 * in SQLite through a second table in memory, which took a quarter of an insert of 200 orders.
 */
export const m0680AddedOrders = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
