import type { Kysely } from 'kysely';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import { listed, tableOf } from '../database/table.ts';
import { beginParcelTime, countEvents } from '../insight/countHours.ts';
import type { Schema, StoredTrackingEvent, TrackedParcel } from '../schema.ts';
import { trackingLists } from './trackingLists.ts';

function trackingReads(db: Kysely<Schema>) {
  const parcels = tableOf(db, 'tracking');

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
  return { ...trackingReads(db), ...trackingLists(db), ...trackingWrites(db) };
}
