import type { Kysely } from 'kysely';
import type { CallsTable, Schema } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';

/** One record for each outside call: the call log, metrics and alarms are readings of it. No names, no addresses. */
export function createCallRepository(db: Kysely<Schema>) {
  const matching = (search: string | undefined) => {
    const text = search?.trim() ?? '';
    const query = db
      .selectFrom('calls')
      .leftJoin('orders', 'orders.id', 'calls.order_id')
      .leftJoin('accounts', 'accounts.id', 'calls.account_id');
    if (text === '') return query;
    return query.where((where) =>
      where.or([
        where('orders.order_no', '=', text),
        where('orders.waybill_no', '=', text),
        where('calls.order_code', '=', text),
        where('calls.error_code', '=', text),
        where('calls.platform_code', '=', text),
      ]),
    );
  };

  return {
    async insert(row: CallsTable): Promise<void> {
      await db.insertInto('calls').values(row).execute();
    },

    window: (search: string | undefined, { offset, limit }: WindowRequest) =>
      matching(search)
        .selectAll('calls')
        .select(['orders.order_no', 'accounts.name as account_name'])
        .orderBy('calls.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),

    /** Every call about one order, oldest first. */
    ofOrder: (orderId: string) =>
      db.selectFrom('calls').selectAll().where('order_id', '=', orderId).orderBy('id').execute(),

    async count(search: string | undefined): Promise<number> {
      const row = await matching(search)
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return row.total;
    },
  };
}

export type CallRepository = ReturnType<typeof createCallRepository>;
