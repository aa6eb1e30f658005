import { type Kysely, sql } from 'kysely';

/** Ready orders by what is in them: packed in one go, they are booked in one go. */
export const m0486ReadyGoods = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`create index orders_ready_goods on orders(goods_text, id) where state = 'ready'`)
      .execute(db);
  },
};
