import { type Kysely, type RawBuilder, sql } from 'kysely';
import { listed, tableOf } from '../database/table.ts';
import { keptRenamed } from '../orders/orderNames.ts';
import type { ErasedOrder, Order, PrintJob, Schema, Shipment, StoredPickup } from '../schema.ts';

type Ids = readonly string[];

/** What holds a frozen copy of a person beside the order itself. */
function frozenCopies(db: Kysely<Schema>) {
  return {
    shipments: (ids: Ids): Promise<Pick<Shipment, 'id' | 'orderId' | 'requestJson' | 'bookingJson'>[]> =>
      db
        .selectFrom('shipments')
        .select(['id', 'orderId', 'requestJson', 'bookingJson'])
        .where('orderId', 'in', listed(ids))
        .execute(),
    pickups: (ids: Ids): Promise<Pick<StoredPickup, 'id' | 'orderId' | 'requestJson'>[]> =>
      db
        .selectFrom('pickups')
        .select(['id', 'orderId', 'requestJson'])
        .where('orderId', 'in', listed(ids))
        .execute(),
    printJobs: (ids: Ids): Promise<Pick<PrintJob, 'id' | 'orderId' | 'documentJson'>[]> =>
      db
        .selectFrom('printJobs')
        .select(['id', 'orderId', 'documentJson'])
        .where('orderId', 'in', listed(ids))
        .execute(),
    parts: (ids: Ids) => tableOf(db, 'orderParts').rows().where('originId', 'in', listed(ids)).execute(),
  };
}

/** Texts that people or platforms wrote about an order; none of them is needed by a bill, a claim or a figure. */
async function blankTexts(db: Kysely<Schema>, ids: Ids): Promise<void> {
  const these = listed(ids);
  await db
    .updateTable('history')
    .set({ note: '', dataJson: '{}', stepId: '' })
    .where('orderId', 'in', these)
    .execute();
  await db
    .updateTable('orderChanges')
    .set({ fieldsJson: '[]', patchJson: '{}', beforeJson: '{}' })
    .where('orderId', 'in', these)
    .execute();
  const cases = db.selectFrom('trackingCases').select('id').where('orderId', 'in', these);
  await db.updateTable('caseSteps').set({ note: '' }).where('caseId', 'in', cases).execute();
  await db.updateTable('trackingCases').set({ phoneTail: '' }).where('orderId', 'in', these).execute();
  await db.updateTable('parcelReturns').set({ note: '', reason: '' }).where('orderId', 'in', these).execute();
  await db.updateTable('billItems').set({ claimNote: '' }).where('orderId', 'in', these).execute();
  await db.updateTable('shipments').set({ errorParamsJson: '{}' }).where('orderId', 'in', these).execute();
  await db.updateTable('pickups').set({ errorParamsJson: '{}' }).where('orderId', 'in', these).execute();
  await db.updateTable('calls').set({ errorParamsJson: '{}' }).where('orderId', 'in', these).execute();
}

/** What carriers say of a parcel names who took it and where; times and states stay. */
async function blankTracking(db: Kysely<Schema>, waybillNos: RawBuilder<string>): Promise<void> {
  // One row of a moment is enough without its text, which is part of the key.
  await sql`delete from tracking_events where text <> '' and waybill_no in ${waybillNos} and exists (
    select 1 from tracking_events as other where other.waybill_no = tracking_events.waybill_no
      and other.at = tracking_events.at and other.text < tracking_events.text)`.execute(db);
  await sql`update tracking_events set text = '', location = ''
    where (text <> '' or location <> '') and waybill_no in ${waybillNos}`.execute(db);
  await sql`update parcel_arrivals set words = '' where words <> '' and waybill_no in ${waybillNos}`.execute(
    db,
  );
  await sql`update tracking set last_text = '', phone_tail = ''
    where (last_text <> '' or phone_tail <> '') and waybill_no in ${waybillNos}`.execute(db);
}

/** By the order number, of which there is an index, and by the order itself. */
const parcelsOf = (ids: Ids) => sql<string>`(select waybill_no from tracking
  where order_no in (select order_no from orders where id in ${listed(ids)}) and order_id in ${listed(ids)})`;

/** Addresses that only erased orders taught, and none that a living order stands behind. */
async function unlearn(db: Kysely<Schema>, ids: Ids): Promise<void> {
  const touched = await db
    .selectFrom('learnedLinks')
    .innerJoin('learned', 'learned.id', 'learnedLinks.learnedId')
    .select('learnedId')
    .distinct()
    .where('learnedLinks.orderId', 'in', listed(ids))
    .where('learned.kind', '=', 'address')
    .execute();
  const learnedIds = touched.map(({ learnedId }) => learnedId);
  await db
    .deleteFrom('learnedLinks')
    .where('orderId', 'in', listed(ids))
    .where('learnedId', 'in', listed(learnedIds))
    .execute();
  await db
    .deleteFrom('learned')
    .where('id', 'in', listed(learnedIds))
    .where('id', 'not in', (linked) => linked.selectFrom('learnedLinks').select('learnedId'))
    .execute();
}

/** Takes personal data out of orders; always in the transaction that says they are erased. */
export function createErasureRepository(db: Kysely<Schema>) {
  const erased = tableOf(db, 'erasedOrders');
  return {
    ...frozenCopies(db),
    mark: (rows: readonly ErasedOrder[]) => erased.insertMany(rows),

    /** One that somebody shows is another version from now on. */
    order: (id: string, patch: Partial<Order>) =>
      db
        .updateTable('orders')
        .set({ ...patch, version: sql<number>`version + 1` })
        .where('id', '=', id)
        .execute(),
    shipment: (id: string, patch: Pick<Shipment, 'requestJson' | 'bookingJson'>) =>
      tableOf(db, 'shipments').update({ id }, patch),
    pickup: (id: string, requestJson: string) => tableOf(db, 'pickups').update({ id }, { requestJson }),
    printJob: (id: string, patch: Pick<PrintJob, 'documentJson' | 'reason'>) =>
      tableOf(db, 'printJobs').update({ id }, patch),
    part: (orderId: string, originId: string, itemsJson: string) =>
      tableOf(db, 'orderParts').update({ orderId, originId }, { itemsJson }),

    /** All that lies around these orders and is not frozen. */
    async around(ids: Ids): Promise<void> {
      await blankTexts(db, ids);
      await blankTracking(db, parcelsOf(ids));
      await unlearn(db, ids);
      await db.deleteFrom('parcelPhotos').where('orderId', 'in', listed(ids)).execute();
    },

    /**
     * What was told of the next orders after they were erased: a parcel that is asked about once more brings its texts back. The
     * last of these orders; undefined: there are no more.
     */
    async late(afterId: string, limit: number): Promise<string | undefined> {
      const rows = await erased
        .rows()
        .where('orderId', '>', afterId)
        .orderBy('orderId')
        .limit(limit)
        .execute();
      const ids = rows.map(({ orderId }) => orderId);
      if (ids.length > 0) await blankTracking(db, parcelsOf(ids));
      return ids.at(-1);
    },

    /** Typed or answered before then, and of no use any more; addresses taught by no order that there still is. */
    async leftovers(before: number): Promise<void> {
      await db.deleteFrom('drafts').where('at', '<', before).execute();
      await db.deleteFrom('doorAnswers').where('at', '<', before).execute();
      await sql`delete from renamed_orders where no <= (select max(no) from renamed_orders) - ${sql.lit(keptRenamed)}`.execute(
        db,
      );
      await db
        .deleteFrom('learned')
        .where('kind', '=', 'address')
        .where('learnedAt', '<', before)
        .where('id', 'not in', (linked) => linked.selectFrom('learnedLinks').select('learnedId'))
        .execute();
    },
  };
}
