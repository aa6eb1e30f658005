import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDoorRepository } from '../../../../../electron/store/door/doorRepository.ts';
import { createOrderRepository } from '../../../../../electron/store/orders/orderRepository.ts';
import { createPackedGoodsRepository } from '../../../../../electron/store/packing/packingRepository.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

let plans: StorePlans;
beforeEach(async () => {
  plans = await openStorePlans();
});
afterEach(() => plans.close());

const goods = (sku: string, skuCode: string) =>
  JSON.stringify([{ name: '保温杯', sku, skuCode, quantity: 1 }]);

it('counts orders that come in together under each of their states', async () => {
  const orders = createOrderRepository(plans.db);
  const ready = Array.from({ length: 250 }, (_, no) => sampleOrder(no));
  await orders.insertMany([...ready, sampleOrder(300, { state: 'needs-review' })]);
  await orders.insertMany([sampleOrder(301), sampleOrder(302, { state: 'booked', shipmentState: 'booked' })]);
  const tallies = await orders.tallies();
  expect(tallies.map(({ state, shipmentState, total }) => [state, shipmentState, total]).sort()).toEqual([
    ['booked', 'booked', 1],
    ['needs-review', null, 1],
    ['ready', null, 251],
  ]);
});

it('counts orders that come in some at a time once, and gives each the stretch it comes in with', async () => {
  const orders = createOrderRepository(plans.db);
  await orders.insertMany([sampleOrder(0)]);
  const batches = Array.from({ length: 26 }, (_, batch) =>
    Array.from({ length: 200 }, (_, no) => sampleOrder(1 + batch * 200 + no)),
  );
  await orders.insertBatches(batches);
  expect((await orders.tallies()).map(({ total }) => total)).toEqual([5_201]);
  const at = (no: number) => orders.byId(sampleOrder(no).id).then((order) => order?.stretch);
  expect([await at(0), await at(4_999), await at(5_000), await at(5_200)]).toEqual([0, 0, 1, 1]);
});

it('leaves the counts as they are when nothing comes in', async () => {
  const orders = createOrderRepository(plans.db);
  await orders.insertMany([]);
  expect(await orders.tallies()).toEqual([]);
});

it.each([
  [' sku-1a ', '', 'SKU-1A'],
  ['红色', 'ab 7', 'AB 7'],
  ['straße é', '', 'STRAßE é'],
])(
  'finds a booked order by its goods %j %j, whether it came in booked or became so',
  async (sku, code, key) => {
    const orders = createOrderRepository(plans.db);
    const itemsJson = goods(sku, code);
    const later = sampleOrder(2, { itemsJson, state: 'booking' });
    await orders.insertMany([sampleOrder(1, { itemsJson, state: 'booked' }), later]);
    await orders.move(later, 'booked');
    const found = await createPackedGoodsRepository(plans.db).ordersWanting(key, 9);
    expect(found).toEqual([sampleOrder(1).id, later.id]);
  },
);

it('tells programs of each order that came in, in their order, and writes nothing while none listens', async () => {
  const orders = createOrderRepository(plans.db);
  const door = createDoorRepository(plans.db);
  await orders.insertMany([sampleOrder(1)]);
  expect(await door.eventsAfter(0, 9)).toEqual([]);
  await door.addToken({
    id: 't1',
    name: 'ERP',
    digest: 'd',
    scopes: 'orders:read events:read',
    createdAt: 1,
    createdBy: 'Li',
    expiresAt: 9,
    usedAt: null,
    revokedAt: null,
  });
  const asked = sampleOrder(3, { state: 'needs-review', errorCode: 'ADDRESS_UNCERTAIN' });
  await orders.insertMany([sampleOrder(2), asked]);
  const events = await door.eventsAfter(0, 9);
  expect(events.map(({ type, orderNo, state, code }) => [type, orderNo, state, code])).toEqual([
    ['order.added', sampleOrder(2).orderNo, 'ready', ''],
    ['order.added', asked.orderNo, 'needs-review', 'ADDRESS_UNCERTAIN'],
  ]);
});
