import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attentionView } from '../../../../../electron/commands/ship/attention.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import type { AttentionRow } from '../../../../../electron/usecases/intake/importOrders.ts';
import { shipAttention } from '../../../../../electron/usecases/ship/attention.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { sampleShipment } from '../../../../doubles/workspace/sampleShipment.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

describe('what a run leaves to a person', () => {
  it.each(['unsure', 'sending'] as const)('names every order whose booking is %s', async (state) => {
    const order = sampleOrder(1, { state: 'booking', shipmentState: state, shipmentId: 's1' });
    await workspace.store.write(async (write) => {
      await write.orders.insertMany([order]);
      await write.shipments.insert(sampleShipment({ orderId: order.id, state }));
    });
    const told = await shipAttention(workspace, [], new Map([[order.id, 4]]), [order]);
    expect(told).toMatchObject([
      { orderNo: order.orderNo, rowNumber: 4, code: 'SHIPMENT_UNSURE', isUnsure: true },
    ]);
    expect(attentionView(told[0] as AttentionRow, 'en')).toMatchObject({ unsure: true });
  });

  it('says what to look up where asking again does not help', async () => {
    const order = sampleOrder(1, { state: 'booking', shipmentState: 'unsure', shipmentId: 's1' });
    await workspace.store.write(async (write) => {
      await write.orders.insertMany([order]);
      await write.shipments.insert(
        sampleShipment({ state: 'unsure', errorCode: 'CARRIER_NUMBER_MISSING', orderCode: 'c7' }),
      );
    });
    expect(await shipAttention(workspace, [], new Map(), [order])).toMatchObject([
      { code: 'CARRIER_NUMBER_MISSING', params: { orderCode: 'c7' } },
    ]);
  });

  it('says of an order held for an answer what is asked, and nothing once it is cancelled', async () => {
    const code = 'NUMBER_BOOKED_BEFORE_RESTORE';
    const asked = { holdReason: 'booked-before', errorCode: code } as const;
    const complaintsJson = JSON.stringify([{ code, field: 'orderNo', params: { waybillNo: 'W7' } }]);
    const order = sampleOrder(1, { ...asked, state: 'held', complaintsJson });
    const told = await shipAttention(workspace, [], new Map(), [order]);
    expect(told).toMatchObject([{ code, params: { waybillNo: 'W7' } }]);
    expect(await shipAttention(workspace, [], new Map(), [{ ...order, state: 'cancelled' }])).toEqual([]);
  });

  it('names a label that still waits for its printer when the run is over: it is not on paper', async () => {
    const { id: accountId } = await testAccount(workspace);
    const order = sampleOrder(1);
    await workspace.store.write((write) => write.orders.insertMany([order]));
    const printerUri = 'tcp://127.0.0.1:9100';
    await planBookings(workspace, { orderIds: [order.id], accountId, carrier: 'ZTO', printerUri });
    const now = workspace.clock.now();
    const jobs = await workspace.store.write((write) => write.jobs.claim(['book'], 9, now));
    for (const job of jobs) await bookShipment(workspace, job);
    const booked = await workspace.store.read.orders.byId(order.id);
    expect(await shipAttention(workspace, [], new Map(), booked === undefined ? [] : [booked])).toMatchObject(
      [{ orderNo: order.orderNo, code: 'PRINT_JOB_WAITS', isUnsure: false }],
    );
  });

  it('says nothing of an order that is done', async () => {
    const order = sampleOrder(1, { state: 'booked', shipmentState: 'booked', printState: 'accepted' });
    expect(await shipAttention(workspace, [], new Map(), [order])).toEqual([]);
  });
});
