import { type Kysely, type SqlBool, sql } from 'kysely';
import { countRows, listed, rowTotal } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Schema } from '../schema.ts';
import { nameOfAccount } from './accountRepository.ts';

/** Orders whose number may still lie in a drawer: nobody has scanned, handed over or collected the parcel. */
const notHandedOver = ['booked', 'packed'] as const;

function laneReads(db: Kysely<Schema>) {
  return {
    /** Shipments on their way to a number, by account and state. */
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
        // By the plain name, the index of accounts would be read from end to end for the group's sake.
        .groupBy(sql`+account_id`)
        .execute(),

    /** Orders that wait at an account since before then, oldest first. */
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

    /** Whole days since booking → how many. */
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

/** Bookings that only their account's merchant can be asked about, or that may still be given back. */
function heldReads(db: Kysely<Schema>) {
  const idsOf = (accountIds: readonly string[]) =>
    db.selectFrom('shipments').select('id').where('accountId', 'in', listed(accountIds));
  /** From what is open and from orders still here: along an account, every booking it ever made would be read. */
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
    /** What accounts with these ids hold, by state. */
    heldCounts: (accountIds: readonly string[]) =>
      held(accountIds).select(['shipments.state', rowTotal]).groupBy('shipments.state').execute(),

    /** The same one by one, oldest first. */
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

    /** Their jobs were parked: the machine has asked as often as it should. */
    countUnsureForPerson: () =>
      countRows(unsure().where(sql<SqlBool>`coalesce(jobs.state, 'parked') = 'parked'`)),
  };
}

/** What stands in the booking queue and what came of it, over all accounts. */
export function createBookingReads(db: Kysely<Schema>) {
  return { ...laneReads(db), ...unshippedReads(db), ...heldReads(db), ...unsureReads(db) };
}

/** What a run of bookings asks for. Open bookings have a job; the table of jobs is small whatever the order book holds. */
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

    /** When the oldest booking that is still to be sent was planned; null: none is. */
    async oldestOpenAt(): Promise<number | null> {
      const row = await open
        .where('shipments.state', 'in', ['planned', 'sending'])
        .select((select) => select.fn.min('jobs.createdAt').as('at'))
        .executeTakeFirst();
      return (row?.at as number | null | undefined) ?? null;
    },

    /**
     * Not booked since then, and not yet taken up again: what a platform rejected, and what went back to ready unsent because
     * the whole account was rejected.
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

    /** Bookings nothing was sent of, oldest first. */
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
