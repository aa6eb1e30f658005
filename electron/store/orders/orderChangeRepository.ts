import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import { z } from 'zod';
import {
  type OrderChangeKind,
  type OrderChangeState,
  orderChangeMoves,
  orderStates,
} from '../../../shared/domain/order.ts';
import { columnOf, fieldOf } from '../database/columnNames.ts';
import { storedJson } from '../database/storedJson.ts';
import type { Order, OrderChange, OrderPart, Schema } from '../schema.ts';
import type { OrderPatch, WindowRequest } from './orderRepository.ts';

export interface OrderChangeFilter {
  readonly state?: OrderChangeState | undefined;
  readonly kind?: OrderChangeKind | undefined;
  readonly importId?: string | undefined;
  readonly orderId?: string | undefined;
}

/** What a change wrote over: the state of the order, and what its fields said. */
export interface FormerOrder {
  readonly state: Order['state'];
  readonly columns: OrderPatch;
}

/** Patches lie in the database under the names of its columns. */
const patchSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const patchJson = storedJson('patch_json', patchSchema);
const formerJson = storedJson(
  'before_json',
  z.union([z.object({ state: z.enum(orderStates), columns: patchSchema }), z.strictObject({})]),
);

export function writePatch(patch: OrderPatch): string {
  return JSON.stringify(renamed(patch, columnOf));
}

export function readPatch(json: string): OrderPatch {
  return renamed(patchJson.read(json), fieldOf);
}

export function writeFormer({ state, columns }: FormerOrder): string {
  return JSON.stringify({ state, columns: renamed(columns, columnOf) });
}

/** Empty until the change was accepted. */
export function readFormer(json: string): Partial<FormerOrder> {
  const former = formerJson.read(json);
  return 'state' in former ? { state: former.state, columns: renamed(former.columns, fieldOf) } : {};
}

function renamed(patch: object, name: (key: string) => string): OrderPatch {
  return Object.fromEntries(Object.entries(patch).map(([key, value]) => [name(key), value]));
}

/** Ids asked for with one statement. */
const idChunk = 500;

export function createOrderChangeRepository(db: Kysely<Schema>) {
  return {
    byId: (id: string) => db.selectFrom('orderChanges').selectAll().where('id', '=', id).executeTakeFirst(),

    ofOrder: (orderId: string) =>
      db.selectFrom('orderChanges').selectAll().where('orderId', '=', orderId).orderBy('id').execute(),

    async ofOrders(orderIds: readonly string[]): Promise<OrderChange[]> {
      const found: OrderChange[] = [];
      for (let start = 0; start < orderIds.length; start += idChunk) {
        const ids = orderIds.slice(start, start + idChunk);
        found.push(
          ...(await db.selectFrom('orderChanges').selectAll().where('orderId', 'in', ids).execute()),
        );
      }
      return found.sort((left, right) => (left.id < right.id ? -1 : 1));
    },

    ofImport: (importId: string) =>
      db.selectFrom('orderChanges').selectAll().where('importId', '=', importId).orderBy('id').execute(),

    window: (filter: OrderChangeFilter, { offset, limit }: WindowRequest) =>
      db
        .selectFrom('orderChanges')
        .selectAll()
        .where((where) => matches(where, filter))
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),

    async count(filter: OrderChangeFilter): Promise<number> {
      const row = await db
        .selectFrom('orderChanges')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where((where) => matches(where, filter))
        .executeTakeFirstOrThrow();
      return row.total;
    },

    async insert(row: OrderChange): Promise<void> {
      await db.insertInto('orderChanges').values(row).execute();
    },

    async remove(id: string): Promise<void> {
      await db.deleteFrom('orderChanges').where('id', '=', id).execute();
    },

    async removeOfOrders(orderIds: readonly string[]): Promise<void> {
      for (let start = 0; start < orderIds.length; start += idChunk)
        await db
          .deleteFrom('orderChanges')
          .where('orderId', 'in', orderIds.slice(start, start + idChunk))
          .execute();
    },

    /** false: somebody else settled it first. */
    async move(
      seen: Pick<OrderChange, 'id' | 'state' | 'version'>,
      to: OrderChangeState,
      patch: Partial<Pick<OrderChange, 'beforeJson' | 'settledAt'>> = {},
    ): Promise<boolean> {
      if (!orderChangeMoves[seen.state].includes(to)) return false;
      const result = await db
        .updateTable('orderChanges')
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
  where: ExpressionBuilder<Schema, 'orderChanges'>,
  { state, kind, importId, orderId }: OrderChangeFilter,
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (state !== undefined) conditions.push(where('state', '=', state));
  if (kind !== undefined) conditions.push(where('kind', '=', kind));
  if (importId !== undefined) conditions.push(where('importId', '=', importId));
  if (orderId !== undefined) conditions.push(where('orderId', '=', orderId));
  return where.and(conditions);
}

/** Ids asked for with one statement. */
const partIdChunk = 500;

export function createOrderPartRepository(db: Kysely<Schema>) {
  async function where(column: 'orderId' | 'originId', ids: readonly string[]): Promise<OrderPart[]> {
    const found: OrderPart[] = [];
    for (let start = 0; start < ids.length; start += partIdChunk) {
      found.push(
        ...(await db
          .selectFrom('orderParts')
          .selectAll()
          .where(column, 'in', ids.slice(start, start + partIdChunk))
          .orderBy('orderId')
          .orderBy('originId')
          .execute()),
      );
    }
    return found;
  }
  return {
    /** What travels in these orders. */
    inOrders: (orderIds: readonly string[]) => where('orderId', orderIds),
    /** In what these orders travel. */
    ofOrigins: (originIds: readonly string[]) => where('originId', originIds),
    async insertMany(rows: readonly OrderPart[]): Promise<void> {
      if (rows.length > 0) await db.insertInto('orderParts').values(rows).execute();
    },
    async removeOrder(orderId: string): Promise<void> {
      await db.deleteFrom('orderParts').where('orderId', '=', orderId).execute();
    },
  };
}
