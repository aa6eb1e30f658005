import type { Kysely } from 'kysely';
import type { GreyArm } from '../../../shared/domain/bookingRule.ts';
import type { PrintJobState } from '../../../shared/domain/printJob.ts';
import type { Schema } from '../schema.ts';
import type { FreightAnswer, RuleVersion, ShareBooking, StoredPriceTable } from './bookingRows.ts';

/** What rules look at of an order. */
const factColumns = [
  'id',
  'orderKey',
  'orderNo',
  'source',
  'shop',
  'province',
  'city',
  'itemsJson',
  'quantity',
  'weightGrams',
  'parcelCount',
  'codFen',
  'insuredFen',
  'buyerRemark',
  'sellerRemark',
  'carrier',
] as const;

export function createRuleRepository(db: Kysely<Schema>) {
  return { ...versions(db), ...passes(db), ...pastOrders(db), ...shares(db) };
}

export type FactRow = Awaited<ReturnType<ReturnType<typeof pastOrders>['since']>>[number];

function versions(db: Kysely<Schema>) {
  return {
    latest: () =>
      db.selectFrom('ruleVersions').selectAll().orderBy('versionNo', 'desc').limit(1).executeTakeFirst(),
    version: (versionNo: number) =>
      db.selectFrom('ruleVersions').selectAll().where('versionNo', '=', versionNo).executeTakeFirst(),
    list: (limit: number) =>
      db
        .selectFrom('ruleVersions')
        .select(['versionNo', 'rules', 'backTo', 'savedAt'])
        .orderBy('versionNo', 'desc')
        .limit(limit)
        .execute(),
    /** false: another version of this number came first, nothing was written. */
    async add(row: RuleVersion): Promise<boolean> {
      const result = await db
        .insertInto('ruleVersions')
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
      db.selectFrom('rulePasses').selectAll().where('orderId', 'in', orderIds).execute(),
    async addPass(orderId: string, ruleId: string, at: number): Promise<void> {
      await db
        .insertInto('rulePasses')
        .values({ orderId, ruleId, at })
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
        .where('createdAt', '>=', at)
        .where('state', 'not in', ['merged', 'split', 'cancelled'])
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
  };
}

function shares(db: Kysely<Schema>) {
  return {
    /** A booking made anew under the same shipment may have fallen into another arm, or into none. */
    async noteShare(row: ShareBooking): Promise<void> {
      await db
        .insertInto('shareBookings')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('shipmentId').doUpdateSet({ experimentId: row.experimentId, arm: row.arm }),
        )
        .execute();
    },
    async dropShare(shipmentId: string): Promise<void> {
      await db.deleteFrom('shareBookings').where('shipmentId', '=', shipmentId).execute();
    },
    bookingsOf: (experimentId: string, arm: GreyArm) =>
      db
        .selectFrom('shareBookings')
        .innerJoin('shipments', 'shipments.id', 'shareBookings.shipmentId')
        .select([
          'shipments.id',
          'shipments.orderId',
          'shipments.state',
          'shipments.findCount',
          'shipments.sentAt',
          'shipments.bookedAt',
          'shipments.waybillNo',
        ])
        .where('shareBookings.experimentId', '=', experimentId)
        .where('shareBookings.arm', '=', arm)
        .execute(),
    /** Bookings of an arm with at least one sheet in one of these states. */
    async countPrints(experimentId: string, arm: GreyArm, states: readonly PrintJobState[]) {
      const row = await db
        .selectFrom('shareBookings')
        .innerJoin('printJobs', 'printJobs.shipmentId', 'shareBookings.shipmentId')
        .select((select) => select.fn.count<number>('shareBookings.shipmentId').distinct().as('total'))
        .where('shareBookings.experimentId', '=', experimentId)
        .where('shareBookings.arm', '=', arm)
        .where('printJobs.state', 'in', [...states])
        .executeTakeFirstOrThrow();
      return row.total;
    },
    /** Parcels of an arm that were ever asked for, and those of them with an exception. */
    tracking: (experimentId: string, arm: GreyArm) =>
      db
        .selectFrom('shareBookings')
        .innerJoin('shipments', 'shipments.id', 'shareBookings.shipmentId')
        .innerJoin('tracking', 'tracking.waybillNo', 'shipments.waybillNo')
        .select(['tracking.exception'])
        .where('shareBookings.experimentId', '=', experimentId)
        .where('shareBookings.arm', '=', arm)
        .where('shipments.waybillNo', '<>', '')
        .where('tracking.checkedAt', 'is not', null)
        .execute(),
  };
}

export function createFreightRepository(db: Kysely<Schema>) {
  return {
    tables: () => db.selectFrom('priceTables').selectAll().orderBy('carrier').orderBy('id').execute(),
    async putTable(row: StoredPriceTable): Promise<void> {
      const { id: _id, ...changed } = row;
      await db
        .insertInto('priceTables')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .execute();
    },
    async removeTable(id: string): Promise<boolean> {
      const result = await db.deleteFrom('priceTables').where('id', '=', id).executeTakeFirst();
      return result.numDeletedRows === 1n;
    },
    answersSince: (at: number) =>
      db.selectFrom('freightAnswers').selectAll().where('checkedAt', '>=', at).execute(),
    async putAnswer(row: FreightAnswer): Promise<void> {
      const { amountFen, checkedAt } = row;
      await db
        .insertInto('freightAnswers')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['questionKey', 'accountId', 'carrier']).doUpdateSet({ amountFen, checkedAt }),
        )
        .execute();
    },
  };
}
