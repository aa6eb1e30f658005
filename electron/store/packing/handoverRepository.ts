import { type Kysely, type SqlBool, sql } from 'kysely';
import { countRows, rowTotal, tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Handover, HandoverParcel, Schema } from '../schema.ts';

type HandoverPatch = Partial<Pick<Handover, 'closedAt' | 'closedBy' | 'courier' | 'parcels'>>;

/** Lists that couriers sign, and the parcels on them. A waybill is on one list at most. */
export function createHandoverRepository(db: Kysely<Schema>) {
  const handovers = tableOf(db, 'handovers');
  const parcels = tableOf(db, 'handoverParcels');
  return {
    byId: (id: string) => handovers.row({ id }),
    byNo: (no: string) => handovers.row({ no }),
    openOf: (carrier: string) =>
      // As written in the partial index, or it would not be used.
      handovers.rows({ carrier }).where(sql<SqlBool>`state = 'open'`).executeTakeFirst(),
    allOpen: () => handovers.rows().where(sql<SqlBool>`state = 'open'`).execute(),
    /** Lists of one day of the shop, in the order in which they were begun. */
    ofDay: (dayAt: number) => handovers.rows({ dayAt }).orderBy('carrier').orderBy('dayNo').execute(),
    window: ({ offset, limit }: WindowRequest) =>
      handovers.rows().orderBy('createdAt', 'desc').orderBy('no').limit(limit).offset(offset).execute(),
    count: () => handovers.count(),
    insert: handovers.insert,
    change: ({ id, version }: Handover, patch: HandoverPatch & Partial<Pick<Handover, 'state'>>) =>
      handovers.change({ id, version, state: 'open' }, patch),

    parcel: (waybillNo: string) => parcels.row({ waybillNo }),
    parcelsOf: (handoverId: string) =>
      parcels.rows({ handoverId }).orderBy('at').orderBy('waybillNo').execute(),
    parcelsOfOrder: (orderId: string) => parcels.rows({ orderId }).execute(),
    /** false: it is on a list already. */
    add: (row: HandoverParcel) => parcels.insertIfNew(row),
    takeOff: (handoverId: string, waybillNo: string) => parcels.remove({ handoverId, waybillNo }),
    countOf: (handoverId: string) => parcels.count({ handoverId }),
  };
}

/** What should have left by now: the courier has been and left it, has not signed for it, or has not come. */
export function createLateReads(db: Kysely<Schema>) {
  const stayed = () => stayedIn(db);
  /** Begun on a day before this moment, with parcels on it, and not signed. */
  const unsigned = (dayBefore: number) =>
    db
      .selectFrom('handovers')
      // As written in the partial index, or it would not be used.
      .where(sql<SqlBool>`state = 'open'`)
      .where('dayAt', '<', dayBefore)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('handoverParcels')
            .select('handoverParcels.waybillNo')
            .whereRef('handoverParcels.handoverId', '=', 'handovers.id'),
        ),
      );
  /** A courier was called for a time that is over, and the order lies here still. */
  const latePickups = (now: number) =>
    db
      .selectFrom('pickups')
      .innerJoin('orders', 'orders.id', 'pickups.orderId')
      .where('pickups.state', 'in', ['placed', 'assigned'])
      .where('pickups.endAt', '<', now)
      .where('orders.state', 'in', ['booked', 'packed']);
  return {
    stayedCount: () => countRows(stayed()),
    stayed: ({ offset, limit }: WindowRequest) =>
      stayed()
        .select(['packedParcels.id as parcelId', 'packedParcels.waybillNo', 'packedParcels.carrier'])
        .select(['packedParcels.closedAt', 'orders.id as orderId', 'orders.orderNo'])
        .orderBy('packedParcels.closedAt')
        .orderBy('packedParcels.id')
        .limit(limit)
        .offset(offset)
        .execute(),
    unsignedCount: (dayBefore: number) => countRows(unsigned(dayBefore)),
    unsigned: (dayBefore: number, { offset, limit }: WindowRequest) =>
      unsigned(dayBefore)
        .selectAll()
        .orderBy('createdAt')
        .orderBy('no')
        .limit(limit)
        .offset(offset)
        .execute(),
    latePickupCount: (now: number) => countRows(latePickups(now)),
    latePickups: (now: number, { offset, limit }: WindowRequest) =>
      latePickups(now)
        .select(['pickups.id as pickupId', 'pickups.carrier', 'pickups.startAt', 'pickups.endAt'])
        .select(['orders.id as orderId', 'orders.orderNo', 'orders.waybillNo'])
        .orderBy('pickups.endAt')
        .orderBy('pickups.id')
        .limit(limit)
        .offset(offset)
        .execute(),
  };
}

/** Boxes of packed orders that are on no list. */
const lyingIn = (db: Kysely<Schema>) =>
  db
    .selectFrom('orders')
    .innerJoin('packedParcels', 'packedParcels.orderId', 'orders.id')
    .where('orders.state', '=', 'packed')
    .where('packedParcels.state', '=', 'closed')
    .where('packedParcels.handoverId', '=', '');

/** Packed before the last list of its carrier was signed, and on none. One that was refunded or held since is kept back on purpose. */
const stayedIn = (db: Kysely<Schema>) =>
  lyingIn(db)
    .where('orders.alarm', 'not in', ['refund', 'platform'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('handovers')
          .select('handovers.id')
          .whereRef('handovers.carrier', '=', 'packedParcels.carrier')
          .where('handovers.state', '=', 'closed')
          .whereRef('handovers.closedAt', '>', 'packedParcels.closedAt'),
      ),
    );

/** What is packed and lies here, and numbers of earlier days that never left. */
export function createLeavingReads(db: Kysely<Schema>) {
  const lying = (carrier?: string) =>
    lyingIn(db).$if(carrier !== undefined, (query) =>
      query.where('packedParcels.carrier', '=', carrier as string),
    );
  /** Orders whose label came out before then and that nobody packed or handed over. */
  const leftOver = (before: number) =>
    db
      .selectFrom('orders')
      .innerJoin('shipments', 'shipments.id', 'orders.shipmentId')
      .where('orders.state', '=', 'booked')
      .where('shipments.bookedAt', '<', before)
      .where('orders.printState', 'in', ['accepted', 'confirmed', 'scanned']);
  return {
    lyingCounts: () =>
      lying()
        .select(['packedParcels.carrier', rowTotal])
        .select((select) => select.fn.min('packedParcels.closedAt').as('oldestAt'))
        .groupBy('packedParcels.carrier')
        .execute(),
    lyingOf: (carrier: string) =>
      lying(carrier)
        .select(['packedParcels.id as parcelId', 'packedParcels.waybillNo', 'packedParcels.parcelNo'])
        .select(['packedParcels.weightGrams', 'packedParcels.closedAt'])
        .select(['orders.id as orderId', 'orders.orderNo', 'orders.city', 'orders.alarm'])
        .orderBy('packedParcels.closedAt')
        .orderBy('packedParcels.id')
        .execute(),
    leftOverCounts: (before: number) =>
      leftOver(before).select(['shipments.carrier', rowTotal]).groupBy('shipments.carrier').execute(),
    leftOver: (before: number, carrier: string, { offset, limit }: WindowRequest) =>
      leftOver(before)
        .where('shipments.carrier', '=', carrier)
        .select(['orders.id as orderId', 'orders.orderNo', 'orders.waybillNo', 'shipments.bookedAt'])
        .orderBy('shipments.bookedAt')
        .orderBy('orders.id')
        .limit(limit)
        .offset(offset)
        .execute(),
  };
}
