import { type Kysely, sql } from 'kysely';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import { personalSealOf } from '../database/personalSeal.ts';
import { listed, rowTotal, tableOf } from '../database/table.ts';
import { beginParcelTime, countEvents } from '../insight/countHours.ts';
import type { NewParcel, Schema, StoredTrackingEvent, TrackedParcel } from '../schema.ts';
import { planReads } from './planReads.ts';
import { trackingLists } from './trackingLists.ts';
import { watchChange, watchParcel } from './watchParcel.ts';

/** Columns of a parcel that has not been asked about yet. */
const newlyFollowed = {
  notBefore: 0,
  askGroup: 'first-scan',
  promisedAt: null,
  rawState: '',
  oddities: '',
  stopReason: '',
  subscribedAt: null,
  subscribeTriedAt: 0,
} as const satisfies Partial<TrackedParcel>;

function trackingReads(db: Kysely<Schema>) {
  const parcels = tableOf(db, 'tracking');

  return {
    byWaybill: (waybillNo: string) => parcels.row({ waybillNo }),

    /** The state of each of these numbers; without those that are not followed. */
    statesOf: async (waybillNos: readonly string[]): Promise<TrackingState[]> => {
      const rows = await parcels.rows().where('waybillNo', 'in', waybillNos).execute();
      return rows.map(({ state }) => state);
    },

    /** What is known of those of these numbers that somebody follows. */
    byWaybills: (waybillNos: readonly string[]) =>
      parcels.rows().where('waybillNo', 'in', listed(waybillNos)).execute(),

    due: (now: number, limit: number) =>
      parcels.rows().where('nextDueAt', '<=', now).orderBy('nextDueAt').limit(limit).execute(),

    /** Numbers due before then and not asked about since. */
    lateSince: (before: number) =>
      db
        .selectFrom('tracking')
        .where('nextDueAt', '<', before)
        .select([rowTotal, sql<number | null>`min(next_due_at)`.as('oldest')])
        .executeTakeFirstOrThrow(),

    /** When any platform last answered about any parcel; null: never. */
    async lastAnswerAt(): Promise<number | null> {
      const last = db.selectFrom('tracking').select('checkedAt').where('checkedAt', 'is not', null);
      return (await last.orderBy('checkedAt', 'desc').limit(1).executeTakeFirst())?.checkedAt ?? null;
    },

    isAnyFollowed: async () =>
      (await db.selectFrom('tracking').select('waybillNo').limit(1).executeTakeFirst()) !== undefined,

    /** Events of many numbers, each number's oldest first. */
    eventsOf: (waybillNos: readonly string[]) =>
      tableOf(db, 'trackingEvents')
        .rows()
        .where('waybillNo', 'in', listed(waybillNos))
        .orderBy('waybillNo')
        .orderBy('at')
        .execute(),

    events: (waybillNo: string) => tableOf(db, 'trackingEvents').rows({ waybillNo }).orderBy('at').execute(),
  };
}

function trackingWrites(db: Kysely<Schema>) {
  return {
    /** Starts following a number; for one already followed only its order is stored. */
    async follow(parcel: NewParcel): Promise<void> {
      const row: TrackedParcel = { ...newlyFollowed, followedAt: parcel.bookedAt ?? 0, ...parcel };
      // Known, but without an order: it is this order's from now on.
      const isNew = await tableOf(db, 'tracking').insertIfNew(row);
      if (!isNew && row.orderId !== '') {
        const { carrier, orderId, orderNo, accountId, phoneTail, bookedAt } = row;
        const owner = { carrier, orderId, orderNo, accountId, phoneTail, bookedAt };
        await tableOf(db, 'tracking').update({ waybillNo: row.waybillNo, orderId: '' }, owner);
        // The number was given back and reissued: it starts over with its new order.
        await tableOf(db, 'tracking').update({ waybillNo: row.waybillNo, state: 'cancelled' }, row);
      }
      await beginParcelTime(db, row);
      await watchParcel(db, row.waybillNo);
    },

    async update(waybillNo: string, patch: Partial<TrackedParcel>): Promise<boolean> {
      const isKnown = await tableOf(db, 'tracking').update({ waybillNo }, patch);
      await watchChange(db, waybillNo, patch);
      return isKnown;
    },

    /** Makes parcels due whose time is further away than ever set, because the clock was set back. */
    async pullBack(after: number, before: number, now: number): Promise<void> {
      await db
        .updateTable('tracking')
        .set({ nextDueAt: now })
        .where('nextDueAt', '>', after)
        .where('nextDueAt', '<', before)
        .execute();
    },

    /** Another account takes over this one's questions. */
    handOver: (accountId: string, heirId: string) =>
      tableOf(db, 'tracking').update({ accountId }, { accountId: heirId }),

    /** Append-only; the same time and text twice is one event. */
    async addEvents(received: readonly StoredTrackingEvent[]): Promise<void> {
      // With a text stored in another sealed form, the unique key does not detect a duplicate.
      const events = personalSealOf(db)?.hasPreviousKeys === true ? await unknownOf(db, received) : received;
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

async function unknownOf(
  db: Kysely<Schema>,
  events: readonly StoredTrackingEvent[],
): Promise<StoredTrackingEvent[]> {
  const numbers = [...new Set(events.map(({ waybillNo }) => waybillNo))];
  const rows = await db
    .selectFrom('trackingEvents')
    .select(['waybillNo', 'at', 'text'])
    .where('waybillNo', 'in', listed(numbers))
    .execute();
  const keyOf = ({ waybillNo, at, text }: (typeof rows)[number]) => `${waybillNo} ${at} ${text}`;
  const known = new Set(rows.map(keyOf));
  return events.filter((event) => !known.has(keyOf(event)));
}

export function createTrackingRepository(db: Kysely<Schema>) {
  return { ...trackingReads(db), ...planReads(db), ...trackingLists(db), ...trackingWrites(db) };
}
