import { type Kysely, type SqlBool, sql } from 'kysely';
import { openReturnStandings, type ReturnStanding } from '../../../shared/domain/cases/parcelCare.ts';
import { countRows, rowTotal } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Schema } from '../schema.ts';

export interface ReturnDeskFilter {
  /** Absent: everything that needs action. */
  readonly standing?: ReturnStanding | undefined;
  /** Searches all, whatever the state. */
  readonly search?: string | undefined;
  /** Older carrier reports are no longer waited for. */
  readonly toldSince: number;
}

/** Written as in the index. */
const newsAt = sql<number>`coalesce(tracking.last_at, tracking.booked_at, 0)`;

/** Returns noted or scanned here. */
function noted(db: Kysely<Schema>) {
  return db
    .selectFrom('parcelReturns')
    .leftJoin('tracking', 'tracking.waybillNo', 'parcelReturns.waybillNo')
    .select([
      'parcelReturns.id as returnId',
      'parcelReturns.waybillNo',
      'parcelReturns.carrier',
      'parcelReturns.orderId',
      'parcelReturns.orderNo',
      'parcelReturns.outwardNo',
      'parcelReturns.reason',
      'parcelReturns.createdBy',
      'parcelReturns.receivedBy',
      'parcelReturns.note',
      sql<ReturnStanding>`case
        when parcel_returns.state = 'dropped' then 'dropped'
        when parcel_returns.state = 'received' and parcel_returns.order_id = '' then 'unknown'
        when parcel_returns.state = 'received' then 'received'
        when tracking.state = 'returned' then 'unscanned'
        else 'expected' end`.as('standing'),
      sql<number | null>`coalesce(parcel_returns.received_at, parcel_returns.created_at)`.as('sinceAt'),
    ]);
}

/** Parcels that a carrier returns or has returned, and that were neither noted nor scanned here. */
function announcedReturns(db: Kysely<Schema>, toldSince: number) {
  return db
    .selectFrom('tracking')
    .leftJoin('parcelReturns', 'parcelReturns.waybillNo', 'tracking.waybillNo')
    .where('tracking.state', 'in', ['returning', 'returned'])
    .where(newsAt, '>=', toldSince)
    .where('parcelReturns.id', 'is', null)
    .select([
      sql<string>`''`.as('returnId'),
      'tracking.waybillNo',
      'tracking.carrier',
      'tracking.orderId',
      'tracking.orderNo',
      'tracking.waybillNo as outwardNo',
      'tracking.exception as reason',
      sql<string>`''`.as('createdBy'),
      sql<string>`''`.as('receivedBy'),
      sql<string>`''`.as('note'),
      sql<ReturnStanding>`case when tracking.state = 'returned' then 'unscanned' else 'told' end`.as(
        'standing',
      ),
      sql<number | null>`tracking.last_at`.as('sinceAt'),
    ]);
}

/** All returns, from notes here and from carriers. */
export function returnDeskReads(db: Kysely<Schema>) {
  const all = (toldSince: number) =>
    db.selectFrom(noted(db).unionAll(announcedReturns(db, toldSince)).as('desk'));

  const matching = ({ standing, search = '', toldSince }: ReturnDeskFilter) => {
    const text = search.trim();
    const upper = text.toUpperCase();
    if (text !== '')
      return all(toldSince).where(
        sql<SqlBool>`(waybill_no = ${upper} or outward_no = ${upper} or order_no = ${text})`,
      );
    return standing === undefined
      ? all(toldSince).where('standing', 'in', openReturnStandings)
      : all(toldSince).where('standing', '=', standing);
  };

  return {
    /** Open ones: longest waiting first; ended ones: newest first. */
    deskWindow: (filter: ReturnDeskFilter, { offset, limit }: WindowRequest) => {
      const hasEnded = filter.standing === 'received' || filter.standing === 'dropped';
      return matching(filter)
        .selectAll()
        .orderBy('sinceAt', hasEnded ? 'desc' : 'asc')
        .orderBy('waybillNo')
        .limit(limit)
        .offset(offset)
        .execute();
    },

    deskCount: (filter: ReturnDeskFilter) => countRows(matching(filter)),

    deskCounts: (toldSince: number) =>
      all(toldSince).select(['standing', rowTotal]).groupBy('standing').execute(),
  };
}
