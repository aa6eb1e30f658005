import { type Kysely, sql } from 'kysely';
import { keptSql } from '../database/keptStatement.ts';
import { listed, tableOf } from '../database/table.ts';
import type { Order, OrderTotal, Schema } from '../schema.ts';
import { storeNow } from '../workstations/storeTime.ts';
import { itemsJson } from './orderJson.ts';
import { orderTallies, totalOf } from './orderTotals.ts';
import { stretchAfter } from './stretches.ts';

/** Orders stored before others get their turn, in the middle of a transaction: pages read on a connection of their own. */
const ordersAtOnce = 200;

/** The way in for new orders, with all that follows from them in the same transaction. */
export async function addOrders(
  db: Kysely<Schema>,
  rows: readonly Order[],
  giveWay: () => Promise<void>,
): Promise<void> {
  if (rows.length === 0) return;
  const before = totalOf(await orderTallies(db));
  for (let start = 0; start < rows.length; start += ordersAtOnce) {
    await giveWay();
    const stretch = stretchAfter(before + start);
    const next = rows.slice(start, start + ordersAtOnce);
    await tableOf(db, 'orders').insertMany(next.map((row) => ({ ...row, stretch })));
  }
  await followAdded(db, rows);
}

/**
 * What follows from orders that came in: counts, goods of those that are booked, and what programs of the shop's own are told. By triggers,
 * as later changes are, each order of an import would pay for it.
 */
export async function followAdded(db: Kysely<Schema>, rows: readonly Order[]): Promise<void> {
  await countAdded(db, rows);
  await fillOpenGoods(db, rows);
  await tellAdded(db, rows);
}

async function countAdded(db: Kysely<Schema>, rows: readonly Order[]): Promise<void> {
  const totals = new Map<string, OrderTotal>();
  for (const { state, shipmentState, printState } of rows) {
    const key = `${state} ${shipmentState} ${printState}`;
    const total = (totals.get(key)?.total ?? 0) + 1;
    totals.set(key, { state, shipmentState: shipmentState ?? '', printState: printState ?? '', total });
  }
  for (const { state, shipmentState, printState, total } of totals.values())
    await keptSql(db)`
      insert into order_totals (state, shipment_state, print_state, total)
      values (${state}, ${shipmentState}, ${printState}, ${total})
      on conflict (state, shipment_state, print_state) do update set total = order_totals.total + excluded.total`;
}

/** The trigger for orders that become booked later fills them alike. */
async function fillOpenGoods(db: Kysely<Schema>, rows: readonly Order[]): Promise<void> {
  const openGoods = tableOf(db, 'openGoods');
  for (const order of rows) {
    if (order.state !== 'booked') continue;
    for (const { skuCode, sku } of itemsJson.read(order.itemsJson)) {
      const goodsKey = capitals((skuCode === '' ? sku : skuCode).replace(/^ +| +$/g, ''));
      const pieces = order.quantity;
      if (goodsKey !== '') await openGoods.insertIfNew({ orderId: order.id, goodsKey, pieces });
    }
  }
}

/** As SQLite has them: letters of ASCII alone. */
const capitals = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());

/** Nothing is written while nobody may read it. */
async function tellAdded(db: Kysely<Schema>, rows: readonly Order[]): Promise<void> {
  const heard = await keptSql(db)`select 1 as heard where exists (select 1 from door_webhooks) or exists
    (select 1 from door_tokens where revoked_at is null and instr(scopes, 'events:read') > 0)`;
  if (heard.rows.length === 0) return;
  await sql`insert into door_events (at, type, order_no, waybill_no, state, code)
    select ${storeNow}, 'order.added', order_no, waybill_no, state, error_code
    from orders where id in ${listed(rows.map(({ id }) => id))} order by id`.execute(db);
}
