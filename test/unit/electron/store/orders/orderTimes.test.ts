import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOrderRepository } from '../../../../../electron/store/orders/orderRepository.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

const noon = Date.UTC(2026, 10, 28, 4);
const due = { from: noon, before: noon + 10 };

let plans: StorePlans;
beforeAll(async () => {
  plans = await openStorePlans();
  await createOrderRepository(plans.db).insertMany([
    sampleOrder(1, { shipBy: noon + 20, paidAt: noon - 3 }),
    sampleOrder(2),
    sampleOrder(3, { shipBy: noon, paidAt: noon - 1 }),
    sampleOrder(4, { shipBy: noon + 9, state: 'in-transit' }),
    sampleOrder(5, { shipBy: noon + 9, state: 'booked' }),
    sampleOrder(6, { shipBy: noon - 1 }),
  ]);
});
afterAll(() => plans.close());

const page = { offset: 0, limit: 10 };
const orders = () => createOrderRepository(plans.db);
const numbered = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => Number(id.slice(-2)));

it('stands the most urgent first, and those without a time last either way', async () => {
  const by = (isDescending: boolean) => orders().window({}, page, { by: 'shipBy', isDescending });
  expect(numbered(await by(false)).at(0)).toBe(6);
  expect(numbered(await by(false)).slice(-2)).toEqual([1, 2]);
  expect(numbered(await by(true)).slice(0, 1)).toEqual([1]);
  expect(numbered(await by(true)).at(-1)).toBe(2);
});

it('finds what must leave in a span and has not', async () => {
  expect(numbered(await orders().window({ state: 'due', due }, page)).sort()).toEqual([3, 5]);
  expect(await orders().countDue(due)).toBe(2);
  expect(await orders().count({ state: 'due', due })).toBe(2);
});

it('reckons by payment, or by import, only where no time is said', async () => {
  const made = 1_700_000_000_000;
  expect(await orders().countNotHandedOver(made, made + 1)).toBe(1);
  expect(await orders().countNotHandedOver(noon - 5, noon)).toBe(0);
});

it('reads no whole table for any of it', async () => {
  const steps = await plans.planOf(async () => {
    for (const by of ['shipBy', 'paidAt'] as const)
      for (const isDescending of [true, false]) await orders().window({}, page, { by, isDescending });
    await orders().countDue(due);
    await orders().countNotHandedOver(1, 2);
  });
  const whole = steps.filter((step) => /^SCAN orders(?! USING (COVERING )?INDEX)/.test(step));
  expect(whole).toEqual([]);
  for (const index of ['orders_ship_by', 'orders_paid_at', 'orders_due', 'orders_open_since'])
    expect(steps.join('\n')).toContain(index);
});
