import { type Kysely, sql } from 'kysely';
import { createTable } from './createTable.ts';

/**
 * The review queue reads entries (same address = one entry) straight off an index, worst first; its counts touch no
 * row. Indexes are partial: an order that is understood costs nothing.
 */
export const m0060Review = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table orders add column address_key text not null default ''`.execute(db);
    await sql`alter table orders add column review_round integer not null default 0`.execute(db);
    await sql`update orders set address_key = id`.execute(db);
    await sql`drop index orders_confidence_id`.execute(db);
    for (const [name, columns] of Object.entries({
      orders_review: 'review_round, confidence, address_key, id',
      orders_review_issue: 'error_code, review_round, confidence, address_key, id',
      orders_review_address: 'address_key, id',
    }))
      await sql`create index ${sql.raw(name)} on orders(${sql.raw(columns)}) where state = 'needs-review'`.execute(
        db,
      );
    await sql`alter table history add column step_id text not null default ''`.execute(db);
    await sql`create index history_step on history(step_id, id) where step_id <> ''`.execute(db);
    await createTable(db, {
      name: 'drafts',
      columns: { name: 'text', value_json: 'text', at: 'integer' },
      primaryKey: ['name'],
    });
  },
};
