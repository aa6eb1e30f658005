import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countOrders } from '../../../../electron/usecases/countOrders.ts';
import { readStatus } from '../../../../electron/usecases/readStatus.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../doubles/openTestWorkspace.ts';
import { sampleOrder } from '../../../doubles/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  await workspace.store.write((write) =>
    write.orders.insertMany([
      sampleOrder(1, { order_key: 'A1', order_no: 'A1', state: 'ready' }),
      sampleOrder(2, { order_key: 'A2', order_no: 'A2', state: 'ready', shipment_state: 'refused' }),
      sampleOrder(3, { order_key: 'B3', order_no: 'B3', state: 'booked', shipment_state: 'booked' }),
      sampleOrder(4, {
        order_key: 'B4',
        order_no: 'B4',
        state: 'booked',
        shipment_state: 'booked',
        print_state: 'confirmed',
        alarm: 'refund',
      }),
      sampleOrder(5, { order_key: 'B5', order_no: 'B5', state: 'held', hold_reason: 'out-of-stock' }),
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
    const network = { state: 'ok', since: null } as const;
    const status = await readStatus(workspace, { network, printerStates: new Map() });
    expect(status).toMatchObject({ ready: 2, held: 1, alarms: 1, unprinted: 1, queue: { failed: 1 } });
  });
});
