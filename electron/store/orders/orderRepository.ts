import {
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type OrderByModifiers,
  type SqlBool,
  sql,
} from 'kysely';
import {
  type HoldReason,
  type OrderState,
  type orderFilterStates,
  orderMoves,
} from '../../../shared/domain/order.ts';
import { countRows, listed, rowTotal, tableOf } from '../database/table.ts';
import type { Order, Schema } from '../schema.ts';
import { type DueSpan, dueReads, mustLeave } from './dueOrders.ts';
import { goodsReads } from './goodsGroups.ts';
import { type Found, OrderSearch } from './orderSearch.ts';
import {
  countedStates,
  type OrderTally,
  openQuestions,
  orderTallies,
  standsApart,
  summed,
  totalOf,
  travelsElsewhere,
  waitingPrint,
} from './orderTotals.ts';

export type OrderFilterState = OrderState | (typeof orderFilterStates)[number];

export interface OrderFilter {
  readonly state?: OrderFilterState | undefined;
  /** Held for this reason. */
  readonly holdReason?: HoldReason | undefined;
  /** Order number, waybill number, phone, name, goods or street: see `OrderSearch`. */
  readonly search?: string | undefined;
  /** The search is a code that was scanned, and means one order. */
  readonly isCode?: boolean | undefined;
  /** As people count: one that a platform rejected or that has no answer stands under that alone, not under its state as well. */
  readonly isApart?: boolean | undefined;
  readonly booked?: BookedSpan | undefined;
  readonly importId?: string | undefined;
  /** What `due` means now; without it nothing is. */
  readonly due?: DueSpan | undefined;
}

/** Orders with a number got in this time (UTC ms, `to` not included), of a carrier, of a shop. */
interface BookedSpan {
  readonly from: number;
  readonly to: number;
  readonly carrier?: string | undefined;
  readonly shop?: string | undefined;
}

export interface WindowRequest {
  readonly offset: number;
  readonly limit: number;
}

/** Each is the beginning of an index: the id grows with the time, the key begins with the order number. */
const sortColumns = { createdAt: 'id', orderNo: 'orderKey', paidAt: 'paidAt', shipBy: 'shipBy' } as const;

export interface OrderSort {
  readonly by: keyof typeof sortColumns;
  readonly isDescending: boolean;
}

/** Orders without the time come last either way; nothing else of what is sorted by is ever missing. */
function directionOf(by: OrderSort['by'], isDescending: boolean): OrderByModifiers {
  if (isDescending) return 'desc';
  return by === 'paidAt' || by === 'shipBy' ? (order) => order.asc().nullsLast() : 'asc';
}

const newestFirst: OrderSort = { by: 'createdAt', isDescending: true };

/** What a state change may write along with it. */
export type OrderPatch = Partial<Omit<Order, 'id' | 'version' | 'state' | 'orderKey'>>;

type Where = ExpressionBuilder<Schema, 'orders'>;

/** A filter whose search was made. */
interface Asked extends Omit<OrderFilter, 'search' | 'isCode'> {
  readonly found?: Found | undefined;
}

async function searched(search: OrderSearch, filter: OrderFilter): Promise<Asked> {
  const { search: text = '', isCode = false, ...rest } = filter;
  return text.trim() === '' ? rest : { ...rest, found: await search.find(text, isCode) };
}

function orderReads(db: Kysely<Schema>, search: OrderSearch) {
  const orders = tableOf(db, 'orders');
  return {
    byId: (id: string) => orders.row({ id }),

    /** Which of these are in a state; without their rows, since it may be asked of 100,000. */
    async idsIn(state: OrderState, ids: readonly string[]): Promise<string[]> {
      const found = db.selectFrom('orders').select('id').where('id', 'in', listed(ids));
      // The sign keeps SQLite from reading all orders of the state instead of these.
      const rows = await found.where(sql<SqlBool>`+state = ${state}`).orderBy('id').execute();
      return rows.map(({ id }) => id);
    },
    /** However many there are. */
    byIds: (ids: readonly string[]) => orders.rows().where('id', 'in', listed(ids)).orderBy('id').execute(),

    async window(
      filter: OrderFilter,
      { offset, limit }: WindowRequest,
      { by, isDescending }: OrderSort = newestFirst,
    ): Promise<Order[]> {
      const asked = await searched(search, filter);
      const direction = directionOf(by, isDescending);
      return db
        .selectFrom('orders')
        .selectAll()
        .where('id', 'in', (ids) =>
          // Only ids are sorted: whole rows would be carried through the sorter.
          ids
            .selectFrom('orders')
            .select('id')
            .where((where) => matches(where, asked))
            .orderBy(sortColumns[by], direction)
            .limit(limit)
            .offset(offset),
        )
        .orderBy(sortColumns[by], direction)
        .execute();
    },

    async readyIds(limit: number, afterId = ''): Promise<string[]> {
      const rows = await db
        .selectFrom('orders')
        .select('id')
        .where('state', '=', 'ready')
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
  };
}

/** By the number a file gave; their keys begin with it. */
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

    /** Every order of this very number: what makes their keys differ follows after a blank. */
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

    /** Newest first: a weak number may have come back for another shop. */
    /** Newest first, at most this many: who orders under this very phone. */
    ofPhone: (phone: string, limit: number) =>
      orders
        .rows({ receiverPhoneTail: phone.replace(/\D/g, '').slice(-4), receiverPhone: phone })
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),

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

/** Figures of filters and of Today; asked for again and again while an import runs. What is not searched for is counted already. */
function orderCounts(db: Kysely<Schema>, search: OrderSearch) {
  return {
    count: async (filter: OrderFilter) => {
      const isCounted = isWhole(filter) ? countedStates(filter.state, filter.isApart) : null;
      if (isCounted !== null) return totalOf((await orderTallies(db)).filter(isCounted));
      const asked = await searched(search, filter);
      return countRows(db.selectFrom('orders').where((where) => matches(where, asked)));
    },

    /** How many orders lie in each state. */
    async stateCounts(text?: string): Promise<Pick<OrderTally, 'state' | 'total'>[]> {
      if (isWhole({ search: text })) return summed(await orderTallies(db), ({ state }) => state);
      const asked = await searched(search, { search: text });
      return db
        .selectFrom('orders')
        .select(['state', rowTotal])
        .where((where) => matches(where, asked))
        .groupBy('state')
        .execute();
    },

    /** How many orders lie in each state of shipment and print job together; those never sent are not counted. */
    async shipmentCounts(
      text?: string,
    ): Promise<Pick<OrderTally, 'shipmentState' | 'printState' | 'total'>[]> {
      if (isWhole({ search: text })) {
        const sent = (await orderTallies(db)).filter(({ shipmentState }) => shipmentState !== null);
        return summed(sent, ({ shipmentState, printState }) => `${shipmentState} ${printState}`);
      }
      const asked = await searched(search, { search: text });
      return db
        .selectFrom('orders')
        .select(['shipmentState', 'printState', rowTotal])
        .where((where) => matches(where, asked))
        .where('shipmentState', 'is not', null)
        .groupBy(['shipmentState', 'printState'])
        .execute();
    },

    /** Rejected orders and those without an answer, by the state they are in. */
    async apartCounts(text?: string): Promise<Pick<OrderTally, 'state' | 'shipmentState' | 'total'>[]> {
      const apart = ['refused', ...openQuestions] as const;
      if (isWhole({ search: text }))
        return (await orderTallies(db)).filter(({ shipmentState }) =>
          apart.some((one) => one === shipmentState),
        );
      const asked = await searched(search, { search: text });
      return db
        .selectFrom('orders')
        .select(['state', 'shipmentState', rowTotal])
        .where((where) => matches(where, asked))
        .where('shipmentState', 'in', apart)
        .groupBy(['state', 'shipmentState'])
        .execute();
    },

    /** All orders by their states. */
    tallies: () => orderTallies(db),

    holdCounts: () =>
      db
        .selectFrom('orders')
        .select(['holdReason', rowTotal])
        .where('state', '=', 'held')
        .groupBy('holdReason')
        .execute(),

    /** Ready orders that wait for a number obtained by hand. */
    // Literals: along its index only what the index says itself is found.
    countByHand: () =>
      countRows(
        db.selectFrom('orders').where(sql<SqlBool>`state = 'ready' and error_code = 'BOOKING_BY_HAND'`),
      ),

    alarmCount: () => countRows(db.selectFrom('orders').where(sql<SqlBool>`alarm <> ''`)),
  };
}

/** What repeats, merging and undo ask for. */
function orderGroupReads(db: Kysely<Schema>) {
  const orders = tableOf(db, 'orders');
  return {
    byKeys: (keys: readonly string[]) => orders.rows().where('orderKey', 'in', listed(keys)).execute(),

    ofImport: (importId: string) => orders.rows({ importId }).orderBy('id').execute(),

    /** Booked orders by id; a number that was given back is not theirs any more. */
    withWaybill: (afterId: string, limit: number) =>
      orders
        .rows({ shipmentState: 'booked' })
        .where(sql<SqlBool>`waybill_no <> ''`)
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit)
        .execute(),

    /** Orders of the last days that have a number and lie here still: what a duplicate would look like. */
    sentSince: (at: number) =>
      db
        .selectFrom('orders')
        .select(['orderNo', 'receiverPhone', 'goodsText'])
        .where('state', 'in', ['booking', 'booked', 'packed'])
        .where('createdAt', '>=', at)
        .execute(),

    /** Ready orders whose phone another ready order has too. */
    async readyOfSharedPhones(): Promise<Order[]> {
      // Left to itself SQLite reads every ready order, twice.
      const ready = sql`orders indexed by orders_ready_phone where state = 'ready' and receiver_phone <> ''`;
      const { rows } = await sql<Order>`
        select * from ${ready} and receiver_phone in (
          select receiver_phone from ${ready} group by receiver_phone having count(*) > 1
        ) order by id`.execute(db);
      return rows;
    },
  };
}

function orderWrites(db: Kysely<Schema>) {
  const orders = tableOf(db, 'orders');
  return {
    /** Removes orders nothing was ever booked for; the caller has made sure. */
    async remove(ids: readonly string[]): Promise<void> {
      await db.deleteFrom('history').where('orderId', 'in', listed(ids)).execute();
      await db.deleteFrom('orders').where('id', 'in', listed(ids)).execute();
    },

    insertMany: orders.insertMany,

    /** Changes the state along the table. The order as it is then; undefined: somebody else changed it first. */
    async move(
      { id, state, version }: Pick<Order, 'id' | 'state' | 'version'>,
      to: OrderState,
      patch: OrderPatch = {},
    ): Promise<Order | undefined> {
      if (state !== to && !orderMoves[state].includes(to)) return undefined;
      return orders.change({ id, state, version }, { ...patch, state: to });
    },

    /** Writes what the order table shows of shipment and print job; no state of the order changes. */
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
    ...orderWrites(db),
  };
}

function matches(
  where: Where,
  { state, found, holdReason, booked, due, importId, isApart = false }: Asked,
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (isApart && state !== undefined) conditions.push(standsApart(state));
  if (isApart && [state, found, holdReason, booked, importId].every((part) => part === undefined))
    conditions.push(where('state', 'not in', travelsElsewhere));
  if (state === 'unsure') conditions.push(where('shipmentState', 'in', openQuestions));
  else if (state === 'failed') conditions.push(where('shipmentState', '=', 'refused'));
  else if (state === 'unprinted') conditions.push(isUnprinted(where));
  // As written in the partial index, or it would not be used.
  else if (state === 'alarm') conditions.push(sql<SqlBool>`alarm <> ''`);
  else if (state === 'due') conditions.push(mustLeave(where, due ?? { from: 0, before: 0 }));
  else if (state !== undefined) conditions.push(where('state', '=', state));
  if (holdReason !== undefined)
    conditions.push(where.and([where('state', '=', 'held'), where('holdReason', '=', holdReason)]));
  if (booked !== undefined) conditions.push(wasBooked(where, booked));
  if (importId !== undefined) conditions.push(where('importId', '=', importId));
  if (found !== undefined) conditions.push(found(where));
  return where.and(conditions);
}

const isWhole = ({ search = '', holdReason, booked }: OrderFilter): boolean =>
  search.trim() === '' && holdReason === undefined && booked === undefined;

function wasBooked(where: Where, { from, to, carrier, shop }: BookedSpan): Expression<SqlBool> {
  let shipments = where
    .selectFrom('shipments')
    .select('orderId as id')
    .where('bookedAt', '>=', from)
    .where('bookedAt', '<', to);
  if (carrier !== undefined) shipments = shipments.where('carrier', '=', carrier);
  const isOfThem = where('id', 'in', shipments);
  return shop === undefined ? isOfThem : where.and([isOfThem, where('shop', '=', shop)]);
}

function isUnprinted(where: Where): Expression<SqlBool> {
  return where.and([
    where('shipmentState', '=', 'booked'),
    where.or([where('printState', 'is', null), where('printState', 'not in', waitingPrint)]),
  ]);
}
