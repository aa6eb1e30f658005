import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../../../../electron/store/schema.ts';
import { removeAccount } from '../../../../../../electron/usecases/accounts/removeAccount.ts';
import { bookShipment } from '../../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../../electron/usecases/booking/plan.ts';
import { countOrders } from '../../../../../../electron/usecases/orders/counts.ts';
import { cancelOrder } from '../../../../../../electron/usecases/orders/edit.ts';
import { KdniaoServer } from '../../../../../doubles/platforms/kdniaoServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let server: KdniaoServer;
beforeEach(async () => {
  server = new KdniaoServer();
  const endpoint = await server.listen();
  workspace = await openTestWorkspace();
  const account = await testAccount(workspace, {
    platform: 'kdniao',
    merchantId: server.merchantId,
    secret: server.apiKey,
    endpoint,
  });
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1)]));
  const orderIds = [sampleOrder(1).id];
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: null });
  const now = workspace.clock.now();
  for (const job of await workspace.store.write((write) => write.jobs.claim(['book'], 1, now)))
    await bookShipment(workspace, job);
  expect(await order()).toMatchObject({ state: 'booked', shipmentState: 'booked' });
});
afterEach(async () => {
  await workspace.close();
  await server.close();
});

const order = async () => (await workspace.store.read.orders.byId(sampleOrder(1).id)) as Order;
const cancel = () => cancelOrder(workspace, { orderId: sampleOrder(1).id, version: null });
const voids = () => server.requests.filter(({ service }) => service === '1147').length;

describe('cancelling a booked order', () => {
  it('gives the number back at the platform first, then cancels the order and its tracking', async () => {
    expect(await cancel()).toMatchObject({
      ok: true,
      value: { state: 'cancelled', shipmentState: 'voided' },
    });
    expect(voids()).toBe(1);
    const { waybillNo } = await order();
    expect(await workspace.store.read.tracking.byWaybill(waybillNo)).toMatchObject({ state: 'cancelled' });
    expect(await cancel()).toMatchObject({ code: 'ORDER_STATE_REFUSES' });
  });

  it('is refused once the carrier has the parcel, with the way to have it stopped', async () => {
    const handed = await order();
    await workspace.store.write((write) => write.orders.move(handed, 'handed-over', { updatedAt: 1 }));
    expect(await cancel()).toMatchObject({
      code: 'ORDER_WITH_CARRIER',
      params: { orderState: 'handed-over' },
    });
    expect(voids()).toBe(0);
  });

  it('stays voiding when the answer is lost, and asking once more settles it', async () => {
    server.faults.add({ kind: 'accept-then-drop', requestType: '1147', times: 1 });
    expect(await cancel()).toMatchObject({ ok: false, code: 'VOID_UNSURE' });
    expect(await order()).toMatchObject({
      state: 'booked',
      shipmentState: 'voiding',
      errorCode: 'VOID_UNSURE',
    });
    expect(await countOrders(workspace)).toMatchObject({ unsure: 1 });
    expect(await cancel()).toMatchObject({ ok: true, value: { state: 'cancelled', errorCode: '' } });
    expect(await countOrders(workspace)).toMatchObject({ unsure: 0 });
    expect(voids()).toBe(2);
  });

  it('stays voiding when asking again does not get through: the first time may have cancelled it', async () => {
    server.faults.add({ kind: 'accept-then-drop', requestType: '1147', times: 1 });
    server.faults.add({ kind: 'status', status: 401, requestType: '1147', times: 1 });
    expect(await cancel()).toMatchObject({ ok: false, code: 'VOID_UNSURE' });
    expect(server.ledger.lines).toMatchObject([{ isCancelled: true }]);
    expect(await cancel()).toMatchObject({ ok: false, code: 'VOID_UNSURE' });
    expect(await order()).toMatchObject({ shipmentState: 'voiding', errorCode: 'VOID_UNSURE' });
    expect(await cancel()).toMatchObject({ ok: true, value: { state: 'cancelled' } });
  });

  it('is booked again when the platform says, asked again, that the number stands', async () => {
    server.faults.add({ kind: 'status', status: 503, requestType: '1147', times: 1 });
    server.faults.add({
      kind: 'reply',
      requestType: '1147',
      times: 1,
      body: { Success: false, ResultCode: '105', Reason: '已揽收，不能取消' },
    });
    expect(await cancel()).toMatchObject({ ok: false, code: 'VOID_UNSURE' });
    expect(await cancel()).toMatchObject({ ok: false, code: 'CARRIER_REFUSED' });
    expect(await order()).toMatchObject({ shipmentState: 'booked', errorCode: '' });
  });

  it('leaves the order booked when the platform says no', async () => {
    server.faults.add({
      kind: 'reply',
      requestType: '1147',
      body: { Success: false, ResultCode: '105', Reason: '已揽收，不能取消' },
    });
    expect((await cancel()).ok).toBe(false);
    expect(await order()).toMatchObject({ state: 'booked', shipmentState: 'booked', errorCode: '' });
  });
});

describe('a booked order whose account was removed', () => {
  it('does not hang in voiding: either the removal is refused, or the cancellation can be ended', async () => {
    const accountId = (await workspace.store.read.accounts.all())[0]?.id ?? '';
    const removed = await removeAccount(workspace, { accountId, heirId: null });
    await cancel();
    const { state, shipmentState, errorCode } = await order();
    const isOpenForEver = shipmentState === 'voiding' && errorCode === 'VOID_UNSURE';
    expect({ removed: removed.ok, state, isOpenForEver }).toEqual({
      removed: false,
      state: 'cancelled',
      isOpenForEver: false,
    });
  });
});
