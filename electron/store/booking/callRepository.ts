import { type Kysely, type SqlBool, sql } from 'kysely';
import { firstIdAt } from '../../platform/ids.ts';
import { countRows, tableOf } from '../database/table.ts';
import { createCallBucketRepository } from '../insight/callBucketRepository.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { RecordedCall, Schema } from '../schema.ts';
import { nameOfAccount } from './accountRepository.ts';

export interface CallFilter {
  /** Order number, waybill number, order code, error code, platform code or request id. */
  readonly search?: string | undefined;
  readonly accountId?: string | undefined;
  readonly interfaceName?: string | undefined;
  readonly errorCode?: string | undefined;
  readonly isFailedOnly?: boolean | undefined;
  /** Only calls of a platform since then that ended with one of these codes. */
  readonly away?:
    | { readonly platform: string; readonly since: number; readonly codes: readonly string[] }
    | undefined;
  /** Only calls made before this one. */
  readonly before?: string | undefined;
  /** The run from its newest to its oldest call, both included. */
  readonly within?: { readonly newestId: string; readonly firstId: string } | undefined;
}

/** Each part uses one index: a search over a million calls touches only its matches. */
function idsFound(db: Kysely<Schema>, text: string) {
  const ids = () => db.selectFrom('calls').select('id');
  return (
    ids()
      .where('orderId', 'in', orderIdsOf(db, text))
      .union(ids().where('orderCode', '=', text))
      // Written as in the partial indexes, or they would not be used.
      .union(ids().where(sql<SqlBool>`error_code <> ''`).where('errorCode', '=', text))
      .union(ids().where(sql<SqlBool>`platform_code <> ''`).where('platformCode', '=', text))
      .union(ids().where(sql<SqlBool>`request_id <> ''`).where('requestId', '=', text))
  );
}

function matching(db: Kysely<Schema>, filter: CallFilter) {
  const { search = '', accountId, interfaceName, errorCode, isFailedOnly, away, before, within } = filter;
  const isFailed = isFailedOnly === true || errorCode !== undefined || away !== undefined;
  return db
    .selectFrom('calls')
    .leftJoin('orders', 'orders.id', 'calls.orderId')
    .leftJoin('accounts', 'accounts.id', 'calls.accountId')
    .leftJoin('removedAccounts', 'removedAccounts.id', 'calls.accountId')
    .$if(accountId !== undefined, (query) => query.where('calls.accountId', '=', accountId ?? ''))
    .$if(interfaceName !== undefined, (query) => query.where('calls.interfaceName', '=', interfaceName ?? ''))
    .$if(isFailed, (query) => query.where(sql<SqlBool>`calls.error_code <> ''`))
    .$if(errorCode !== undefined, (query) => query.where('calls.errorCode', '=', errorCode ?? ''))
    .$if(away !== undefined, (query) =>
      query
        .where('calls.platform', '=', away?.platform ?? '')
        .where('calls.errorCode', 'in', away?.codes ?? [])
        // Ids sort by time: older calls are not read.
        .where('calls.id', '>=', firstIdAt(away?.since ?? 0))
        .where('calls.at', '>=', away?.since ?? 0),
    )
    .$if(before !== undefined, (query) => query.where('calls.id', '<', before ?? ''))
    .$if(within !== undefined, (query) =>
      query.where('calls.id', '<=', within?.newestId ?? '').where('calls.id', '>=', within?.firstId ?? ''),
    )
    .$if(search.trim() !== '', (query) => query.where('calls.id', 'in', idsFound(db, search.trim())));
}

function shown(db: Kysely<Schema>, filter: CallFilter) {
  return matching(db, filter)
    .selectAll('calls')
    .select(['orders.orderNo', 'orders.waybillNo', nameOfAccount]);
}

/** One record per outside call: call log, metrics and alarms are read from it. No names, no addresses. */
export function createCallRepository(db: Kysely<Schema>) {
  const calls = tableOf(db, 'calls');
  const buckets = createCallBucketRepository(db);
  return {
    /** A record and its figures are always written together, and only here. */
    async insert(call: RecordedCall): Promise<void> {
      await calls.insert(call);
      await buckets.add(call);
    },

    window: (filter: CallFilter, { offset, limit }: WindowRequest) =>
      shown(db, filter).orderBy('calls.id', 'desc').limit(limit).offset(offset).execute(),

    /** Every call about one order, oldest first. */
    ofOrder: (orderId: string) => calls.rows({ orderId }).orderBy('id').execute(),

    /** Newest first. */
    last: (limit: number) => calls.rows().orderBy('id', 'desc').limit(limit).execute(),

    count: (filter: CallFilter) => countRows(matching(db, filter)),

    byId: (id: string) => shown(db, {}).where('calls.id', '=', id).executeTakeFirst(),

    /** Every call made with one order code, oldest first. */
    chain: (orderCode: string, limit: number) =>
      shown(db, {}).where('calls.orderCode', '=', orderCode).orderBy('calls.id').limit(limit).execute(),

    /** Outcomes of an account's calls since then, oldest first; for rebuilding the state of its lane. */
    outcomesSince: (accountId: string, at: number) =>
      db
        .selectFrom('calls')
        .select(['at', 'interfaceName', 'orderId', 'errorCode', 'certainty', 'durationMs'])
        .where('accountId', '=', accountId)
        // Ids sort by time: older calls are not read.
        .where('id', '>=', firstIdAt(at))
        .where('at', '>=', at)
        .orderBy('at')
        .orderBy('id')
        .execute(),
  };
}

/** Orders of a number: by order number, by their waybill, or by a waybill they once had. */
function orderIdsOf(db: Kysely<Schema>, text: string) {
  return db
    .selectFrom('orders')
    .select('id')
    .where('orderKey', '>=', text)
    .where('orderKey', '<', `${text}\uffff`)
    .where('orderNo', '=', text)
    .union(
      db
        .selectFrom('orders')
        .select('id')
        .where(sql<SqlBool>`waybill_no <> ''`)
        .where('waybillNo', '=', text),
    )
    .union(db.selectFrom('tracking').select('orderId as id').where('waybillNo', '=', text));
}
