import type { Kysely } from 'kysely';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import type { Schema, TrackingEventsTable, TrackingTable } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';

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
        where('waybill_no', 'like', `${text.replace(/[%_]/g, '')}%`),
        where('order_no', '=', text),
        where('phone_tail', '=', text),
      ]),
    );
  };

  return {
    byWaybill: (waybillNo: string) =>
      db.selectFrom('tracking').selectAll().where('waybill_no', '=', waybillNo).executeTakeFirst(),

    /** How far each of these numbers is; those nobody follows are left out. */
    statesOf: async (waybillNos: readonly string[]): Promise<TrackingState[]> => {
      const rows = await db
        .selectFrom('tracking')
        .select('state')
        .where('waybill_no', 'in', waybillNos)
        .execute();
      return rows.map(({ state }) => state);
    },

    due: (now: number, limit: number) =>
      db
        .selectFrom('tracking')
        .selectAll()
        .where('next_due_at', '<=', now)
        .orderBy('next_due_at')
        .limit(limit)
        .execute(),

    window: (filter: TrackingFilter, { offset, limit }: WindowRequest) =>
      matching(filter)
        .selectAll()
        .orderBy('booked_at', 'desc')
        .orderBy('waybill_no', 'desc')
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
      db
        .selectFrom('tracking_events')
        .selectAll()
        .where('waybill_no', '=', waybillNo)
        .orderBy('at')
        .execute(),
  };
}

function trackingWrites(db: Kysely<Schema>) {
  return {
    /** Starts to follow a number; one already followed keeps what is known and learns only whose parcel it is. */
    async follow(row: TrackingTable): Promise<void> {
      const { carrier, order_id, order_no, account_id, phone_tail, booked_at } = row;
      const owner = { carrier, order_id, order_no, account_id, phone_tail, booked_at };
      await db
        .insertInto('tracking')
        .values(row)
        .onConflict((conflict) =>
          row.order_id === ''
            ? conflict.column('waybill_no').doNothing()
            : conflict.column('waybill_no').doUpdateSet(owner).where('tracking.order_id', '=', ''),
        )
        .execute();
    },

    async update(waybillNo: string, patch: Partial<TrackingTable>): Promise<void> {
      await db.updateTable('tracking').set(patch).where('waybill_no', '=', waybillNo).execute();
    },

    /** Append-only; the same time and text twice is one event. */
    async addEvents(events: readonly TrackingEventsTable[]): Promise<void> {
      if (events.length === 0) return;
      await db
        .insertInto('tracking_events')
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
