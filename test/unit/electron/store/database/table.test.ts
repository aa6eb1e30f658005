import { expect, it } from 'vitest';
import type { OrderPart, OwnSpelling } from '../../../../../electron/store/schema.ts';
import { storeDesk } from '../../../../doubles/workspace/storeDesk.ts';

const desk = storeDesk();

const spelling = (change: Partial<OwnSpelling> = {}): OwnSpelling => ({
  spellingKey: '单号',
  spelling: '单号',
  field: 'orderNo',
  createdAt: 1,
  ...change,
});

it('writes over a row of the same key, and leaves the others', async () => {
  await desk.store.write(async ({ dictionary }) => {
    await dictionary.putSpelling(spelling());
    await dictionary.putSpelling(spelling({ spellingKey: '快递', createdAt: 2 }));
    await dictionary.putSpelling(spelling({ field: 'waybillNo', createdAt: 3 }));
  });
  expect(await desk.store.read.dictionary.spellings()).toEqual([
    spelling({ spellingKey: '快递', createdAt: 2 }),
    spelling({ field: 'waybillNo', createdAt: 3 }),
  ]);
});

it('says whether there was a row to remove, and removes no other', async () => {
  await desk.store.write(({ dictionary }) => dictionary.putSpelling(spelling()));
  const remove = (key: string) => desk.store.write(({ dictionary }) => dictionary.removeSpelling(key));
  expect(await remove('快递')).toBe(false);
  expect(await desk.store.read.dictionary.spellings()).toHaveLength(1);
  expect(await remove('单号')).toBe(true);
  expect(await desk.store.read.dictionary.spellings()).toEqual([]);
});

it('asks for more rows at once than a statement has parameters', async () => {
  const part = (no: number): OrderPart => ({
    orderId: `o${no}`,
    originId: `origin${no}`,
    originNo: String(no),
    kind: 'merge',
    originState: 'ready',
    itemsJson: '[]',
  });
  const ids = Array.from({ length: 40_000 }, (_, no) => `o${no}`);
  await desk.store.write((write) => write.orderParts.insertMany([part(1), part(39_999)]));
  const found = await desk.store.read.orderParts.inOrders(ids);
  expect(found).toEqual([part(1), part(39_999)]);
  expect(await desk.store.read.orderParts.inOrders([])).toEqual([]);
});
