import { type Kysely, sql } from 'kysely';
import { keptSql } from '../database/keptStatement.ts';
import { listed, tableOf } from '../database/table.ts';
import { isHeard } from '../door/isHeard.ts';
import type { Order, OrderTotal, Schema } from '../schema.ts';
import { storeNow } from '../workstations/storeTime.ts';
import { itemsJson } from './orderJson.ts';
import { orderTallies, totalOf } from './orderTotals.ts';
import { stretchAfter } from './stretches.ts';

/** A new order; the store assigns its stretch. */
export type NewOrder = Omit<Order, 'stretch'> & { stretch: Order['stretch'] };

/** In portions: stored ones need not be held until the last are stored. */
export type NewOrders = Iterable<readonly NewOrder[]> | AsyncIterable<readonly NewOrder[]>;

/** Stores new orders, with everything that follows from them in the same transaction. */
export async function addOrders(db: Kysely<Schema>, batches: NewOrders): Promise<void> {
  const added = new AddedOrders();
  let before: number | null = null;
  for await (const rows of batches) {
    before ??= totalOf(await orderTallies(db));
    giveStretches(rows, before + added.count);
    await tableOf(db, 'orders').insertMany(rows);
    added.note(rows);
  }
  await added.follow(db);
}

function giveStretches(rows: readonly NewOrder[], before: number): void {
  for (let no = 0; no < rows.length; no++) (rows[no] as NewOrder).stretch = stretchAfter(before + no);
}

/** The same for orders copied unchanged from another book. */
export async function followAdded(db: Kysely<Schema>, rows: readonly Order[]): Promise<void> {
  const added = new AddedOrders();
  added.note(rows);
  await added.follow(db);
}

/**
 * What follows from new orders: counts, goods of booked ones, and events for the shop's own programs. Triggers, which do this for later
 * changes, would cost time for each order of an import.
 */
class AddedOrders {
  readonly #ids: string[] = [];
  readonly #totals: { -readonly [Name in keyof OrderTotal]: OrderTotal[Name] }[] = [];
  readonly #booked: Order[] = [];

  get count(): number {
    return this.#ids.length;
  }

  note(rows: readonly Order[]): void {
    for (const order of rows) {
      this.#ids.push(order.id);
      this.#count(order);
      if (order.state === 'booked') this.#booked.push(order);
    }
  }

  /** New orders come in two or three kinds: building a key for each would cost more than searching these. */
  #count({ state, shipmentState, printState }: Order): void {
    const kind = { state, shipmentState: shipmentState ?? '', printState: printState ?? '' } as const;
    const known = this.#totals.find(
      (one) =>
        one.state === kind.state &&
        one.shipmentState === kind.shipmentState &&
        one.printState === kind.printState,
    );
    if (known === undefined) this.#totals.push({ ...kind, total: 1 });
    else known.total += 1;
  }

  async follow(db: Kysely<Schema>): Promise<void> {
    if (this.#ids.length === 0) return;
    for (const total of this.#totals) await countAdded(db, total);
    await fillOpenGoods(db, this.#booked);
    await tellAdded(db, this.#ids);
  }
}

async function countAdded(db: Kysely<Schema>, added: OrderTotal): Promise<void> {
  const { state, shipmentState, printState, total } = added;
  await keptSql(db)`
    insert into order_totals (state, shipment_state, print_state, total)
    values (${state}, ${shipmentState}, ${printState}, ${total})
    on conflict (state, shipment_state, print_state) do update set total = order_totals.total + excluded.total`;
}

/** The trigger for orders that are booked later writes the same. */
async function fillOpenGoods(db: Kysely<Schema>, booked: readonly Order[]): Promise<void> {
  const openGoods = tableOf(db, 'openGoods');
  for (const order of booked) {
    for (const { skuCode, sku } of itemsJson.read(order.itemsJson)) {
      const goodsKey = capitals((skuCode === '' ? sku : skuCode).replace(/^ +| +$/g, ''));
      const pieces = order.quantity;
      if (goodsKey !== '') await openGoods.insertIfNew({ orderId: order.id, goodsKey, pieces });
    }
  }
}

/** Lower case as in SQLite: ASCII letters only. */
const capitals = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());

/** Nothing is written while no program listens. */
async function tellAdded(db: Kysely<Schema>, ids: readonly string[]): Promise<void> {
  if (!(await isHeard(db))) return;
  await sql`insert into door_events (at, type, order_no, waybill_no, state, code)
    select ${storeNow}, 'order.added', order_no, waybill_no, state, error_code
    from orders where id in ${listed(ids)} order by id`.execute(db);
}
