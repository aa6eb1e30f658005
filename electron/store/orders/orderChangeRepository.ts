import { type Kysely, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import {
  type OrderChangeKind,
  type OrderChangeState,
  type OrderState,
  orderChangeMoves,
  orderStates,
} from '../../../shared/domain/order.ts';
import { columnOf, fieldOf } from '../database/columnNames.ts';
import { keptSql } from '../database/keptStatement.ts';
import { storedJson } from '../database/storedJson.ts';
import { listed, tableOf } from '../database/table.ts';
import type { Order, OrderChange, OrderPart, Schema } from '../schema.ts';
import type { OrderPatch, WindowRequest } from './orderRepository.ts';

export interface OrderChangeFilter {
  readonly state?: OrderChangeState | undefined;
  readonly kind?: OrderChangeKind | undefined;
  readonly importId?: string | undefined;
  readonly orderId?: string | undefined;
}

/** What a change replaced: the order's state and fields. */
export interface PreviousOrder {
  readonly state: Order['state'];
  readonly columns: OrderPatch;
}

/** Patches are stored with column names. */
const patchSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const patchJson = storedJson('patch_json', patchSchema);
const previousJson = storedJson(
  'before_json',
  z.union([z.object({ state: z.enum(orderStates), columns: patchSchema }), z.strictObject({})]),
);

export function writePatch(patch: OrderPatch): string {
  return JSON.stringify(renamed(patch, columnOf));
}

export function readPatch(json: string): OrderPatch {
  return renamed(patchJson.read(json), fieldOf);
}

export function writePrevious({ state, columns }: PreviousOrder): string {
  return JSON.stringify({ state, columns: renamed(columns, columnOf) });
}

/** Empty until the change was accepted. */
export function readPrevious(json: string): Partial<PreviousOrder> {
  const previous = previousJson.read(json);
  return 'state' in previous ? { state: previous.state, columns: renamed(previous.columns, fieldOf) } : {};
}

function renamed(patch: object, name: (key: string) => string): OrderPatch {
  return Object.fromEntries(Object.entries(patch).map(([key, value]) => [name(key), value]));
}

/** The order of a change, if it is in one of these states. */
const orderIn = (db: Kysely<Schema>, states: readonly OrderState[]) =>
  db
    .selectFrom('orders')
    .select('orders.id')
    .where(sql<SqlBool>`orders.id = order_changes.order_id`)
    .where('orders.state', 'in', listed(states));

export function createOrderChangeRepository(db: Kysely<Schema>) {
  const changes = tableOf(db, 'orderChanges');
  return {
    byId: (id: string) => changes.row({ id }),

    ofOrder: (orderId: string) => changes.rows({ orderId }).orderBy('id').execute(),

    ofOrders: (orderIds: readonly string[]) =>
      changes.rows().where('orderId', 'in', listed(orderIds)).orderBy('id').execute(),

    ofImport: (importId: string) => changes.rows({ importId }).orderBy('id').execute(),

    /** Orders with an undecided change from a newer file. */
    async pendingOrderIds(): Promise<string[]> {
      // A literal, not a parameter: only so does the database use the index of the few pending ones.
      const pending = db.selectFrom('orderChanges').where(sql<SqlBool>`state = 'pending'`);
      return (await pending.select('orderId').distinct().execute()).map(({ orderId }) => orderId);
    },

    /** Newest first, behind the undecided ones of orders that are in one of the states that `alarming` names. */
    window: (
      filter: OrderChangeFilter,
      { offset, limit }: WindowRequest,
      alarming: readonly OrderState[] = [],
    ) =>
      changes
        .rows(filter)
        .orderBy((change) =>
          change
            .case()
            .when(change.and([change('state', '=', 'pending'), change.exists(orderIn(db, alarming))]))
            .then(sql.lit(0))
            .else(sql.lit(1))
            .end(),
        )
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),

    count: (filter: OrderChangeFilter) => changes.count(filter),

    insert: changes.insert,

    remove: (id: string) => changes.remove({ id }),

    async removeOfOrders(orderIds: readonly string[]): Promise<void> {
      await db.deleteFrom('orderChanges').where('orderId', 'in', listed(orderIds)).execute();
    },

    /** undefined: it was settled meanwhile. */
    async move(
      { id, state, version }: Pick<OrderChange, 'id' | 'state' | 'version'>,
      to: OrderChangeState,
      patch: Partial<Pick<OrderChange, 'beforeJson' | 'settledAt'>> = {},
    ): Promise<OrderChange | undefined> {
      if (!orderChangeMoves[state].includes(to)) return undefined;
      return changes.change({ id, state, version }, { ...patch, state: to });
    },
  };
}

export function createOrderPartRepository(db: Kysely<Schema>) {
  const parts = tableOf(db, 'orderParts');
  const among = (column: 'orderId' | 'originId', ids: readonly string[]) =>
    parts.rows().where(column, 'in', listed(ids)).orderBy('orderId').orderBy('originId').execute();
  return {
    /** What travels in this order. */
    async inOrder(orderId: string): Promise<OrderPart[]> {
      const found = keptSql(db)<OrderPart>`select * from order_parts where order_id = ${orderId}
        order by origin_id`;
      return (await found).rows;
    },
    /** What travels in these orders. */
    inOrders: (orderIds: readonly string[]) => among('orderId', orderIds),
    /** The orders that these travel in. */
    ofOrigins: (originIds: readonly string[]) => among('originId', originIds),
    insertMany: parts.insertMany,
    removeOrder: (orderId: string) => parts.remove({ orderId }),
  };
}
