import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';

/** Orders whose number may still lie in a drawer: nobody has scanned, handed over or collected the parcel. */
const notHandedOver = ['booked', 'packed'] as const;

function laneReads(db: Kysely<Schema>) {
  return {
    /** Shipments on their way to a number, by account and state. */
    openCounts: () =>
      db
        .selectFrom('shipments')
        .select(['account_id', 'state'])
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('state', 'in', ['planned', 'sending', 'unsure', 'voiding'])
        .groupBy(['account_id', 'state'])
        .execute(),

    bookedSince: (at: number) =>
      db
        .selectFrom('shipments')
        .select('account_id')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('booked_at', '>=', at)
        .groupBy('account_id')
        .execute(),

    /** Orders that wait at an account since before then, oldest first. */
    async plannedOrderIds(accountId: string, createdBefore: number): Promise<string[]> {
      const rows = await db
        .selectFrom('shipments')
        .select('order_id')
        .where('state', '=', 'planned')
        .where('account_id', '=', accountId)
        .$if(Number.isFinite(createdBefore), (query) => query.where('created_at', '<', createdBefore))
        .orderBy('id')
        .execute();
      return rows.map((row) => row.order_id);
    },

    /** Bookings that wait since before `at`. */
    async waitingSince(at: number): Promise<number> {
      const row = await db
        .selectFrom('shipments')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('state', '=', 'planned')
        .where('created_at', '<', at)
        .executeTakeFirstOrThrow();
      return row.total;
    },
  };
}

function unshippedReads(db: Kysely<Schema>) {
  const lying = (bookedBefore: number) =>
    db
      .selectFrom('orders')
      .innerJoin('shipments', 'shipments.id', 'orders.shipment_id')
      .where('orders.state', 'in', notHandedOver)
      .where('shipments.state', '=', 'booked')
      .where('shipments.booked_at', '<=', bookedBefore);
  return {
    unshipped: (bookedBefore: number, { offset, limit }: WindowRequest) =>
      lying(bookedBefore)
        .leftJoin('accounts', 'accounts.id', 'shipments.account_id')
        .select([
          'orders.id as order_id',
          'orders.order_no',
          'orders.waybill_no',
          'orders.print_state',
          'shipments.carrier',
          'shipments.booked_at',
          'accounts.name as account_name',
        ])
        .orderBy('shipments.booked_at')
        .orderBy('orders.id')
        .limit(limit)
        .offset(offset)
        .execute(),

    /** Whole days since booking → how many. */
    unshippedByAge: (bookedBefore: number, now: number, dayMs: number) =>
      lying(bookedBefore)
        .select(sql<number>`cast((${now} - shipments.booked_at) / ${dayMs} as integer)`.as('days'))
        .select((select) => select.fn.countAll<number>().as('total'))
        .groupBy('days')
        .orderBy('days')
        .execute(),

    async countUnshipped(bookedBefore: number): Promise<number> {
      const row = await lying(bookedBefore)
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return row.total;
    },
  };
}

function unsureReads(db: Kysely<Schema>) {
  const unsure = (isForPerson: boolean | undefined) =>
    db
      .selectFrom('shipments')
      .innerJoin('orders', 'orders.id', 'shipments.order_id')
      .leftJoin('jobs', 'jobs.subject_id', 'shipments.id')
      .leftJoin('accounts', 'accounts.id', 'shipments.account_id')
      .where('shipments.state', '=', 'unsure')
      .$if(isForPerson !== undefined, (query) =>
        query.where((where) => (isForPerson ? waitsForPerson(where) : where.not(waitsForPerson(where)))),
      );
  return {
    unsure: (isForPerson: boolean | undefined, { offset, limit }: WindowRequest) =>
      unsure(isForPerson)
        .selectAll('shipments')
        .select([
          'orders.order_no',
          'accounts.name as account_name',
          'jobs.state as job_state',
          'jobs.run_at',
        ])
        .orderBy('shipments.sent_at')
        .orderBy('shipments.id')
        .limit(limit)
        .offset(offset)
        .execute(),

    async countUnsure(isForPerson?: boolean): Promise<number> {
      const row = await unsure(isForPerson)
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return row.total;
    },
  };
}

/** Its job was parked: the machine has asked as often as it should. */
function waitsForPerson(where: ExpressionBuilder<Schema & { jobs: Schema['jobs'] }, 'jobs'>) {
  return where.and([sql<SqlBool>`coalesce(jobs.state, 'parked') = 'parked'`]);
}

/** What stands in the booking queue and what came of it, over all accounts. */
export function createBookingReads(db: Kysely<Schema>) {
  return { ...laneReads(db), ...unshippedReads(db), ...unsureReads(db) };
}
