import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { RetentionReason } from '../../../shared/domain/retention/retention.ts';
import { hourMs } from '../../../shared/rules/shopTime.ts';
import { listed } from '../database/table.ts';
import type { ErasedOrder, Order, Schema } from '../schema.ts';

/** Orders that ended by then may go; what never got a final answer must have been silent since `silentBefore`. */
export interface RetentionLimits {
  readonly endedBefore: number;
  readonly silentBefore: number;
}

/** A clock is believed as far as records stand in so many different hours behind it, as for the figures of calls. */
const provenHours = 24;
/** Acts looked at for that: so many are made in a day at most. */
const lastActs = 5_000;

/** The newest moment that anything is known of an order. */
const lastWord = sql<number>`max(orders.updated_at,
  coalesce((select max(tracking.last_at) from tracking
    where tracking.order_no = orders.order_no and tracking.order_id = orders.id), 0))`;

/** Signed for, cancelled, or in other orders: nothing more is to come. */
const isEnded = sql<boolean>`(orders.state in ('delivered', 'cancelled', 'merged', 'split')
  or (orders.state = 'returned' and orders.id in (select order_id from parcel_returns)))`;

/** It left, or went out by a number bound by hand, and no answer will say how that ends. */
const mayBeSilent = sql<boolean>`(orders.state in ('handed-over', 'in-transit', 'returned')
  or (orders.state in ('booked', 'packed') and orders.platform = 'manual'))`;

/** Why each order keeps its data; empty: nothing stands against it. Lists, not a look for each order: they are short. */
function reasonOf({ endedBefore, silentBefore }: RetentionLimits): RawBuilder<RetentionReason | ''> {
  return sql<RetentionReason | ''>`case
    when orders.shipment_state in ('unsure', 'voiding', 'sending', 'planned')
      or orders.id in (select order_id from outside_references where state in ('open', 'voiding') and order_id <> '')
      or orders.id in (select order_id from shipments where state in ('unsure', 'voiding', 'sending', 'planned'))
      then 'unsure'
    when orders.state = 'held' then 'held'
    when orders.state in ('needs-review', 'ready', 'booking') then 'not-sent'
    when not ${isEnded} and not ${mayBeSilent} then 'not-delivered'
    when ${isEnded} and ${lastWord} >= ${endedBefore} then 'recent'
    when not ${isEnded} and ${lastWord} >= ${silentBefore} then 'not-delivered'
    when orders.id in (select order_id from tracking_cases where state <> 'solved') then 'case-open'
    when orders.id in (select order_id from parcel_returns where state = 'expected') then 'return-open'
    when orders.cod_fen > 0 and orders.state not in ('cancelled', 'returned', 'merged', 'split')
      and orders.id not in (select order_id from cod_payouts where coalesce(paid_out_at, received_at, confirmed_at) is not null)
      then 'cod-open'
    when orders.id in (select order_id from bill_items where claim_state in ('open', 'sent')
      or bill_id in (select id from bills where state <> 'ready')) then 'bill-open'
    when orders.id in (select order_id from order_changes where state = 'pending') then 'change-open'
    when orders.id in (select order_id from print_jobs where state in ('waiting', 'rendering', 'sending', 'held'))
      then 'label-open'
    when orders.id in (select order_id from pickups
      where state in ('sending', 'unsure', 'cancelling')) then 'pickup-open'
    when orders.state in ('merged', 'split') and orders.id in (
      select origin_id from order_parts where kind <> 'extra'
        and order_id in (select id from orders)
        and order_id not in (select order_id from erased_orders)) then 'regrouped'
    else '' end`;
}

interface OrderRetention {
  readonly id: string;
  readonly reason: RetentionReason | '';
  readonly lastWordAt: number;
}

/** Which orders have outlived the time their personal data is kept, and what of the others waits for what. */
export function createRetentionReads(db: Kysely<Schema>) {
  const unerased = sql`from orders where id not in (select order_id from erased_orders)`;
  return {
    /** How many of the next orders wait for what, and how many (reason empty) for nothing; none: there are no more. */
    async reasons(
      limits: RetentionLimits,
      afterId: string,
      limit: number,
    ): Promise<readonly { reason: RetentionReason | ''; orders: number; lastId: string }[]> {
      const { rows } = await sql<{ reason: RetentionReason | ''; orders: number; lastId: string }>`
        select reason, count(*) as orders, max(id) as last_id from (
          select id, ${reasonOf(limits)} as reason ${unerased} and id > ${afterId} order by id limit ${limit}
        ) as looked group by reason`.execute(db);
      return rows;
    },

    /** The next orders that nothing stands against, by id. */
    async due(limits: RetentionLimits, afterId: string, limit: number): Promise<Order[]> {
      const { rows } = await sql<Order>`
        select * ${unerased} and id > ${afterId} and ${reasonOf(limits)} = '' order by id limit ${limit}`.execute(
        db,
      );
      return rows;
    },

    /** Why each of these orders keeps its data (empty: it would go now), and since when nothing was heard of it. */
    async ofOrders(limits: RetentionLimits, ids: readonly string[]): Promise<OrderRetention[]> {
      const { rows } = await sql<OrderRetention>`
        select id, ${reasonOf(limits)} as reason, ${lastWord} as last_word_at from orders
        where id in ${listed(ids)}`.execute(db);
      return rows;
    },

    /** Of these orders, those that nothing stands against. */
    async dueOf(limits: RetentionLimits, ids: readonly string[]): Promise<Order[]> {
      const { rows } = await sql<Order>`
        select * ${unerased} and id in ${listed(ids)} and ${reasonOf(limits)} = '' order by id`.execute(db);
      return rows;
    },

    /** Of these orders, those that were erased. */
    erased: (ids: readonly string[]): Promise<ErasedOrder[]> =>
      db.selectFrom('erasedOrders').selectAll().where('orderId', 'in', listed(ids)).execute(),

    erasedOne: (orderId: string): Promise<ErasedOrder | undefined> =>
      db.selectFrom('erasedOrders').selectAll().where('orderId', '=', orderId).executeTakeFirst(),

    /**
     * The moment up to which records prove the clock: an hour with calls or acts behind which stand so many others. null: the
     * book is too young to prove any.
     */
    async provenAt(): Promise<number | null> {
      const { rows } = await sql<{ at: number }>`
        select distinct at from (
          select at from call_buckets where grain = 60
          union all
          select (at / ${hourMs}) * ${hourMs} from (select at from operator_acts order by no desc limit ${lastActs}) as acts
        ) as known order by at desc limit 1 offset ${provenHours}`.execute(db);
      return rows[0]?.at ?? null;
    },

    /** When the oldest order came in; null: there is none. */
    async firstOrderAt(): Promise<number | null> {
      const { rows } = await sql<{ at: number | null }>`select min(created_at) as at from orders`.execute(db);
      return rows[0]?.at ?? null;
    },
  };
}
