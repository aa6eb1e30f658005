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

it('groups ready orders by their goods along an index, and reads no order but those of a window', async () => {
  const orders = createOrderRepository(plans.db);
  expect(await plans.planOf(orders.goodsGroups)).toContain(
    'SCAN orders USING COVERING INDEX orders_ready_goods',
  );
  const groups = [{ goodsText: '茶×1', orders: 100 }];
  const steps = await plans.planOf(() => orders.goodsWindow(groups, { offset: 0, limit: 100 }));
  expect(steps).toContain(
    'SEARCH orders USING COVERING INDEX orders_ready_goods (stretch=? AND goods_text=?)',
  );
  expect(steps.filter((step) => /orders_open_since|SCAN orders(?! USING COVERING)/.test(step))).toEqual([]);
});
