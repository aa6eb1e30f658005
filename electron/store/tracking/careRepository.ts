import { type Kysely, sql } from 'kysely';
import type { ReturnState } from '../../../shared/domain/cases/parcelCare.ts';
import { countRows, listed, tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { NoticeHook, ParcelArrival, ParcelReturn, Schema } from '../schema.ts';
import { returnDeskReads } from './returnDeskReads.ts';

export function createParcelArrivalRepository(db: Kysely<Schema>) {
  const arrivals = tableOf(db, 'parcelArrivals');
  return {
    of: (waybillNo: string) => arrivals.row({ waybillNo }),
    ofMany: (waybillNos: readonly string[]) =>
      arrivals.rows().where('waybillNo', 'in', listed(waybillNos)).execute(),
    put: (row: ParcelArrival) => arrivals.put(row, ['waybillNo']),

    /** When the carrier received each of these, in its own time. */
    timesOf: (waybillNos: readonly string[]) =>
      tableOf(db, 'parcelTimes').rows().where('waybillNo', 'in', listed(waybillNos)).execute(),

    /** Hours from collection to signature of the parcels of one lane signed for on these days, and how many took them. */
    laneHours: (carrier: string, province: string, days: readonly number[]) =>
      db
        .selectFrom('transitCounts')
        .select(['hours', sql<number>`sum(total)`.as('total')])
        .where(
          'dayAt',
          'in',
          sql<number>`(select cast(value as bigint) from json_each(${JSON.stringify(days)}))`,
        )
        .where('carrier', '=', carrier)
        .where('province', '=', province)
        .groupBy('hours')
        .having(sql<number>`sum(total)`, '>', 0)
        .orderBy('hours')
        .execute(),
  };
}

export function createParcelReturnRepository(db: Kysely<Schema>) {
  const returns = tableOf(db, 'parcelReturns');
  const matching = (state: ReturnState | undefined) => returns.rows({ state });
  return {
    byWaybill: (waybillNo: string) => returns.row({ waybillNo }),
    ofOrder: (orderId: string) => returns.rows({ orderId }).orderBy('createdAt').execute(),
    expectedOf: (orderId: string) =>
      returns.rows({ orderId, state: 'expected' }).orderBy('createdAt').execute(),
    /** Which of these parcels came back and were scanned in under their outward number. */
    async receivedOf(waybillNos: readonly string[]): Promise<ReadonlySet<string>> {
      const rows = await returns
        .rows({ state: 'received' })
        .where('waybillNo', 'in', listed(waybillNos))
        .execute();
      return new Set(rows.map(({ waybillNo }) => waybillNo));
    },
    insert: returns.insert,
    change: (row: ParcelReturn, changes: Partial<Omit<ParcelReturn, 'id' | 'version'>>) =>
      returns.change({ id: row.id, version: row.version }, changes),
    window: (state: ReturnState | undefined, { offset, limit }: WindowRequest) =>
      matching(state).orderBy('createdAt', 'desc').limit(limit).offset(offset).execute(),
    count: (state: ReturnState | undefined) => countRows(matching(state)),
    /** Scanned parcels that belong to no order here. */
    unownedCount: () =>
      countRows(db.selectFrom('parcelReturns').where('orderId', '=', '').where('state', '=', 'received')),
    ...returnDeskReads(db),
  };
}

const theHook = 'notice';

export function createNoticeHookRepository(db: Kysely<Schema>) {
  const hooks = tableOf(db, 'noticeHooks');
  return {
    get: () => hooks.row({ id: theHook }),
    put: (hook: Omit<NoticeHook, 'id'>) => hooks.put({ id: theHook, ...hook }, ['id']),
    remove: () => hooks.remove({ id: theHook }),
  };
}

/** Binds the sealed secret of the hook. */
export const noticeHookId = theHook;
