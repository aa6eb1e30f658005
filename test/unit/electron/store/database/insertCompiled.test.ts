import { describe, expect, it } from 'vitest';
import type { Order } from '../../../../../electron/store/schema.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { storeDesk } from '../../../../doubles/workspace/storeDesk.ts';

/** Rows of one statement. */
const chunk = 200;

const desk = storeDesk();

async function expectStored(orders: readonly Order[]): Promise<void> {
  await desk.store.write((write) => write.orders.insertMany(orders));
  const stored = await desk.store.read.orders.window({}, { offset: 0, limit: orders.length + 1 });
  const byId = (left: Order, right: Order) => (left.id < right.id ? -1 : 1);
  expect([...stored].sort(byId)).toEqual([...orders].sort(byId));
}

describe('storing many orders at once', () => {
  it('stores each value where it belongs, also where a whole chunk has none and the next one has', async () => {
    const orders = Array.from({ length: 3 * chunk + 7 }, (_, no) =>
      sampleOrder(no, {
        town: no < chunk ? '' : '浦沿街道',
        weightGrams: no < 2 * chunk ? null : 0,
        codFen: no === 1 ? 1_250 : 0,
        sellerRemark: no === 2 * chunk - 1 ? "it's ?" : '',
      }),
    );
    await expectStored(orders);
  });

  it('stores orders of more shapes than it keeps statements for', async () => {
    const orders = Array.from({ length: 40 * chunk }, (_, no) => {
      const shape = Math.floor(no / chunk);
      const has = (bit: number) => Math.floor(shape / 2 ** bit) % 2 === 1;
      return sampleOrder(no, {
        town: has(0) ? '浦沿街道' : '',
        buyerRemark: has(1) ? '轻放' : '',
        sellerRemark: has(2) ? '老客户' : '',
        codFen: has(3) ? 100 : 0,
        insuredFen: has(4) ? 200 : 0,
        weightGrams: has(5) ? 300 : null,
      });
    });
    await expectStored(orders);
  });
});
