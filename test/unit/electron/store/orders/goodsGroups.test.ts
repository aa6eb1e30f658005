import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
const goods = ['茶×1', '杯×1', '茶×1', '书×1', '杯×1', '茶×1', '笔×1'];
beforeEach(async () => {
  workspace = await openTestWorkspace();
  await workspace.store.write((write) =>
    write.orders.insertMany([
      ...goods.map((goodsText, no) => sampleOrder(no, { goodsText })),
      sampleOrder(90, { goodsText: '茶×1', state: 'held' }),
      sampleOrder(91, { goodsText: '书×1', state: 'booked' }),
    ]),
  );
});
afterEach(() => workspace.close());

async function seen(offset: number, limit: number): Promise<string[]> {
  const { orders } = workspace.store.read;
  const rows = await orders.goodsWindow(await orders.goodsGroups(), { offset, limit });
  return rows.map(({ goodsText, id }) => `${goodsText.charAt(0)}${Number(id.slice(-2))}`);
}

const all = ['茶5', '茶2', '茶0', '杯4', '杯1', '笔6', '书3'];

it('brings ready orders of the same goods together, the most first, those alone of their kind last', async () => {
  expect(await workspace.store.read.orders.goodsGroups()).toEqual([
    { goodsText: '茶×1', orders: 3 },
    { goodsText: '杯×1', orders: 2 },
  ]);
  expect(await seen(0, 100)).toEqual(all);
  expect(await workspace.store.read.orders.readyCount()).toBe(all.length);
});

it('shows the same orders through every window', async () => {
  for (let offset = 0; offset <= all.length; offset += 1)
    for (let limit = 1; limit <= all.length; limit += 1)
      expect(await seen(offset, limit)).toEqual(all.slice(offset, offset + limit));
});

it('shows all of them where no two are alike', async () => {
  await workspace.store.write(async (write) => {
    for (const [at, no] of [0, 1, 2, 4, 5].entries())
      await write.orders.show(sampleOrder(no).id, { goodsText: `别样${at}` });
  });
  expect(await workspace.store.read.orders.goodsGroups()).toEqual([]);
  expect(await seen(2, 3)).toHaveLength(3);
});

it('brings them together from all stretches of a book that has grown', async () => {
  await workspace.store.write((write) =>
    write.orders.insertMany(
      Array.from({ length: 5_000 }, (_, no) => sampleOrder(100 + no, { goodsText: '旧×1', state: 'booked' })),
    ),
  );
  await workspace.store.write((write) =>
    write.orders.insertMany(
      ['茶×1', '书×1', '书×1'].map((goodsText, no) => sampleOrder(7 + no, { goodsText })),
    ),
  );
  expect(await workspace.store.read.orders.goodsGroups()).toEqual([
    { goodsText: '茶×1', orders: 4 },
    { goodsText: '书×1', orders: 3 },
    { goodsText: '杯×1', orders: 2 },
  ]);
  const grown = ['茶7', '茶5', '茶2', '茶0', '书9', '书8', '书3', '杯4', '杯1', '笔6'];
  for (let offset = 0; offset <= grown.length; offset += 1)
    expect(await seen(offset, 3)).toEqual(grown.slice(offset, offset + 3));
});
