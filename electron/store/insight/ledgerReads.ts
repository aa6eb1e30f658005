import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import { listed } from '../database/table.ts';
import type { Schema } from '../schema.ts';

const notMoving: readonly TrackingState[] = ['none', 'awaiting-collection', 'cancelled'];

/** All a bill is compared with, of one booking. */
function facts(db: Kysely<Schema>) {
  return db
    .selectFrom('shipments')
    .innerJoin('orders', 'orders.id', 'shipments.orderId')
    .leftJoin('tracking', 'tracking.waybillNo', 'shipments.waybillNo')
    .select([
      'shipments.id',
      'shipments.accountId',
      'shipments.carrier',
      'shipments.state',
      'shipments.waybillNo',
      'shipments.bookedAt',
      'shipments.freightFen',
      'orders.id as orderId',
      'orders.orderNo',
      'orders.state as orderState',
      'orders.province',
      'orders.city',
      'orders.parcelCount',
      'orders.insuredFen',
      'orders.codFen',
      'tracking.state as trackingState',
      'tracking.checkedAt',
      'orders.weightGrams as declaredGrams',
      // What a scale of ours said is the evidence; it counts once every box was on it.
      sql<number | null>`coalesce((select case when count(weight_grams) >= orders.parcel_count
        then sum(weight_grams) end from packed_parcels where packed_parcels.order_id = orders.id), orders.weight_grams)`.as(
        'weightGrams',
      ),
    ]);
}

/** When it was first seen on its way. */
function movedAt(select: ExpressionBuilder<Schema, 'shipments'>) {
  return select
    .selectFrom('trackingEvents')
    .select((event) => event.fn.min('trackingEvents.at').as('at'))
    .whereRef('trackingEvents.waybillNo', '=', 'shipments.waybillNo')
    .where('trackingEvents.status', 'not in', notMoving)
    .as('movedAt');
}

/** Whose numbers these are. */
function numberReads(db: Kysely<Schema>) {
  return {
    /** Bookings with these as their number, the newest of a number last. */
    bookingsOf: (numbers: readonly string[]) =>
      db
        .selectFrom('shipments')
        .select(['id', 'waybillNo', 'carrier', 'state'])
        .where('waybillNo', 'in', listed(numbers))
        .where('waybillNo', '<>', '')
        .orderBy('id')
        .execute(),

    /** Further boxes of a booking, by the labels they got. */
    boxesOf: (numbers: readonly string[]) =>
      db
        .selectFrom('printJobs')
        .innerJoin('shipments', 'shipments.id', 'printJobs.shipmentId')
        .select(['shipments.id', 'printJobs.waybillNo', 'shipments.carrier', 'shipments.state'])
        .distinct()
        .where('printJobs.waybillNo', 'in', listed(numbers))
        .execute(),

    /** Numbers that are followed for an order and have no label here. */
    followedOf: (numbers: readonly string[]) =>
      db
        .selectFrom('tracking')
        .innerJoin('orders', 'orders.id', 'tracking.orderId')
        .innerJoin('shipments', 'shipments.id', 'orders.shipmentId')
        .select(['shipments.id', 'tracking.waybillNo', 'shipments.carrier', 'shipments.state'])
        .where('tracking.waybillNo', 'in', listed(numbers))
        .execute(),
  };
}

/** What went out. */
function bookingReads(db: Kysely<Schema>) {
  return {
    factsOf: (shipmentIds: readonly string[]) =>
      facts(db).where('shipments.id', 'in', listed(shipmentIds)).execute(),

    /** When what happened to these parcels, as far as it is known. */
    evidenceOf: (shipmentIds: readonly string[]) =>
      db
        .selectFrom('shipments')
        .leftJoin('tracking', 'tracking.waybillNo', 'shipments.waybillNo')
        .select(['shipments.id', 'shipments.bookedAt', 'tracking.lastAt', 'tracking.checkedAt'])
        .select(movedAt)
        .where('shipments.id', 'in', listed(shipmentIds))
        .execute(),

    /** Bookings of a carrier in the order they were booked, whose parcels went out and no finished bill nor this one names. */
    unbilled: (
      carrier: string,
      billId: string,
      span: { readonly fromAt: number; readonly toAt: number },
      after: { readonly bookedAt: number; readonly id: string },
      limit: number,
    ) =>
      facts(db)
        .select(movedAt)
        .where('shipments.bookedAt', '>=', span.fromAt)
        .where('shipments.bookedAt', '<', span.toAt)
        .where('shipments.carrier', '=', carrier)
        // Along the time, not the state: most bookings there ever were are in this one.
        .where(sql<boolean>`+shipments.state = 'booked'`)
        .where(sql<boolean>`(shipments.booked_at, shipments.id) > (${after.bookedAt}, ${after.id})`)
        .where((where) =>
          where.or([
            where('orders.state', 'in', ['handed-over', 'in-transit', 'delivered', 'returned']),
            where('tracking.state', 'not in', notMoving),
          ]),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('billItems')
                .innerJoin('bills', 'bills.id', 'billItems.billId')
                .select('billItems.itemKey')
                .whereRef('billItems.shipmentId', '=', 'shipments.id')
                .where('billItems.shipmentId', '<>', '')
                .where('billItems.class', 'not in', ['missing', 'remitted'])
                .where('billItems.reason', '<>', 'not-paid-out')
                .where(({ or, eb }) => or([eb('bills.state', '=', 'ready'), eb('bills.id', '=', billId)])),
            ),
          ),
        )
        .orderBy('shipments.bookedAt')
        .orderBy('shipments.id')
        .limit(limit)
        .execute(),
  };
}

/** Our own side of a bill. */
export function createLedgerReads(db: Kysely<Schema>) {
  return { ...numberReads(db), ...bookingReads(db) };
}

export type LedgerFacts = Awaited<ReturnType<ReturnType<typeof createLedgerReads>['factsOf']>>[number];
export type LedgerEvidence = Awaited<ReturnType<ReturnType<typeof createLedgerReads>['evidenceOf']>>[number];
