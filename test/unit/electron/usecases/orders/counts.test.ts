import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nothingFails } from '../../../../../electron/usecases/backups/plan.ts';
import { countOrders } from '../../../../../electron/usecases/orders/counts.ts';
import { readStatus } from '../../../../../electron/usecases/workspace/status.ts';
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
    ]),
  );
});
afterEach(() => workspace.close());

describe('figures of the order filters', () => {
  it('count each order under its state and under what its shipment, paper and alarm say', async () => {
    expect(await countOrders(workspace)).toMatchObject({
      all: 5,
      ready: 2,
      booked: 2,
      held: 1,
      failed: 1,
      unprinted: 1,
      alarm: 1,
      unsure: 0,
      cancelled: 0,
    });
  });

  it('count only what a search finds', async () => {
    expect(await countOrders(workspace, 'A')).toMatchObject({ all: 2, ready: 2, failed: 1, alarm: 0 });
    expect(await countOrders(workspace, 'B4')).toMatchObject({ all: 1, alarm: 1, unprinted: 0 });
  });

  it('agree with what Today shows', async () => {
    const status = await readStatus(workspace, { printerStates: new Map(), backups: nothingFails });
    expect(status).toMatchObject({ ready: 2, held: 1, alarms: 1, unprinted: 1, queue: { failed: 1 } });
  });
});
