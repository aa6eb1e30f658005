import type { Kysely } from 'kysely';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import { countRows, listed, rowTotal, tableOf } from '../database/table.ts';
import { beginParcelTime, countEvents } from '../insight/countHours.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Schema, StoredTrackingEvent, TrackedParcel } from '../schema.ts';

export interface TrackingFilter {
  readonly state?: TrackingState | 'exception' | undefined;
  readonly search?: string | undefined;
}

function trackingReads(db: Kysely<Schema>) {
  const parcels = tableOf(db, 'tracking');
  const matching = ({ state, search }: TrackingFilter) => {
    let query = db.selectFrom('tracking');
    if (state === 'exception') query = query.where('exception', '!=', '');
    else if (state !== undefined) query = query.where('state', '=', state);
    const text = search?.trim() ?? '';
    if (text === '') return query;
    return query.where((where) =>
      where.or([
        where('waybillNo', 'like', `${text.replace(/[%_]/g, '')}%`),
        where('orderNo', '=', text),
        where('phoneTail', '=', text),
      ]),
    );
  };

  return {
    byWaybill: (waybillNo: string) => parcels.row({ waybillNo }),
    byWaybills: (waybillNos: readonly string[]) =>
      parcels.rows().where('waybillNo', 'in', listed(waybillNos)).execute(),

    /** How far each of these numbers is; those nobody follows are left out. */
    statesOf: async (waybillNos: readonly string[]): Promise<TrackingState[]> => {
      const rows = await parcels.rows().where('waybillNo', 'in', waybillNos).execute();
      return rows.map(({ state }) => state);
    },

    due: (now: number, limit: number) =>
      parcels.rows().where('nextDueAt', '<=', now).orderBy('nextDueAt').limit(limit).execute(),

    window: (filter: TrackingFilter, { offset, limit }: WindowRequest) =>
      matching(filter)
        .selectAll()
        .orderBy('bookedAt', 'desc')
        .orderBy('waybillNo', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),

    count: (filter: TrackingFilter) => countRows(matching(filter)),

    counts: () => db.selectFrom('tracking').select(['state', rowTotal]).groupBy('state').execute(),

    events: (waybillNo: string) => tableOf(db, 'trackingEvents').rows({ waybillNo }).orderBy('at').execute(),
  };
}

function trackingWrites(db: Kysely<Schema>) {
  return {
    /** Starts to follow a number; one already followed keeps what is known and learns only whose parcel it is. */
    async follow(row: TrackedParcel): Promise<void> {
      const { carrier, orderId, orderNo, accountId, phoneTail, bookedAt } = row;
      const owner = { carrier, orderId, orderNo, accountId, phoneTail, bookedAt };
      await db
        .insertInto('tracking')
        .values(row)
        .onConflict((conflict) =>
          row.orderId === ''
            ? conflict.column('waybillNo').doNothing()
            : conflict.column('waybillNo').doUpdateSet(owner).where('tracking.orderId', '=', ''),
        )
        .execute();
      await beginParcelTime(db, row);
    },

    update: (waybillNo: string, patch: Partial<TrackedParcel>) =>
      tableOf(db, 'tracking').update({ waybillNo }, patch),

    /** Another account asks from now on for what this one asked for. */
    handOver: (accountId: string, heirId: string) =>
      tableOf(db, 'tracking').update({ accountId }, { accountId: heirId }),

    /** Append-only; the same time and text twice is one event. */
    async addEvents(events: readonly StoredTrackingEvent[]): Promise<void> {
      if (events.length === 0) return;
      await db
        .insertInto('trackingEvents')
        .values(events)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await countEvents(db, events);
    },
  };
}

export function createTrackingRepository(db: Kysely<Schema>) {
  return { ...trackingReads(db), ...trackingWrites(db) };
}
