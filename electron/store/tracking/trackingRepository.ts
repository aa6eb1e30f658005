import type { Kysely } from 'kysely';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Schema, StoredTrackingEvent, TrackedParcel } from '../schema.ts';

export interface TrackingFilter {
  readonly state?: TrackingState | 'exception' | undefined;
  readonly search?: string | undefined;
}

function trackingReads(db: Kysely<Schema>) {
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
    byWaybill: (waybillNo: string) =>
      db.selectFrom('tracking').selectAll().where('waybillNo', '=', waybillNo).executeTakeFirst(),

    /** How far each of these numbers is; those nobody follows are left out. */
    statesOf: async (waybillNos: readonly string[]): Promise<TrackingState[]> => {
      const rows = await db
        .selectFrom('tracking')
        .select('state')
        .where('waybillNo', 'in', waybillNos)
        .execute();
      return rows.map(({ state }) => state);
    },

    due: (now: number, limit: number) =>
      db
        .selectFrom('tracking')
        .selectAll()
        .where('nextDueAt', '<=', now)
        .orderBy('nextDueAt')
        .limit(limit)
        .execute(),

    window: (filter: TrackingFilter, { offset, limit }: WindowRequest) =>
      matching(filter)
        .selectAll()
        .orderBy('bookedAt', 'desc')
        .orderBy('waybillNo', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),

    async count(filter: TrackingFilter): Promise<number> {
      const row = await matching(filter)
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return row.total;
    },

    counts: () =>
      db
        .selectFrom('tracking')
        .select('state')
        .select((select) => select.fn.countAll<number>().as('total'))
        .groupBy('state')
        .execute(),

    events: (waybillNo: string) =>
      db.selectFrom('trackingEvents').selectAll().where('waybillNo', '=', waybillNo).orderBy('at').execute(),
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
    },

    async update(waybillNo: string, patch: Partial<TrackedParcel>): Promise<void> {
      await db.updateTable('tracking').set(patch).where('waybillNo', '=', waybillNo).execute();
    },

    /** Append-only; the same time and text twice is one event. */
    async addEvents(events: readonly StoredTrackingEvent[]): Promise<void> {
      if (events.length === 0) return;
      await db
        .insertInto('trackingEvents')
        .values(events)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}

export function createTrackingRepository(db: Kysely<Schema>) {
  return { ...trackingReads(db), ...trackingWrites(db) };
}

export type TrackingRepository = ReturnType<typeof createTrackingRepository>;
