import { type Kysely, type SqlBool, sql } from 'kysely';
import { personalValue } from '../database/personalSeal.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Order, Schema } from '../schema.ts';

/** Orders that are understood alike and wait as one. */
export interface ReviewEntry {
  readonly addressKey: string;
  readonly confidence: number;
  readonly reviewRound: number;
  /** The oldest of them stands for all. */
  readonly id: string;
}

export interface ReviewFilter {
  /** First complaint of the order; undefined: all. */
  readonly issue?: string | undefined;
}

/**
 * What a platform rejected waits in Ship, where it is edited and tried again; its address may be as sure as any. Written as in
 * the partial indexes, or they would not be used.
 */
const isInQueue = sql<SqlBool>`state = 'needs-review' and shipment_state is not 'refused'`;

/**
 * The index is named, because the planner does not know how many wait and would sort all of them. 100,000 entries take one millisecond
 * this way for the first window and 30 for the last, instead of half a second.
 */
const queue = sql`orders indexed by orders_review where ${isInQueue}`;

const waiting = ({ issue }: ReviewFilter) =>
  issue === undefined ? queue : sql`${queue} and error_code = ${issue}`;

const ofAddress = (key: string) => personalValue('orders', 'addressKey', key);

const entryColumns = sql`review_round, confidence, address_key`;

/** Windows and counts are read off a partial index and touch no row. */
function queueReads(db: Kysely<Schema>) {
  return {
    /** Least understood first, what was put off last. */
    async entries(filter: ReviewFilter, { offset, limit }: WindowRequest): Promise<ReviewEntry[]> {
      const { rows } = await sql<ReviewEntry>`
        select ${entryColumns}, min(id) as id from ${waiting(filter)}
        group by ${entryColumns} order by ${entryColumns} limit ${limit} offset ${offset}`.execute(db);
      return rows;
    },

    async totals(filter: ReviewFilter): Promise<{ readonly orders: number; readonly entries: number }> {
      const { rows } = await sql<{ orders: number; entries: number }>`
        select coalesce(sum(size), 0) as orders, count(*) as entries
        from (select count(*) as size from ${waiting(filter)} group by ${entryColumns}) as sizes`.execute(db);
      return rows[0] ?? { orders: 0, entries: 0 };
    },

    async issues(): Promise<{ issue: string; total: number }[]> {
      const { rows } = await sql<{ issue: string; total: number }>`
        select error_code as issue, count(*) as total from ${queue} group by error_code`.execute(db);
      return rows;
    },

    /** How many wait under each of these keys. */
    async sizes(addressKeys: readonly string[]): Promise<{ addressKey: string; total: number }[]> {
      if (addressKeys.length === 0) return [];
      const { rows } = await sql<{ addressKey: string; total: number }>`
        select address_key, count(*) as total
        from orders indexed by orders_review_address
        where ${isInQueue} and address_key in (${sql.join(addressKeys.map(ofAddress))})
        group by address_key`.execute(db);
      return rows;
    },
  };
}

function memberReads(db: Kysely<Schema>) {
  return {
    async members(addressKey: string, limit: number): Promise<Order[]> {
      const { rows } = await sql<Order>`
        select * from orders indexed by orders_review_address
        where ${isInQueue} and address_key = ${ofAddress(addressKey)}
        order by id limit ${limit}`.execute(db);
      return rows;
    },

    /** In order of id, for work through the whole queue; never beyond `untilId`. */
    next(filter: ReviewFilter, after: { readonly id: string; readonly untilId: string }, limit: number) {
      const query = db
        .selectFrom('orders')
        .selectAll()
        .where(isInQueue)
        .where('id', '>', after.id)
        .where('id', '<=', after.untilId)
        .orderBy('id')
        .limit(limit);
      return (filter.issue === undefined ? query : query.where('errorCode', '=', filter.issue)).execute();
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
      const round = to === 'first' ? sql`0` : sql`review_round + 1`;
      await sql`
        update orders indexed by orders_review_address set review_round = ${round}
        where ${isInQueue} and address_key = ${ofAddress(addressKey)}`.execute(db);
    },
  };
}
