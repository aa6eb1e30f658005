import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOrderRepository } from '../../../../../electron/store/orders/orderRepository.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { openStorePlans } from '../../../../doubles/workspace/storePlans.ts';

let workspace: TestWorkspace;

const numbered = (no: number, orderNo: string, change: Parameters<typeof sampleOrder>[1] = {}) =>
  sampleOrder(no, {
    orderNo,
    orderKey: orderNo,
    receiverPhone: '13000000000',
    receiverPhoneTail: '0000',
    ...change,
  });

beforeEach(async () => {
  workspace = await openTestWorkspace();
  await workspace.store.write((write) =>
    write.orders.insertMany([
      numbered(1, 'SO20261128-0012533', {
        receiverName: '王小明',
        receiverPhone: '15728832533',
        receiverPhoneTail: '2533',
        detail: '文三路 98 号',
        goodsText: '和田红枣 500g×2',
      }),
      numbered(2, 'SO20261128-0047711', {
        receiverName: '李小红',
        receiverPhone: '0755-26001234',
        receiverPhoneTail: '1234',
        town: '徐洋村',
        buyer: '旺旺小店',
        originalNo: '3571000000000012345',
        goodsText: 'iPhone 壳×1',
      }),
      numbered(3, 'SO20261128-0099999', {
        state: 'delivered',
        goodsText: '和田红枣 500g×9',
        detail: '文三路 1 号',
      }),
    ]),
  );
});
afterEach(() => workspace.close());

const find = async (search: string, isCode = false) =>
  (
    await workspace.store.read.orders.window(
      { search, isCode },
      { offset: 0, limit: 10 },
      { by: 'orderNo', isDescending: false },
    )
  ).map(({ id }) => Number(id.slice(-1)));

describe('the search of the order book', () => {
  it.each([
    ['a whole phone', '15728832533', [1]],
    ['a whole phone as people write it', '+86 157-2883-2533', [1]],
    ['a landline', '0755 26001234', [2]],
    ['its last four digits, which end an order number too', '2533', [1]],
    ['the beginning of an order number in small letters', 'so20261128-00', [1, 2, 3]],
    ['the end of an order number', '0047711', [2]],
    ['the whole name of a buyer', '旺旺小店', [2]],
    ['no part of a buyer’s name, which is masked', '旺旺', []],
    ['the beginning of the number where it was placed', '35710000', [2]],
    ['an order number in full width', 'ＳＯ２０２６１１２８－００４', [2]],
    ['goods of orders that have not gone', '红枣', [1]],
    ['goods in any case', 'IPHONE', [2]],
    ['a street', '文三路', [1]],
    ['a village', '徐洋村', [2]],
    ['the beginning of a name', '王小', [1]],
    ['the end of a name', '小红', [2]],
    ['nothing', '没有这个', []],
  ])('finds by %s', async (_, text, ids) => {
    expect(await find(text)).toEqual(ids);
    expect(await workspace.store.read.orders.count({ search: text })).toBe(ids.length);
  });

  it('lists the last 5,000 of the numbers that begin as nearly all do, and says that there are more', async () => {
    const { orders } = workspace.store.read;
    const many = Array.from({ length: 5_001 }, (_, no) =>
      sampleOrder(1_000 + no, { orderNo: `TB${100_000 + no}`, orderKey: `TB${100_000 + no}` }),
    );
    await workspace.store.write((write) => write.orders.insertMany(many));
    expect(await orders.count({ search: 'TB' })).toBe(5_000);
    expect(await orders.searchLimit('TB')).toBe(5_000);
    const oldest = { by: 'orderNo', isDescending: false } as const;
    const [first] = await orders.window({ search: 'TB' }, { offset: 0, limit: 1 }, oldest);
    expect(first?.orderNo).toBe('TB100001');
    expect(await orders.count({ search: 'TB10000' })).toBe(10);
    expect(await orders.searchLimit('TB10000')).toBeNull();
    expect(await orders.searchLimit('王小明')).toBeNull();
  });

  it('tells nobody part of a phone or a street by letters and digits alone', async () => {
    for (const text of ['15728832', '28832533', '98', '83253']) expect(await find(text)).toEqual([]);
  });

  it('takes a scanned code for a number only', async () => {
    expect(await find('SO20261128-0047711', true)).toEqual([2]);
    for (const text of ['0047711', '15728832533', '红枣', '文三路'])
      expect(await find(text, true)).toEqual([]);
  });

  it('finds a fragment of an order that came in since, came late, or had the number of one that was removed', async () => {
    expect(await find('0047711')).toEqual([2]);
    await workspace.store.write((write) => write.orders.insertMany([numbered(5, 'SO20261129-0047711')]));
    expect(await find('0047711')).toEqual([2, 5]);
    await workspace.store.write((write) => write.orders.insertMany([numbered(4, 'SO20261130-0047711')]));
    expect(await find('0047711')).toEqual([2, 5, 4]);
    await workspace.store.write((write) => write.orders.remove([sampleOrder(2).id]));
    expect(await find('0047711')).toEqual([5, 4]);
    await workspace.store.write((write) => write.orders.insertMany([numbered(6, 'SO20261128-0047711')]));
    expect(await find('so20261128-0047711')).toEqual([6]);
    expect(await find('20261128-0047711')).toEqual([6]);
  });

  it('finds by name and phone whatever came in between', async () => {
    const between = Array.from({ length: 5_000 }, (_, no) => numbered(no + 100, `B${no}`));
    await workspace.store.write(async ({ orders }) => {
      await orders.insertMany(between);
      const later = { receiverName: '王小刚', receiverPhone: '15728832533', receiverPhoneTail: '2533' };
      await orders.insertMany([numbered(7, 'C7', later)]);
    });
    const { orders } = workspace.store.read;
    const stretches = await Promise.all([1, 7].map((no) => orders.byId(sampleOrder(no).id)));
    expect(stretches.map((order) => order?.stretch)).toEqual([0, 1]);
    for (const text of ['王小', '15728832533']) expect(await find(text)).toEqual([7, 1]);
    expect((await orders.ofPhone('15728832533', 5)).map(({ id }) => Number(id.slice(-1)))).toEqual([7, 1]);
  });

  it('finds what came in a moment ago, and no longer what has gone', async () => {
    expect(await find('礼盒')).toEqual([]);
    await workspace.store.write((write) =>
      write.orders.insertMany([numbered(4, 'B-4', { goodsText: '礼盒×1' })]),
    );
    expect(await find('礼盒')).toEqual([4]);
    await workspace.store.write((write) => write.orders.show(sampleOrder(4).id, { goodsText: '空盒×1' }));
    expect(await find('礼盒')).toEqual([]);
    expect(await workspace.store.read.orders.stateCounts('空盒')).toMatchObject([
      { state: 'ready', total: 1 },
    ]);
  });
});

it.each(['ab12', '2533', '王小', '文三路'])(
  'looking for %s goes along indexes and reads no whole book',
  async (search) => {
    const plans = await openStorePlans();
    const orders = createOrderRepository(plans.db);
    const steps = await plans.planOf(() => orders.window({ search }, { offset: 0, limit: 100 }));
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter((step) => /SCAN orders(?! USING COVERING INDEX)/.test(step))).toEqual([]);
    await plans.close();
  },
);
