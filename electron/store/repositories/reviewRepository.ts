import { type Kysely, type SqlBool, sql } from 'kysely';
import type { OrdersTable, Schema } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';

/** As written in the partial indexes, or they would not be used. */
const waits = sql<SqlBool>`state = 'needs-review'`;

/** Orders that are understood alike and wait as one. */
export interface ReviewEntry {
  readonly address_key: string;
  readonly confidence: number;
  readonly review_round: number;
  /** The oldest of them stands for all. */
  readonly id: string;
}

export interface ReviewFilter {
  /** First complaint of the order; undefined: all. */
  readonly issue?: string | undefined;
}

function waiting(db: Kysely<Schema>, { issue }: ReviewFilter) {
  const query = db.selectFrom('orders').where(waits);
  return issue === undefined ? query : query.where('error_code', '=', issue);
}

function entries(db: Kysely<Schema>, filter: ReviewFilter) {
  return waiting(db, filter)
    .select((select) => ['review_round', 'confidence', 'address_key', select.fn.min('id').as('id')])
    .groupBy(['review_round', 'confidence', 'address_key']);
}

/** Windows and counts are read off partial indexes: 100,000 entries take some 20 ms. */
function queueReads(db: Kysely<Schema>) {
  return {
    /** Least understood first, what was put off last. */
    entries: (filter: ReviewFilter, { offset, limit }: WindowRequest): Promise<ReviewEntry[]> =>
      entries(db, filter)
        .orderBy('review_round')
        .orderBy('confidence')
        .orderBy('address_key')
        .limit(limit)
        .offset(offset)
        .execute(),

    async totals(filter: ReviewFilter): Promise<{ readonly orders: number; readonly entries: number }> {
      const orders = await waiting(db, filter)
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const grouped = await db
        .selectFrom(entries(db, filter).as('entry'))
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return { orders: orders.total, entries: grouped.total };
    },

    issues: () =>
      db
        .selectFrom('orders')
        .select((select) => ['error_code as issue', select.fn.countAll<number>().as('total')])
        .where(waits)
        .groupBy('error_code')
        .execute(),

    /** How many wait under each of these keys. */
    sizes: (addressKeys: readonly string[]) =>
      db
        .selectFrom('orders')
        .select((select) => ['address_key', select.fn.countAll<number>().as('total')])
        .where(waits)
        .where('address_key', 'in', addressKeys)
        .groupBy('address_key')
        .execute(),
  };
}

function memberReads(db: Kysely<Schema>) {
  return {
    members: (addressKey: string, limit: number): Promise<OrdersTable[]> =>
      db
        .selectFrom('orders')
        .selectAll()
        .where(waits)
        .where('address_key', '=', addressKey)
        .orderBy('id')
        .limit(limit)
        .execute(),

    /** In order of id, for work through the whole queue; never beyond `untilId`. */
    next(filter: ReviewFilter, after: { readonly id: string; readonly untilId: string }, limit: number) {
      const query = db
        .selectFrom('orders')
        .selectAll()
        .where('state', '=', 'needs-review')
        .where('id', '>', after.id)
        .where('id', '<=', after.untilId)
        .orderBy('id')
        .limit(limit);
      return (filter.issue === undefined ? query : query.where('error_code', '=', filter.issue)).execute();
    },

    async lastId(): Promise<string> {
      const row = await db
        .selectFrom('orders')
        .select('id')
        .where('state', '=', 'needs-review')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.id ?? '';
    },
  };
}

/** Orders that wait for a person. */
export function createReviewRepository(db: Kysely<Schema>) {
  return {
    ...queueReads(db),
    ...memberReads(db),

    /** Behind all that wait; `first` brings it back to its place. */
    async putOff(addressKey: string, to: 'end' | 'first'): Promise<void> {
      await db
        .updateTable('orders')
        .set((set) => ({ review_round: to === 'first' ? 0 : set('review_round', '+', 1) }))
        .where(waits)
        .where('address_key', '=', addressKey)
        .execute();
    },
  };
}
