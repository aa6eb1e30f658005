import { describe, expect, it } from 'vitest';
import type { OrderChange } from '../../electron/store/schema.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { engines } from './storeEngines.ts';

const changeRow = (no: number, change: Partial<OrderChange> = {}): OrderChange => ({
  id: `change-${no}`,
  orderId: sampleOrder(no).id,
  orderNo: sampleOrder(no).orderNo,
  kind: 'content',
  state: 'pending',
  version: 1,
  code: 'ORDER_CONTENT_CHANGED',
  importId: 'import-1',
  fileName: 'in.csv',
  rowNumber: no,
  contentHash: 'c0ffee',
  fieldsJson: '[]',
  patchJson: '{}',
  beforeJson: '{}',
  at: no,
  informationAt: no,
  settledAt: null,
  ...change,
});

describe.each(engines)('the changes of orders that $name holds', ({ open }) => {
  const desk = storeDesk(open);

  it('stand newest first, behind the undecided ones of orders in an alarming state', async () => {
    await desk.store.write(async (write) => {
      await write.orders.insertMany([
        sampleOrder(1, { state: 'booked' }),
        sampleOrder(2, { state: 'booked' }),
        ...[3, 4, 5].map((no) => sampleOrder(no)),
      ]);
      for (const no of [1, 2, 3, 4, 5])
        await write.orderChanges.insert(changeRow(no, no === 1 ? { state: 'rejected', settledAt: 9 } : {}));
    });
    const window = async (offset: number) =>
      (await desk.store.read.orderChanges.window({}, { offset, limit: 3 }, ['booked', 'packed'])).map(
        ({ rowNumber }) => rowNumber,
      );
    expect([...(await window(0)), ...(await window(3))]).toEqual([2, 5, 4, 3, 1]);
  });
});
