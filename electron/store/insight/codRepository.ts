import { type Kysely, sql } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { CodPayout, Schema } from '../schema.ts';

/** What one message or one bill tells of the money of a parcel. */
export type CodWord = Omit<CodPayout, 'heardAt'>;

/** Parcels signed for, to be paid on delivery, whose money has not been received, oldest first. */
function owed(db: Kysely<Schema>, signedBefore: number) {
  return db
    .selectFrom('orders')
    .innerJoin('tracking', 'tracking.waybillNo', 'orders.waybillNo')
    .leftJoin('codPayouts', 'codPayouts.waybillNo', 'orders.waybillNo')
    .where('orders.codFen', '>', 0)
    .where('orders.waybillNo', '<>', '')
    .where('tracking.state', '=', 'signed')
    .where('tracking.lastAt', '<', signedBefore)
    .where('codPayouts.receivedAt', 'is', null);
}

export function createCodRepository(db: Kysely<Schema>) {
  const payouts = tableOf(db, 'codPayouts');
  return {
    ofWaybill: (waybillNo: string) => payouts.row({ waybillNo }),

    ofOrder: (orderId: string) => payouts.rows({ orderId }).orderBy('waybillNo').execute(),

    /** What is known stays known: a time once told is kept, whichever order the messages come in. */
    async hear(word: CodWord, heardAt: number): Promise<void> {
      const kept = (column: string) =>
        sql<number | null>`coalesce(cod_payouts.${sql.ref(column)}, excluded.${sql.ref(column)})`;
      const newer = (column: string) =>
        sql<string>`case when excluded.${sql.ref(column)} = '' then cod_payouts.${sql.ref(column)} else excluded.${sql.ref(column)} end`;
      await db
        .insertInto('codPayouts')
        .values({ ...word, heardAt })
        .onConflict((conflict) =>
          conflict.column('waybillNo').doUpdateSet({
            awaitingAt: kept('awaiting_at'),
            paidOutAt: kept('paid_out_at'),
            receivedAt: kept('received_at'),
            toldFen: kept('told_fen'),
            carrier: newer('carrier'),
            accountId: newer('account_id'),
            orderId: newer('order_id'),
            orderNo: newer('order_no'),
            accountHolder: newer('account_holder'),
            accountTail: newer('account_tail'),
            billId: newer('bill_id'),
            heardAt,
          }),
        )
        .execute();
    },

    owed: (signedBefore: number, { offset, limit }: WindowRequest) =>
      owed(db, signedBefore)
        .select([
          'orders.id as orderId',
          'orders.orderNo',
          'orders.waybillNo',
          'orders.codFen',
          'tracking.carrier',
          'tracking.lastAt as signedAt',
          'codPayouts.awaitingAt',
          'codPayouts.paidOutAt',
          'codPayouts.toldFen',
        ])
        .orderBy('tracking.lastAt')
        .orderBy('orders.id')
        .limit(limit)
        .offset(offset)
        .execute(),

    /** How many there are and how much money it is. */
    async owedSum(signedBefore: number): Promise<{ readonly parcels: number; readonly codFen: number }> {
      const row = await owed(db, signedBefore)
        .select([sql<number>`count(*)`.as('parcels'), sql<number | null>`sum(orders.cod_fen)`.as('fen')])
        .executeTakeFirst();
      return { parcels: row?.parcels ?? 0, codFen: row?.fen ?? 0 };
    },
  };
}
