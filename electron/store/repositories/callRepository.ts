import { type Kysely, type SqlBool, sql } from 'kysely';
import type { CallsTable, Schema } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';

export interface CallFilter {
  /** Order number, waybill number, order code, error code, platform code or request id. */
  readonly search?: string | undefined;
  readonly accountId?: string | undefined;
  readonly interfaceName?: string | undefined;
  readonly isFailedOnly?: boolean | undefined;
}

/** Each part reads one index: a search over a million calls touches only what it finds. */
function idsFound(db: Kysely<Schema>, text: string) {
  const ids = () => db.selectFrom('calls').select('id');
  return (
    ids()
      .where('order_id', 'in', orderIdsOf(db, text))
      .union(ids().where('order_code', '=', text))
      // As written in the partial indexes, or they would not be used.
      .union(ids().where(sql<SqlBool>`error_code <> ''`).where('error_code', '=', text))
      .union(ids().where(sql<SqlBool>`platform_code <> ''`).where('platform_code', '=', text))
      .union(ids().where(sql<SqlBool>`request_id <> ''`).where('request_id', '=', text))
  );
}

function matching(db: Kysely<Schema>, { search = '', accountId, interfaceName, isFailedOnly }: CallFilter) {
  return db
    .selectFrom('calls')
    .leftJoin('orders', 'orders.id', 'calls.order_id')
    .leftJoin('accounts', 'accounts.id', 'calls.account_id')
    .$if(accountId !== undefined, (query) => query.where('calls.account_id', '=', accountId ?? ''))
    .$if(interfaceName !== undefined, (query) =>
      query.where('calls.interface_name', '=', interfaceName ?? ''),
    )
    .$if(isFailedOnly === true, (query) => query.where(sql<SqlBool>`calls.error_code <> ''`))
    .$if(search.trim() !== '', (query) => query.where('calls.id', 'in', idsFound(db, search.trim())));
}

function shown(db: Kysely<Schema>, filter: CallFilter) {
  return matching(db, filter)
    .selectAll('calls')
    .select(['orders.order_no', 'orders.waybill_no', 'accounts.name as account_name']);
}

/** One record for each outside call: the call log, metrics and alarms are readings of it. No names, no addresses. */
export function createCallRepository(db: Kysely<Schema>) {
  return {
    async insert(row: CallsTable): Promise<void> {
      await db.insertInto('calls').values(row).execute();
    },

    window: (filter: CallFilter, { offset, limit }: WindowRequest) =>
      shown(db, filter).orderBy('calls.id', 'desc').limit(limit).offset(offset).execute(),

    /** Every call about one order, oldest first. */
    ofOrder: (orderId: string) =>
      db.selectFrom('calls').selectAll().where('order_id', '=', orderId).orderBy('id').execute(),

    async count(filter: CallFilter): Promise<number> {
      const row = await matching(db, filter)
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return row.total;
    },

    byId: (id: string) => shown(db, {}).where('calls.id', '=', id).executeTakeFirst(),

    /** Every call made with one order code, oldest first. */
    chain: (orderCode: string, limit: number) =>
      shown(db, {}).where('calls.order_code', '=', orderCode).orderBy('calls.id').limit(limit).execute(),

    /** What the calls of an account came to since then, oldest first; for rebuilding what was known of its lane. */
    outcomesSince: (accountId: string, at: number) =>
      db
        .selectFrom('calls')
        .select(['at', 'interface_name', 'error_code', 'certainty', 'duration_ms'])
        .where('account_id', '=', accountId)
        .where('at', '>=', at)
        .orderBy('at')
        .orderBy('id')
        .execute(),

    /** How many calls since then, by account and code. */
    codesSince: (at: number) =>
      db
        .selectFrom('calls')
        .select(['account_id', 'error_code'])
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('at', '>=', at)
        .groupBy(['account_id', 'error_code'])
        .execute(),
  };
}

export type CallRepository = ReturnType<typeof createCallRepository>;

/** Orders a number names: by order number, by their waybill, or by a waybill they had. */
function orderIdsOf(db: Kysely<Schema>, text: string) {
  return db
    .selectFrom('orders')
    .select('id')
    .where('order_key', '>=', text)
    .where('order_key', '<', `${text}\uffff`)
    .where('order_no', '=', text)
    .union(
      db
        .selectFrom('orders')
        .select('id')
        .where(sql<SqlBool>`waybill_no <> ''`)
        .where('waybill_no', '=', text),
    )
    .union(db.selectFrom('tracking').select('order_id as id').where('waybill_no', '=', text));
}
