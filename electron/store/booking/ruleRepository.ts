import type { Kysely } from 'kysely';
import type { GreyArm } from '../../../shared/domain/bookingRule.ts';
import type { PrintJobState } from '../../../shared/domain/printing/printJob.ts';
import { tableOf } from '../database/table.ts';
import type { FreightAnswer, Schema, ShareBooking, StoredPriceTable } from '../schema.ts';

/** The columns of an order that rules use. */
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
  return { ...versions(db), ...pastOrders(db), ...shares(db) };
}

export type FactRow = Awaited<ReturnType<ReturnType<typeof pastOrders>['since']>>[number];

function versions(db: Kysely<Schema>) {
  const ruleVersions = tableOf(db, 'ruleVersions');
  const rulePasses = tableOf(db, 'rulePasses');
  return {
    latest: () => ruleVersions.rows().orderBy('versionNo', 'desc').limit(1).executeTakeFirst(),
    version: (versionNo: number) => ruleVersions.row({ versionNo }),
    list: (limit: number) =>
      db
        .selectFrom('ruleVersions')
        .select(['versionNo', 'rules', 'backTo', 'savedAt'])
        .orderBy('versionNo', 'desc')
        .limit(limit)
        .execute(),
    /** false: another version with this number was first, nothing was written. */
    add: ruleVersions.insertIfNew,

    passesOf: (orderIds: readonly string[]) => rulePasses.rows().where('orderId', 'in', orderIds).execute(),
    addPass: (orderId: string, ruleId: string, at: number) => rulePasses.insertIfNew({ orderId, ruleId, at }),
  };
}

function pastOrders(db: Kysely<Schema>) {
  return {
    /** Orders since then that are, or were, a real parcel; the newest first. */
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
  const shareBookings = tableOf(db, 'shareBookings');
  const ofArm = (experimentId: string, arm: GreyArm) =>
    db
      .selectFrom('shareBookings')
      .where('shareBookings.experimentId', '=', experimentId)
      .where('shareBookings.arm', '=', arm);
  return {
    /** A shipment that is booked again may fall into another arm, or into none. */
    noteShare: (row: ShareBooking) => shareBookings.put(row, ['shipmentId']),
    async dropShare(shipmentId: string): Promise<void> {
      await shareBookings.remove({ shipmentId });
    },
    bookingsOf: (experimentId: string, arm: GreyArm) =>
      ofArm(experimentId, arm)
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
        .execute(),
    /** Bookings of an arm with at least one sheet in one of these states. */
    async countPrints(experimentId: string, arm: GreyArm, states: readonly PrintJobState[]) {
      const row = await ofArm(experimentId, arm)
        .innerJoin('printJobs', 'printJobs.shipmentId', 'shareBookings.shipmentId')
        .select((select) => select.fn.count<number>('shareBookings.shipmentId').distinct().as('total'))
        .where('printJobs.state', 'in', [...states])
        .executeTakeFirstOrThrow();
      return row.total;
    },
    /** Parcels of an arm that were ever asked for, and those of them with an exception. */
    tracking: (experimentId: string, arm: GreyArm) =>
      ofArm(experimentId, arm)
        .innerJoin('shipments', 'shipments.id', 'shareBookings.shipmentId')
        .innerJoin('tracking', 'tracking.waybillNo', 'shipments.waybillNo')
        .select(['tracking.exception'])
        .where('shipments.waybillNo', '<>', '')
        .where('tracking.checkedAt', 'is not', null)
        .execute(),
  };
}

export function createFreightRepository(db: Kysely<Schema>) {
  const tables = tableOf(db, 'priceTables');
  const answers = tableOf(db, 'freightAnswers');
  return {
    tables: () => tables.rows().orderBy('carrier').orderBy('id').execute(),
    putTable: (row: StoredPriceTable) => tables.put(row, ['id']),
    removeTable: (id: string) => tables.remove({ id }),
    answersSince: (at: number) => answers.rows().where('checkedAt', '>=', at).execute(),
    putAnswer: (row: FreightAnswer) => answers.put(row, ['questionKey', 'accountId', 'carrier']),
  };
}
