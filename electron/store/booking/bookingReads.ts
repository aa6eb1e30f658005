import { type Kysely, type SqlBool, sql } from 'kysely';
import { countRows, listed, rowTotal } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Schema } from '../schema.ts';
import { nameOfAccount } from './accountRepository.ts';

/** Orders whose number may still lie in a drawer: nobody has scanned, handed over or collected the parcel. */
const notHandedOver = ['booked', 'packed'] as const;

function laneReads(db: Kysely<Schema>) {
  return {
    /** Shipments still without an outcome, by account and state. */
    openCounts: () =>
      db
        .selectFrom('shipments')
        .select(['accountId', 'state', rowTotal])
        .where('state', 'in', ['planned', 'sending', 'unsure', 'voiding'])
        .groupBy(['accountId', 'state'])
        .execute(),

    bookedSince: (at: number) =>
      db
        .selectFrom('shipments')
        .select(['accountId', rowTotal])
        .where('bookedAt', '>=', at)
        // By the plain column name the whole account index would be read for the grouping.
        .groupBy(sql`+account_id`)
        .execute(),

    /** Orders waiting at an account since before then, oldest first. */
    async plannedOrderIds(accountId: string, createdBefore: number): Promise<string[]> {
      const rows = await db
        .selectFrom('shipments')
        .select('orderId')
        .where('state', '=', 'planned')
        .where('accountId', '=', accountId)
        .$if(Number.isFinite(createdBefore), (query) => query.where('createdAt', '<', createdBefore))
        .orderBy('id')
        .execute();
      return rows.map((row) => row.orderId);
    },

    /** Orders that are ready again because the account was refused with this code, and that went no other way since. */
    async stoppedOrderIds(accountId: string, errorCode: string): Promise<string[]> {
      const rows = await db
        .selectFrom('shipments')
        .innerJoin('orders', 'orders.shipmentId', 'shipments.id')
        .select('orders.id')
        .where('shipments.state', '=', 'refused')
        .where('shipments.accountId', '=', accountId)
        .where('shipments.errorCode', '=', errorCode)
        .where('orders.state', '=', 'ready')
        .orderBy('orders.id')
        .execute();
      return rows.map(({ id }) => id);
    },

    /** Bookings without an outcome since before `at`. */
    stuckSince: (at: number) =>
      countRows(
        db
          .selectFrom('shipments')
          .where('state', 'in', ['planned', 'sending', 'unsure'])
          .where('createdAt', '<', at),
      ),

    /** Bookings that wait since before `at`. */
    waitingSince: (at: number) =>
      countRows(db.selectFrom('shipments').where('state', '=', 'planned').where('createdAt', '<', at)),
  };
}

function unshippedReads(db: Kysely<Schema>) {
  const lying = (bookedBefore: number) =>
    db
      .selectFrom('orders')
      .innerJoin('shipments', 'shipments.id', 'orders.shipmentId')
      .where('orders.state', 'in', notHandedOver)
      .where('shipments.state', '=', 'booked')
      .where('shipments.bookedAt', '<=', bookedBefore);
  return {
    unshipped: (bookedBefore: number, { offset, limit }: WindowRequest) =>
      lying(bookedBefore)
        .leftJoin('accounts', 'accounts.id', 'shipments.accountId')
        .leftJoin('removedAccounts', 'removedAccounts.id', 'shipments.accountId')
        .select([
          'orders.id as orderId',
          'orders.orderNo',
          'orders.waybillNo',
          'orders.printState',
          'shipments.carrier',
          'shipments.bookedAt',
          nameOfAccount,
        ])
        .orderBy('shipments.bookedAt')
        .orderBy('orders.id')
        .limit(limit)
        .offset(offset)
        .execute(),

    /** Whole days since booking → count. */
    unshippedByAge: (bookedBefore: number, now: number, dayMs: number) =>
      lying(bookedBefore)
        .select([
          sql<number>`cast((${now} - shipments.booked_at) / ${dayMs} as integer)`.as('days'),
          rowTotal,
        ])
        .groupBy('days')
        .orderBy('days')
        .execute(),

    countUnshipped: (bookedBefore: number) => countRows(lying(bookedBefore)),
  };
}

/** Bookings that only their account's merchant can ask about, or that can still be given back. */
function heldReads(db: Kysely<Schema>) {
  const idsOf = (accountIds: readonly string[]) =>
    db.selectFrom('shipments').select('id').where('accountId', 'in', listed(accountIds));
  /** From open bookings and orders that still exist: by account, every booking it ever made would be read. */
  const held = (accountIds: readonly string[]) =>
    db
      .selectFrom('shipments')
      .innerJoin('orders', 'orders.id', 'shipments.orderId')
      .where('shipments.id', 'in', () =>
        idsOf(accountIds)
          .where('state', 'in', ['planned', 'sending', 'unsure', 'voiding'])
          .unionAll(
            idsOf(accountIds)
              .where('state', '=', 'booked')
              .where('id', 'in', (lying) =>
                lying
                  .selectFrom('orders')
                  .select('shipmentId')
                  .where('state', 'in', notHandedOver)
                  .$castTo<{ readonly shipmentId: string }>(),
              ),
          ),
      );
  return {
    /** What accounts with these ids have, by state. */
    heldCounts: (accountIds: readonly string[]) =>
      held(accountIds).select(['shipments.state', rowTotal]).groupBy('shipments.state').execute(),

    /** The same as single rows, oldest first. */
    heldOrders: (accountIds: readonly string[], limit: number) =>
      held(accountIds)
        .select(['orders.id as orderId', 'orders.orderNo', 'shipments.state'])
        .orderBy('shipments.id')
        .limit(limit)
        .execute(),
  };
}

function unsureReads(db: Kysely<Schema>) {
  const unsure = () =>
    db
      .selectFrom('shipments')
      .innerJoin('orders', 'orders.id', 'shipments.orderId')
      .leftJoin('jobs', 'jobs.subjectId', 'shipments.id')
      .leftJoin('accounts', 'accounts.id', 'shipments.accountId')
      .leftJoin('removedAccounts', 'removedAccounts.id', 'shipments.accountId')
      .where('shipments.state', '=', 'unsure');
  return {
    unsure: ({ offset, limit }: WindowRequest) =>
      unsure()
        .selectAll('shipments')
        .select(['orders.orderNo', nameOfAccount, 'jobs.state as jobState', 'jobs.runAt'])
        .orderBy('shipments.sentAt')
        .orderBy('shipments.id')
        .limit(limit)
        .offset(offset)
        .execute(),

    countUnsure: () => countRows(unsure()),

    /** Their jobs were parked: all automatic questions have been asked. */
    countUnsureForPerson: () =>
      countRows(unsure().where(sql<SqlBool>`coalesce(jobs.state, 'parked') = 'parked'`)),
  };
}

/** The booking queue and its results, over all accounts. */
export function createBookingReads(db: Kysely<Schema>) {
  return { ...laneReads(db), ...unshippedReads(db), ...heldReads(db), ...unsureReads(db) };
}

/** The figures of a run of bookings. Open bookings have a job, and the table of jobs is small however large the book. */
export function createBookingRunRepository(db: Kysely<Schema>) {
  const open = db
    .selectFrom('jobs')
    .innerJoin('shipments', 'shipments.id', 'jobs.subjectId')
    .where('jobs.kind', 'in', ['book', 'find']);
  return {
    /** Open bookings planned since then, by state of the booking and of its job. */
    openCounts: (since: number) =>
      open
        .where('jobs.createdAt', '>=', since)
        .select(['shipments.state', 'jobs.state as jobState', rowTotal])
        .groupBy(['shipments.state', 'jobs.state'])
        .execute(),

    /** When the oldest booking still to be sent was planned; null: none. */
    async oldestOpenAt(): Promise<number | null> {
      const row = await open
        .where('shipments.state', 'in', ['planned', 'sending'])
        .select((select) => select.fn.min('jobs.createdAt').as('at'))
        .executeTakeFirst();
      return (row?.at as number | null | undefined) ?? null;
    },

    /**
     * Not booked since then and not planned again: rejected by the platform, or given back unsent because the whole account was rejected.
     */
    async notBookedSince(at: number) {
      const rows = await db
        .selectFrom('orders')
        .select(['state', rowTotal])
        .where('shipmentState', '=', 'refused')
        .where('errorCode', '<>', '')
        .where('updatedAt', '>=', at)
        .groupBy('state')
        .execute();
      const inState = (state: string) => rows.find((row) => row.state === state)?.total ?? 0;
      return { refused: inState('needs-review'), returned: inState('ready') };
    },

    /** Bookings of which nothing was sent, oldest first. */
    waiting: (filter: { readonly since?: number; readonly accountId?: string }) =>
      open
        .where('shipments.state', '=', 'planned')
        .where('jobs.state', '=', 'waiting')
        .$if(filter.since !== undefined, (query) => query.where('jobs.createdAt', '>=', filter.since ?? 0))
        .$if(filter.accountId !== undefined, (query) =>
          query.where('shipments.accountId', '=', filter.accountId ?? ''),
        )
        .select(['shipments.orderId', 'shipments.accountId', 'shipments.carrier', 'shipments.printerUri'])
        .orderBy('jobs.id')
        .execute(),
  };
}
