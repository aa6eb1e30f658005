import type { Kysely } from 'kysely';
import type { GreyArm } from '../../../shared/domain/bookingRule.ts';
import type { PrintJobState } from '../../../shared/domain/printJob.ts';
import type { RuleVersionsTable, ShareBookingsTable } from '../choosingTables.ts';
import type { Schema } from '../schema.ts';

/** What rules look at of an order. */
const factColumns = [
  'id',
  'order_key',
  'order_no',
  'source',
  'shop',
  'province',
  'city',
  'items_json',
  'quantity',
  'weight_grams',
  'parcel_count',
  'cod_fen',
  'insured_fen',
  'buyer_remark',
  'seller_remark',
  'carrier',
] as const;

export function createRuleRepository(db: Kysely<Schema>) {
  return { ...versions(db), ...passes(db), ...pastOrders(db), ...shares(db) };
}

export type FactRow = Awaited<ReturnType<ReturnType<typeof pastOrders>['since']>>[number];

function versions(db: Kysely<Schema>) {
  return {
    latest: () =>
      db.selectFrom('rule_versions').selectAll().orderBy('version_no', 'desc').limit(1).executeTakeFirst(),
    version: (versionNo: number) =>
      db.selectFrom('rule_versions').selectAll().where('version_no', '=', versionNo).executeTakeFirst(),
    list: (limit: number) =>
      db
        .selectFrom('rule_versions')
        .select(['version_no', 'rules', 'back_to', 'saved_at'])
        .orderBy('version_no', 'desc')
        .limit(limit)
        .execute(),
    /** false: another version of this number came first, nothing was written. */
    async add(row: RuleVersionsTable): Promise<boolean> {
      const result = await db
        .insertInto('rule_versions')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}

function passes(db: Kysely<Schema>) {
  return {
    passesOf: (orderIds: readonly string[]) =>
      db.selectFrom('rule_passes').selectAll().where('order_id', 'in', orderIds).execute(),
    async addPass(orderId: string, ruleId: string, at: number): Promise<void> {
      await db
        .insertInto('rule_passes')
        .values({ order_id: orderId, rule_id: ruleId, at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}

function pastOrders(db: Kysely<Schema>) {
  return {
    /** Orders that came since then and are, or were, somebody's parcel; the newest first. */
    since: (at: number, limit: number) =>
      db
        .selectFrom('orders')
        .select([...factColumns])
        .where('created_at', '>=', at)
        .where('state', 'not in', ['merged', 'split', 'cancelled'])
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
  };
}

function shares(db: Kysely<Schema>) {
  return {
    /** A booking made anew under the same shipment may have fallen into another arm, or into none. */
    async noteShare(row: ShareBookingsTable): Promise<void> {
      await db
        .insertInto('share_bookings')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('shipment_id').doUpdateSet({ experiment_id: row.experiment_id, arm: row.arm }),
        )
        .execute();
    },
    async dropShare(shipmentId: string): Promise<void> {
      await db.deleteFrom('share_bookings').where('shipment_id', '=', shipmentId).execute();
    },
    bookingsOf: (experimentId: string, arm: GreyArm) =>
      db
        .selectFrom('share_bookings')
        .innerJoin('shipments', 'shipments.id', 'share_bookings.shipment_id')
        .select([
          'shipments.id',
          'shipments.order_id',
          'shipments.state',
          'shipments.find_count',
          'shipments.sent_at',
          'shipments.booked_at',
          'shipments.waybill_no',
        ])
        .where('share_bookings.experiment_id', '=', experimentId)
        .where('share_bookings.arm', '=', arm)
        .execute(),
    /** Bookings of an arm with at least one sheet in one of these states. */
    async countPrints(experimentId: string, arm: GreyArm, states: readonly PrintJobState[]) {
      const row = await db
        .selectFrom('share_bookings')
        .innerJoin('print_jobs', 'print_jobs.shipment_id', 'share_bookings.shipment_id')
        .select((select) => select.fn.count<number>('share_bookings.shipment_id').distinct().as('total'))
        .where('share_bookings.experiment_id', '=', experimentId)
        .where('share_bookings.arm', '=', arm)
        .where('print_jobs.state', 'in', [...states])
        .executeTakeFirstOrThrow();
      return row.total;
    },
    /** Parcels of an arm that were ever asked for, and those of them with an exception. */
    tracking: (experimentId: string, arm: GreyArm) =>
      db
        .selectFrom('share_bookings')
        .innerJoin('shipments', 'shipments.id', 'share_bookings.shipment_id')
        .innerJoin('tracking', 'tracking.waybill_no', 'shipments.waybill_no')
        .select(['tracking.exception'])
        .where('share_bookings.experiment_id', '=', experimentId)
        .where('share_bookings.arm', '=', arm)
        .where('shipments.waybill_no', '<>', '')
        .where('tracking.checked_at', 'is not', null)
        .execute(),
  };
}
