import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nothingFails } from '../../../../../electron/usecases/backups/plan.ts';
import { countOrders } from '../../../../../electron/usecases/orders/counts.ts';
import { readStatus } from '../../../../../electron/usecases/workspace/status.ts';
import { orderStates } from '../../../../../shared/domain/order.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  await workspace.store.write((write) =>
    write.orders.insertMany([
      sampleOrder(1, { orderKey: 'A1', orderNo: 'A1', state: 'ready' }),
      sampleOrder(2, { orderKey: 'A2', orderNo: 'A2', state: 'ready', shipmentState: 'refused' }),
      sampleOrder(3, { orderKey: 'B3', orderNo: 'B3', state: 'booked', shipmentState: 'booked' }),
      sampleOrder(4, {
        orderKey: 'B4',
        orderNo: 'B4',
        state: 'booked',
        shipmentState: 'booked',
        printState: 'confirmed',
        alarm: 'refund',
      }),
      sampleOrder(5, { orderKey: 'B5', orderNo: 'B5', state: 'held', holdReason: 'out-of-stock' }),
      sampleOrder(6, { orderKey: 'C6', orderNo: 'C6', state: 'needs-review', shipmentState: 'refused' }),
      sampleOrder(7, { orderKey: 'C7', orderNo: 'C7', state: 'needs-review' }),
      sampleOrder(8, { orderKey: 'C8', orderNo: 'C8', state: 'booking', shipmentState: 'unsure' }),
      sampleOrder(9, { orderKey: 'C9', orderNo: 'C9', state: 'booking', shipmentState: 'planned' }),
    ]),
  );
});
afterEach(() => workspace.close());

describe('figures of the order filters', () => {
  it('count each order once: what a platform rejected or did not answer stands under that alone', async () => {
    expect(await countOrders(workspace)).toMatchObject({
      all: 9,
      'needs-review': 1,
      // One of them was taken back from an account that was rejected as a whole: it never left.
      ready: 2,
      booking: 1,
      unsure: 1,
      booked: 2,
      held: 1,
      failed: 1,
      unprinted: 1,
      alarm: 1,
      cancelled: 0,
    });
    const counts = await countOrders(workspace);
    const states = Object.entries(counts).filter(
      ([name]) => !['all', 'unprinted', 'alarm', 'due'].includes(name),
    );
    expect(states.reduce((sum, [, count]) => sum + count, 0)).toBe(counts.all);
  });

  it('count an order that travels in another one once, and find it by its own number all the same', async () => {
    await workspace.store.write((write) =>
      write.orders.insertMany([
        sampleOrder(20, { orderKey: 'M1', orderNo: 'M1', state: 'merged' }),
        sampleOrder(21, { orderKey: 'M2', orderNo: 'M2', state: 'merged' }),
        sampleOrder(22, { orderKey: 'S1', orderNo: 'S1', state: 'split' }),
        sampleOrder(23, { orderKey: 'M1+1', orderNo: 'M1+1' }),
      ]),
    );
    const { orders } = workspace.store.read;
    const rows = await orders.window({ isApart: true }, { offset: 0, limit: 100 });
    expect((await countOrders(workspace)).all).toBe(10);
    expect(rows).toHaveLength(10);
    expect(await orders.count({ isApart: true })).toBe(10);
    expect((await countOrders(workspace, 'M1')).all).toBe(2);
    expect(await orders.count({ isApart: true, search: 'M2' })).toBe(1);
  });

  it('agree with the rows that each filter shows', async () => {
    const counts = await countOrders(workspace);
    for (const state of [...orderStates, 'unsure', 'failed', 'unprinted', 'alarm'] as const)
      expect(await workspace.store.read.orders.count({ state, isApart: true }), state).toBe(counts[state]);
  });

  it('leave in the review queue only what is an address to correct', async () => {
    expect(await workspace.store.read.review.totals({})).toMatchObject({ orders: 1 });
    expect(await workspace.store.read.review.entries({}, { offset: 0, limit: 9 })).toMatchObject([
      { id: sampleOrder(7).id },
    ]);
  });

  it('count only what a search finds', async () => {
    expect(await countOrders(workspace, 'A')).toMatchObject({ all: 2, ready: 2, failed: 0, alarm: 0 });
    expect(await countOrders(workspace, 'B4')).toMatchObject({ all: 1, alarm: 1, unprinted: 0 });
  });

  it('agree with what Today shows', async () => {
    const status = await readStatus(workspace, { printerStates: new Map(), backups: nothingFails });
    expect(status).toMatchObject({
      review: 1,
      ready: 2,
      held: 1,
      alarms: 1,
      unprinted: 1,
      queue: { failed: 1, unsure: 1 },
    });
  });

  it('say which labels Print tells of: one that failed is still not there', async () => {
    await workspace.store.write((write) =>
      write.orders.insertMany([
        sampleOrder(10, {
          orderKey: 'D1',
          orderNo: 'D1',
          state: 'booked',
          shipmentState: 'booked',
          printState: 'failed',
        }),
      ]),
    );
    const status = await readStatus(workspace, { printerStates: new Map(), backups: nothingFails });
    expect(status).toMatchObject({ unprinted: 2, unprintedInPrint: 1 });
  });
});
