import { type Kysely, sql } from 'kysely';

/**
 * A booking that a restored backup has missed may be of an order whose code it does not have: what goods it carried, to
 * which order a person gave it, and which orders are not it.
 */
export const m0200SameNumbers = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of [
      `goods_of text not null default ''`,
      `order_id text not null default ''`,
      `other_than_json text not null default '[]'`,
    ])
      await sql`alter table outside_references add column ${sql.raw(column)}`.execute(db);
    await db.schema
      .createIndex('outside_references_order_id')
      .on('outside_references')
      .column('order_id')
      .where(sql.raw<boolean>(`order_id <> ''`))
      .execute();
  },
};
