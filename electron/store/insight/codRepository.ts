import { type Kysely, sql } from 'kysely';
import type { CodMatch } from '../../../shared/domain/bills/bill.ts';
import { countRows, tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { CodPayout, Schema } from '../schema.ts';

/** What one message or one bill tells of the money of a parcel. */
export type CodWord = Omit<CodPayout, 'heardAt' | 'confirmedAt' | 'confirmedBy'>;

/** Whose money it is. */
export interface CodOrder {
  readonly waybillNo: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly bookedCarrier: string;
}

export interface CodFilter {
  readonly match?: CodMatch | undefined;
  /** A waybill or an order number. */
  readonly search?: string | undefined;
}

/**
 * Money was reported of a parcel that nobody took: refused and sent back, or cancelled. A number that was given back may be another order's by
 * now, so the report must be of this one.
 */
const isPaidUndelivered = sql<boolean>`(cod_payouts.order_id in ('', orders.id)
  and (orders.state in ('cancelled', 'returned') or tracking.state in ('returning', 'returned'))
  and case when cod_payouts.told_fen is not null then cod_payouts.told_fen > 0
    else cod_payouts.paid_out_at is not null or cod_payouts.received_at is not null end)`;

/** Every parcel to be paid on delivery that has a number, and how far its money is. */
function matched(db: Kysely<Schema>, signedBefore: number) {
  const match = sql<CodMatch>`case
    when cod_payouts.confirmed_at is not null then 'received'
    when ${isPaidUndelivered} then 'differs'
    when cod_payouts.told_fen is not null and cod_payouts.told_fen <> orders.cod_fen then 'differs'
    when cod_payouts.received_at is not null then 'received'
    when cod_payouts.paid_out_at is not null then 'paid-out'
    when tracking.state = 'signed' and tracking.last_at < ${signedBefore} then 'overdue'
    when tracking.state = 'signed' then 'awaiting'
    else 'on-the-way' end`;
  const query = db
    .selectFrom('orders')
    .leftJoin('tracking', 'tracking.waybillNo', 'orders.waybillNo')
    .leftJoin('codPayouts', 'codPayouts.waybillNo', 'orders.waybillNo')
    .where('orders.codFen', '>', 0)
    .where('orders.waybillNo', '<>', '')
    .where((where) =>
      where.or([where('orders.state', 'not in', ['cancelled', 'returned']), isPaidUndelivered]),
    );
  // Of what nobody took no money should come.
  const dueFen = sql<number>`case when ${isPaidUndelivered} then 0 else orders.cod_fen end`;
  return { query, match, dueFen };
}

function codReads(db: Kysely<Schema>) {
  const filtered = (signedBefore: number, { match: wanted, search = '' }: CodFilter) => {
    const { query, match, dueFen } = matched(db, signedBefore);
    const text = search.trim();
    const rows = query
      .$if(wanted !== undefined, (of) => of.where(match, '=', wanted ?? 'overdue'))
      .$if(text !== '', (of) =>
        of.where((where) =>
          where.or([where('orders.waybillNo', '=', text.toUpperCase()), where('orders.orderNo', '=', text)]),
        ),
      );
    return { rows, match, dueFen };
  };
  return {
    countMatching: (signedBefore: number, filter: CodFilter) =>
      countRows(filtered(signedBefore, filter).rows),

    /** Parcels of one kind, the longest signed for first. */
    matching: (signedBefore: number, filter: CodFilter, { offset, limit }: WindowRequest) => {
      const { rows, match, dueFen } = filtered(signedBefore, filter);
      return rows
        .select([
          'orders.id as orderId',
          'orders.orderNo',
          'orders.waybillNo',
          dueFen.as('codFen'),
          'orders.bookedCarrier as carrier',
          'tracking.lastAt',
          sql<number>`tracking.state = 'signed'`.as('isSigned'),
          'codPayouts.awaitingAt',
          'codPayouts.paidOutAt',
          'codPayouts.receivedAt',
          'codPayouts.toldFen',
          'codPayouts.confirmedAt',
          sql<string>`coalesce(cod_payouts.confirmed_by, '')`.as('confirmedBy'),
          match.as('match'),
        ])
        .orderBy('tracking.lastAt')
        .orderBy('orders.id')
        .limit(limit)
        .offset(offset)
        .execute();
    },

    /** For each kind: how many parcels, how much money should come, how much was reported. */
    matchTotals: (signedBefore: number) => {
      const { query, match, dueFen } = matched(db, signedBefore);
      return query
        .select([
          match.as('match'),
          sql<number>`count(*)`.as('parcels'),
          sql<number>`sum(${dueFen})`.as('codFen'),
          sql<number>`coalesce(sum(cod_payouts.told_fen), 0)`.as('toldFen'),
        ])
        .groupBy(sql.ref('match'))
        .execute();
    },
  };
}

/** What a person says of the money, beside what is reported. */
function codConfirmations(db: Kysely<Schema>) {
  return {
    /** The order to be paid on delivery that has this number. */
    orderOf: (waybillNo: string) =>
      matched(db, 0)
        .query.select([
          'orders.waybillNo',
          'orders.id as orderId',
          'orders.orderNo',
          'orders.bookedCarrier',
          'codPayouts.confirmedAt',
        ])
        .where('orders.waybillNo', '=', waybillNo)
        .executeTakeFirst(),

    /** A person says that the money is there, or (`null`) takes that back; what was reported stays beside it. */
    async confirm(
      { waybillNo, orderId, orderNo, bookedCarrier }: CodOrder,
      confirmed: { readonly at: number; readonly by: string } | null,
    ): Promise<void> {
      const says = { confirmedAt: confirmed?.at ?? null, confirmedBy: confirmed?.by ?? '' };
      await db
        .insertInto('codPayouts')
        .values({
          waybillNo,
          carrier: bookedCarrier,
          accountId: '',
          orderId,
          orderNo,
          awaitingAt: null,
          paidOutAt: null,
          receivedAt: null,
          toldFen: null,
          accountHolder: '',
          accountTail: '',
          billId: '',
          heardAt: 0,
          ...says,
        })
        .onConflict((conflict) => conflict.column('waybillNo').doUpdateSet(says))
        .execute();
    },
  };
}

export function createCodRepository(db: Kysely<Schema>) {
  const payouts = tableOf(db, 'codPayouts');
  return {
    ...codReads(db),
    ...codConfirmations(db),
    ofWaybill: (waybillNo: string) => payouts.row({ waybillNo }),

    ofOrder: (orderId: string) => payouts.rows({ orderId }).orderBy('waybillNo').execute(),

    /** What is known stays known: a time once reported is kept, whichever order the messages come in. */
    async hear(word: CodWord, heardAt: number): Promise<void> {
      const kept = (column: string) =>
        sql<number | null>`coalesce(cod_payouts.${sql.ref(column)}, excluded.${sql.ref(column)})`;
      const newer = (column: string) =>
        sql<string>`case when excluded.${sql.ref(column)} = '' then cod_payouts.${sql.ref(column)} else excluded.${sql.ref(column)} end`;
      await db
        .insertInto('codPayouts')
        .values({ ...word, heardAt, confirmedAt: null, confirmedBy: '' })
        .onConflict((conflict) =>
          conflict.column('waybillNo').doUpdateSet({
            awaitingAt: kept('awaiting_at'),
            paidOutAt: kept('paid_out_at'),
            receivedAt: kept('received_at'),
            toldFen: sql<number | null>`coalesce(excluded.told_fen, cod_payouts.told_fen)`,
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

    /** Money reported for numbers that no order here has. */
    strangers: () => payouts.count({ orderId: '' }),

    /** What a removed bill reported is no longer known; what a platform or a person said stays. */
    async forgetBill(billId: string): Promise<void> {
      const told = { toldFen: null, billId: '' };
      const ofBill = db.updateTable('codPayouts').where('billId', '=', billId);
      await ofBill.set(told).where('accountId', '<>', '').execute();
      await db
        .deleteFrom('codPayouts')
        .where('billId', '=', billId)
        .where('confirmedAt', 'is', null)
        .execute();
      await ofBill.set({ ...told, awaitingAt: null, paidOutAt: null }).execute();
    },
  };
}
