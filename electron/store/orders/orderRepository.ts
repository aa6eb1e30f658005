import { type Kysely, type OrderByModifiers, type SqlBool, sql } from 'kysely';
import { type OrderState, orderMoves } from '../../../shared/domain/order.ts';
import { phoneTail } from '../../../shared/rules/phoneTail.ts';
import { listed, tableOf } from '../database/table.ts';
import type { Order, Schema } from '../schema.ts';
import { addOrders, type NewOrder, type NewOrders } from './addedOrders.ts';
import { dueReads } from './dueOrders.ts';
import { goodsReads } from './goodsGroups.ts';
import { orderCounts } from './orderCounts.ts';
import { matches, type OrderFilter, searched } from './orderFilter.ts';
import { OrderSearch } from './orderSearch.ts';
import { sharedPhoneReads } from './sharedPhones.ts';
import { stretchesOf } from './stretches.ts';

export interface WindowRequest {
  readonly offset: number;
  readonly limit: number;
}

/** Each is the prefix of an index: the id grows with time, the key begins with the order number. */
const sortColumns = { createdAt: 'id', orderNo: 'orderKey', paidAt: 'paidAt', shipBy: 'shipBy' } as const;

export interface OrderSort {
  readonly by: keyof typeof sortColumns;
  readonly isDescending: boolean;
}

/** Orders without the value come last in both directions; no other sort column is ever empty. */
function directionOf(by: OrderSort['by'], isDescending: boolean): OrderByModifiers {
  if (isDescending) return 'desc';
  return by === 'paidAt' || by === 'shipBy' ? (order) => order.asc().nullsLast() : 'asc';
}

const newestFirst: OrderSort = { by: 'createdAt', isDescending: true };

/** What a state change may write along with it. */
export type OrderPatch = Partial<Omit<Order, 'id' | 'version' | 'state' | 'orderKey' | 'stretch'>>;

function orderReads(db: Kysely<Schema>, search: OrderSearch) {
  const orders = tableOf(db, 'orders');
  return {
    byId: (id: string) => orders.row({ id }),

    /** Which of these are in a state; without their rows, since it may be asked about 100,000. */
    async idsIn(state: OrderState, ids: readonly string[]): Promise<string[]> {
      const found = db.selectFrom('orders').select('id').where('id', 'in', listed(ids));
      // The plus keeps SQLite from reading all orders of the state instead of these.
      const rows = await found.where(sql<SqlBool>`+state = ${state}`).orderBy('id').execute();
      return rows.map(({ id }) => id);
    },
    /** However many there are. */
    searchLimit: (text: string) => search.limitOf(text),

    byIds: (ids: readonly string[]) => orders.rows().where('id', 'in', listed(ids)).orderBy('id').execute(),

    async window(
      filter: OrderFilter,
      { offset, limit }: WindowRequest,
      { by, isDescending }: OrderSort = newestFirst,
    ): Promise<Order[]> {
      const matching = await searched(search, filter);
      const direction = directionOf(by, isDescending);
      return db
        .selectFrom('orders')
        .selectAll()
        .where('id', 'in', (ids) =>
          // Only ids are sorted: whole rows would be carried through the sorter.
          ids
            .selectFrom('orders')
            .select('id')
            .where((where) => matches(where, matching))
            .orderBy(sortColumns[by], direction)
            .limit(limit)
            .offset(offset),
        )
        .orderBy(sortColumns[by], direction)
        .execute();
    },

    /** Phones and questions of what waits for a person. What a question says is a personal column, so no engine can search it. */
    inReview: () =>
      db
        .selectFrom('orders')
        .select(['orderNo', 'receiverPhone', 'errorCode', 'complaintsJson'])
        .where('state', '=', 'needs-review')
        .orderBy('id')
        .execute(),

    /** Whose first question it is: the code is no personal column, what a question says is. */
    async idsAskedFirst(code: 'IMPORT_SHIP_LATER'): Promise<string[]> {
      const waiting = db.selectFrom('orders').select('id').where('state', '=', 'needs-review');
      const rows = await waiting.where('errorCode', '=', code).orderBy('id').execute();
      return rows.map(({ id }) => id);
    },

    async readyIds(limit: number): Promise<string[]> {
      const rows = await db
        .selectFrom('orders')
        .select('id')
        .where('state', '=', 'ready')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
  };
}

/** Reads by the number that a file gave; the keys of orders begin with it. */
function orderNumberReads(db: Kysely<Schema>) {
  const orders = tableOf(db, 'orders');
  return {
    /** All orders a weak number without a shop was given to, by the key that begins with it. */
    ofWeakNumber: (orderNo: string) =>
      orders
        .rows({ orderNo, shop: '' })
        .where('orderKey', '>=', orderNo)
        .where('orderKey', '<', `${orderNo} ~\uffff`)
        .execute(),

    /** Every order with exactly this number: the distinguishing part of their keys follows a blank. */
    ofNumber: (orderNo: string) =>
      orders
        .rows({ orderNo })
        .where((where) =>
          where.or([
            where('orderKey', '=', orderNo),
            where.and([where('orderKey', '>=', `${orderNo} `), where('orderKey', '<', `${orderNo}!`)]),
          ]),
        )
        .execute(),

    /** Newest first, limited: other orders with this phone. */
    ofPhone: async (phone: string, limit: number) =>
      orders
        .rows({ receiverPhoneTail: phoneTail(phone), receiverPhone: phone })
        .where('stretch', 'in', await stretchesOf(db))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),

    /** Newest first: a weak number may have been reused by another shop. */
    byOrderNo: (orderNo: string) =>
      orders
        .rows({ orderNo })
        // The key begins with the number, so its unique index narrows this to a few rows.
        .where('orderKey', '>=', orderNo)
        .where('orderKey', '<', `${orderNo}\uffff`)
        .orderBy('id', 'desc')
        .executeTakeFirst(),
  };
}

/** What repeats, merging and undo ask for. */
function orderGroupReads(db: Kysely<Schema>) {
  const orders = tableOf(db, 'orders');
  return {
    byKeys: (keys: readonly string[]) => orders.rows().where('orderKey', 'in', listed(keys)).execute(),

    ofImport: (importId: string) => orders.rows({ importId }).orderBy('id').execute(),

    /** Booked orders by id; a number that was given back is no longer theirs. */
    withWaybill: (afterId: string, limit: number) =>
      orders
        .rows({ shipmentState: 'booked' })
        .where(sql<SqlBool>`waybill_no <> ''`)
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit)
        .execute(),

    /** Recent orders that have a number and are still here: candidates for a duplicate. */
    sentSince: (at: number) =>
      db
        .selectFrom('orders')
        .select(['orderNo', 'receiverPhone', 'goodsText'])
        .where('state', 'in', ['booking', 'booked', 'packed'])
        .where('createdAt', '>=', at)
        .execute(),
  };
}

function orderWrites(db: Kysely<Schema>) {
  const orders = tableOf(db, 'orders');
  return {
    /** Removes orders that were never booked, which the caller has checked. */
    async remove(ids: readonly string[]): Promise<void> {
      await db.deleteFrom('history').where('orderId', 'in', listed(ids)).execute();
      await db.deleteFrom('orders').where('id', 'in', listed(ids)).execute();
    },

    /** However many there are. */
    insertMany: (rows: readonly NewOrder[]) => addOrders(db, [rows]),

    insertBatches: (batches: NewOrders) => addOrders(db, batches),

    /** Changes the state as the state table allows. Returns the new order; undefined: it was changed meanwhile. */
    async move(
      { id, state, version }: Pick<Order, 'id' | 'state' | 'version'>,
      to: OrderState,
      patch: OrderPatch = {},
    ): Promise<Order | undefined> {
      if (state !== to && !orderMoves[state].includes(to)) return undefined;
      return orders.change({ id, state, version }, { ...patch, state: to });
    },

    /** Writes the columns of shipment and print job that the order table shows; the order's state is unchanged. */
    show: (id: string, patch: OrderPatch) => orders.update({ id }, patch),
  };
}

export function createOrderRepository(db: Kysely<Schema>) {
  const search = new OrderSearch(db);
  return {
    ...orderReads(db, search),
    ...orderNumberReads(db),
    ...orderCounts(db, search),
    ...dueReads(db),
    ...goodsReads(db),
    ...orderGroupReads(db),
    ...sharedPhoneReads(db),
    ...orderWrites(db),
  };
}
