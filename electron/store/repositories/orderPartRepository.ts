import type { Kysely } from 'kysely';
import type { OrderPartsTable, Schema } from '../schema.ts';

/** Ids asked for with one statement. */
const idChunk = 500;

export function createOrderPartRepository(db: Kysely<Schema>) {
  async function where(column: 'order_id' | 'origin_id', ids: readonly string[]): Promise<OrderPartsTable[]> {
    const found: OrderPartsTable[] = [];
    for (let start = 0; start < ids.length; start += idChunk) {
      found.push(
        ...(await db
          .selectFrom('order_parts')
          .selectAll()
          .where(column, 'in', ids.slice(start, start + idChunk))
          .orderBy('order_id')
          .orderBy('origin_id')
          .execute()),
      );
    }
    return found;
  }
  return {
    /** What travels in these orders. */
    inOrders: (orderIds: readonly string[]) => where('order_id', orderIds),
    /** In what these orders travel. */
    ofOrigins: (originIds: readonly string[]) => where('origin_id', originIds),
    async insertMany(rows: readonly OrderPartsTable[]): Promise<void> {
      if (rows.length > 0) await db.insertInto('order_parts').values(rows).execute();
    },
    async removeOrder(orderId: string): Promise<void> {
      await db.deleteFrom('order_parts').where('order_id', '=', orderId).execute();
    },
  };
}
