import type { Kysely } from 'kysely';
import type { OrderPart, Schema } from '../schema.ts';

/** Ids asked for with one statement. */
const idChunk = 500;

export function createOrderPartRepository(db: Kysely<Schema>) {
  async function where(column: 'orderId' | 'originId', ids: readonly string[]): Promise<OrderPart[]> {
    const found: OrderPart[] = [];
    for (let start = 0; start < ids.length; start += idChunk) {
      found.push(
        ...(await db
          .selectFrom('orderParts')
          .selectAll()
          .where(column, 'in', ids.slice(start, start + idChunk))
          .orderBy('orderId')
          .orderBy('originId')
          .execute()),
      );
    }
    return found;
  }
  return {
    /** What travels in these orders. */
    inOrders: (orderIds: readonly string[]) => where('orderId', orderIds),
    /** In what these orders travel. */
    ofOrigins: (originIds: readonly string[]) => where('originId', originIds),
    async insertMany(rows: readonly OrderPart[]): Promise<void> {
      if (rows.length > 0) await db.insertInto('orderParts').values(rows).execute();
    },
    async removeOrder(orderId: string): Promise<void> {
      await db.deleteFrom('orderParts').where('orderId', '=', orderId).execute();
    },
  };
}
