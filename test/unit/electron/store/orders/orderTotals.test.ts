import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { m0450Totals } from '../../../../../electron/store/migrations/m04/m0450Totals.ts';
import { createOrderRepository } from '../../../../../electron/store/orders/orderRepository.ts';
import { createPrintJobRepository } from '../../../../../electron/store/printing/printJobRepository.ts';
import { orderStates } from '../../../../../shared/domain/order.ts';
import { printJobStates } from '../../../../../shared/domain/printing/printJob.ts';
import { seededChance } from '../../../../doubles/seededChance.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

let plans: StorePlans;
beforeEach(async () => {
  plans = await openStorePlans();
});
afterEach(() => plans.close());

type Values = Readonly<Record<string, string | number | null>>;

/** A row of which only these values matter. */
async function insert(table: string, values: Values): Promise<void> {
  const { rows: columns } = await sql<{ name: string; type: string; notnull: number }>`
    select name, type, "notnull" from pragma_table_info(${table})`.execute(plans.db);
  const wanted = columns.filter(({ name, notnull }) => name in values || notnull === 1);
  const value = ({ name, type }: (typeof columns)[number]) =>
    name in values ? values[name] : type === 'text' ? '' : 0;
  await sql`insert into ${sql.table(table)} (${sql.join(wanted.map(({ name }) => sql.ref(name)))})
    values (${sql.join(wanted.map(value))})`.execute(plans.db);
}

/** Orders and labels in every state, changed and removed at random. */
async function live(seed: number): Promise<void> {
  const chance = seededChance(seed);
  const any = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T;
  const shipmentState = () => any([null, 'planned', 'refused', 'unsure', 'booked', 'booked'] as const);
  const printState = () => any([null, 'failed', 'held', 'waiting', 'confirmed'] as const);
  for (let no = 0; no < 120; no++) {
    await createOrderRepository(plans.db).insertMany([
      sampleOrder(no, {
        id: `o${no}`,
        state: any(orderStates),
        shipmentState: shipmentState(),
        printState: printState(),
      }),
    ]);
    await insert('print_jobs', {
      id: `p${no}`,
      shipment_id: `s${no}`,
      printer_uri: any(['tcp://one', 'tcp://two']),
      state: any(printJobStates),
      error_code: any(['', 'PRINT_CANCELLED', 'PRINTER_OFFLINE']),
    });
    const other = Math.floor(chance() * (no + 1));
    await sql`update orders set state = ${any(orderStates)}, shipment_state = ${shipmentState()},
      print_state = ${printState()} where id = ${`o${other}`}`.execute(plans.db);
    await sql`update print_jobs set state = ${any(printJobStates)}, error_code = ${any(['', 'PRINT_CANCELLED'])}
      where id = ${`p${other}`}`.execute(plans.db);
    if (no % 9 === 0) await sql`delete from orders where id = ${`o${other}`}`.execute(plans.db);
    if (no % 11 === 0) await sql`delete from print_jobs where id = ${`p${other}`}`.execute(plans.db);
  }
}

const counted = async (table: string, keys: string) =>
  (
    await sql<Values>`select ${sql.raw(keys)}, count(*) as total from ${sql.table(table)}
      group by 1, 2, 3 order by 1, 2, 3`.execute(plans.db)
  ).rows;
const kept = async (table: string) =>
  (await sql<Values>`select * from ${sql.table(table)} where total <> 0 order by 1, 2, 3`.execute(plans.db))
    .rows;
const ordersCounted = () =>
  counted(
    'orders',
    `state, coalesce(shipment_state, '') as shipmentState, coalesce(print_state, '') as printState`,
  );
const printsCounted = () =>
  counted('print_jobs', `printer_uri as printerUri, state, error_code = 'PRINT_CANCELLED' as isCancelled`);

it('keeps the totals of orders and labels as a count of them says, whatever is changed or removed', async () => {
  await live(7);
  expect(await ordersCounted()).not.toEqual([]);
  expect(await kept('order_totals')).toEqual(await ordersCounted());
  expect(await kept('print_totals')).toEqual(await printsCounted());
});

it('counts what was there before there were totals', async () => {
  await live(8);
  for (const table of ['order_totals', 'print_totals']) {
    await sql`drop table ${sql.table(table)}`.execute(plans.db);
    for (const event of ['insert', 'update', 'delete'])
      await sql`drop trigger if exists ${sql.ref(`${table}_${event}`)}`.execute(plans.db);
  }
  await m0450Totals.up(plans.db as unknown as Kysely<unknown>);
  expect(await kept('order_totals')).toEqual(await ordersCounted());
  expect(await kept('print_totals')).toEqual(await printsCounted());
});

const filters = [undefined, ...orderStates, 'unsure', 'failed', 'unprinted'] as const;

it.each(filters)('says the same number of orders in the filter %s as its list has rows', async (state) => {
  await live(9);
  const orders = createOrderRepository(plans.db);
  const rows = await orders.window({ state }, { offset: 0, limit: 500 });
  expect(rows.length).toBeGreaterThan(0);
  expect(await orders.count({ state })).toBe(rows.length);
  expect(await orders.count({ state, search: 'nobody' })).toBe(0);
});

const asked: Readonly<Record<string, () => Promise<unknown>>> = {
  tallies: () => createOrderRepository(plans.db).tallies(),
  'counts of states': () => createOrderRepository(plans.db).stateCounts(' '),
  'counts of shipments': () => createOrderRepository(plans.db).shipmentCounts(),
  'count of a filter': () => createOrderRepository(plans.db).count({ state: 'delivered' }),
  'counts of labels': () => createPrintJobRepository(plans.db).counts(),
  'labels of each printer': () => createPrintJobRepository(plans.db).countsByPrinter(),
  'tallies of labels': () => createPrintJobRepository(plans.db).tallies(),
};

it.each(Object.keys(asked))('reads the %s without walking orders or labels', async (name) => {
  const steps = await plans.planOf(async () => asked[name]?.());
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.filter((step) => /\b(orders|print_jobs)\b/.test(step))).toEqual([]);
});

it.each([undefined, 'delivered', 'unprinted', 'alarm'] as const)(
  'walks a list of the filter %s to any depth along an index alone',
  async (state) => {
    const orders = createOrderRepository(plans.db);
    const steps = await plans.planOf(() =>
      orders.window({ state, isApart: true }, { offset: 500, limit: 9 }),
    );
    // The rows themselves are read by their ids, once those of the window are known.
    const walked = steps.filter((step) => !/^SEARCH orders USING INDEX \S+ \(id=\?\)$/.test(step));
    expect(walked.join('\n')).toMatch(/COVERING INDEX/);
    expect(walked.filter((step) => /\borders\b(?! USING COVERING INDEX)/.test(step))).toEqual([]);
  },
);

it('counts the orders that want a number by hand along their own index, beside however many that are ready', async () => {
  const orders = createOrderRepository(plans.db);
  for (const [no, state, code] of [
    [1, 'ready', 'BOOKING_BY_HAND'],
    [2, 'ready', ''],
    [3, 'held', 'BOOKING_BY_HAND'],
  ] as const)
    await orders.insertMany([sampleOrder(no, { state, errorCode: code })]);
  expect(await orders.countByHand()).toBe(1);
  expect(await plans.planOf(() => orders.countByHand())).toEqual([
    expect.stringMatching(/^SEARCH orders USING (?:COVERING )?INDEX orders_by_hand /),
  ]);
});
