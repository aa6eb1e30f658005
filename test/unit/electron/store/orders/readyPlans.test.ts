import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOrderRepository } from '../../../../../electron/store/orders/orderRepository.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

let plans: StorePlans;
beforeEach(async () => {
  plans = await openStorePlans();
});
afterEach(() => plans.close());

it('looks for ready orders of one phone along their index, beside however many that are gone', async () => {
  const steps = await plans.planOf(() => createOrderRepository(plans.db).readyOfSharedPhones());
  const onOrders = steps.filter((step) => /\borders\b/.test(step));
  expect(onOrders.length).toBeGreaterThan(1);
  expect(onOrders.filter((step) => !/INDEX orders_ready_phone\b/.test(step))).toEqual([]);
});
