import { type Kysely, type SqlBool, sql } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { Schema } from '../schema.ts';

/** Orders by what a gun reads off them. */
export function scannedNumberReads(db: Kysely<Schema>) {
  const orders = tableOf(db, 'orders');
  const begins = (column: 'orderKey' | 'waybillNo', text: string) =>
    db
      .selectFrom('orders')
      .select('id')
      .where(column, '>=', text)
      .where(column, '<', `${text}\uffff`)
      .$if(column === 'waybillNo', (query) => query.where(sql<SqlBool>`waybill_no <> ''`))
      .limit(1)
      .executeTakeFirst();
  return {
    /** Booked under this very number; of several boxes it is the booking's. One that gave it back comes after whoever has it now. */
    orderOfWaybill: (waybillNo: string) =>
      orders
        .rows({ waybillNo })
        .where(sql<SqlBool>`waybill_no <> ''`)
        .orderBy(sql`case when state = 'cancelled' then 1 else 0 end`)
        .executeTakeFirst(),

    /** Is it the beginning of an order's number, or of its waybill? */
    isBeginning: async (text: string): Promise<boolean> =>
      (await begins('orderKey', text)) !== undefined || (await begins('waybillNo', text)) !== undefined,
  };
}
