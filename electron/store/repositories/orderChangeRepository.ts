import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import {
  type OrderChangeKind,
  type OrderChangeState,
  orderChangeMoves,
} from '../../../shared/domain/orderChange.ts';
import type { OrderChangesTable, Schema } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';

export interface OrderChangeFilter {
  readonly state?: OrderChangeState | undefined;
  readonly kind?: OrderChangeKind | undefined;
  readonly importId?: string | undefined;
  readonly orderId?: string | undefined;
}

/** Ids asked for with one statement. */
const idChunk = 500;

export function createOrderChangeRepository(db: Kysely<Schema>) {
  return {
    byId: (id: string) => db.selectFrom('order_changes').selectAll().where('id', '=', id).executeTakeFirst(),

    ofOrder: (orderId: string) =>
      db.selectFrom('order_changes').selectAll().where('order_id', '=', orderId).orderBy('id').execute(),

    async ofOrders(orderIds: readonly string[]): Promise<OrderChangesTable[]> {
      const found: OrderChangesTable[] = [];
      for (let start = 0; start < orderIds.length; start += idChunk) {
        const ids = orderIds.slice(start, start + idChunk);
        found.push(
          ...(await db.selectFrom('order_changes').selectAll().where('order_id', 'in', ids).execute()),
        );
      }
      return found.sort((left, right) => (left.id < right.id ? -1 : 1));
    },

    ofImport: (importId: string) =>
      db.selectFrom('order_changes').selectAll().where('import_id', '=', importId).orderBy('id').execute(),

    window: (filter: OrderChangeFilter, { offset, limit }: WindowRequest) =>
      db
        .selectFrom('order_changes')
        .selectAll()
        .where((where) => matches(where, filter))
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),

    async count(filter: OrderChangeFilter): Promise<number> {
      const row = await db
        .selectFrom('order_changes')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where((where) => matches(where, filter))
        .executeTakeFirstOrThrow();
      return row.total;
    },

    async insert(row: OrderChangesTable): Promise<void> {
      await db.insertInto('order_changes').values(row).execute();
    },

    async remove(id: string): Promise<void> {
      await db.deleteFrom('order_changes').where('id', '=', id).execute();
    },

    async removeOfOrders(orderIds: readonly string[]): Promise<void> {
      for (let start = 0; start < orderIds.length; start += idChunk)
        await db
          .deleteFrom('order_changes')
          .where('order_id', 'in', orderIds.slice(start, start + idChunk))
          .execute();
    },

    /** false: somebody else settled it first. */
    async move(
      seen: Pick<OrderChangesTable, 'id' | 'state' | 'version'>,
      to: OrderChangeState,
      patch: Partial<Pick<OrderChangesTable, 'before_json' | 'settled_at'>> = {},
    ): Promise<boolean> {
      if (!orderChangeMoves[seen.state].includes(to)) return false;
      const result = await db
        .updateTable('order_changes')
        .set({ ...patch, state: to, version: seen.version + 1 })
        .where('id', '=', seen.id)
        .where('state', '=', seen.state)
        .where('version', '=', seen.version)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}

function matches(
  where: ExpressionBuilder<Schema, 'order_changes'>,
  { state, kind, importId, orderId }: OrderChangeFilter,
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (state !== undefined) conditions.push(where('state', '=', state));
  if (kind !== undefined) conditions.push(where('kind', '=', kind));
  if (importId !== undefined) conditions.push(where('import_id', '=', importId));
  if (orderId !== undefined) conditions.push(where('order_id', '=', orderId));
  return where.and(conditions);
}
