import { type Kysely, sql } from 'kysely';

const statements = [
  'drop index orders_ready_goods',
  `create index orders_ready_goods on orders(stretch, goods_text, id) where state = 'ready'`,
];

/** New orders went to as many places of it as there are kinds of goods: a quarter of all that an import wrote. */
export const m0690GoodsStretches = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
