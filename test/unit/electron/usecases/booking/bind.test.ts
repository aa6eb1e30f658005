import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../../../electron/store/schema.ts';
import { bindWaybill } from '../../../../../electron/usecases/booking/bind.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { cancelOrder } from '../../../../../electron/usecases/orders/edit.ts';
import { meaningOf } from '../../../../../electron/usecases/packing/meaning.ts';
import { queuePrints } from '../../../../../electron/usecases/printing/queue.ts';
import { unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let platform: ScriptedPlatform;
beforeEach(async () => {
  platform = scriptedPlatform();
  workspace = await openTestWorkspace({ platforms: [platform] });
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1), sampleOrder(2)]));
});
afterEach(() => workspace.close());

const order = async (no: number) => (await workspace.store.read.orders.byId(sampleOrder(no).id)) as Order;
const bind = (no: number, waybillNo: string, carrier = '中通') =>
  bindWaybill(workspace, { orderId: sampleOrder(no).id, waybillNo, carrier });

async function makeUnsure(no: number): Promise<void> {
  const account = await testAccount(workspace, { platform: 'scripted' });
  const orderIds = [sampleOrder(no).id];
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: null });
  platform.next.push(unknownOutcome('NETWORK_TIMEOUT'));
  const now = workspace.clock.now();
  for (const job of await workspace.store.write((write) => write.jobs.claim(['book'], 1, now)))
    await bookShipment(workspace, job);
}

describe('the manual channel', () => {
  it('gives an order a number obtained by hand, follows it and lets its label be printed', async () => {
    expect(await bind(1, ' 73610555582883 ')).toMatchObject({
      ok: true,
      value: { state: 'booked', waybillNo: '73610555582883', bookedCarrier: 'ZTO', platform: 'manual' },
    });
    expect(await workspace.store.read.tracking.byWaybill('73610555582883')).toMatchObject({
      orderId: (await order(1)).id,
    });
    expect(await queuePrints(workspace, [(await order(1)).id], 'virtual:')).toMatchObject({
      value: { queued: 1 },
    });
  });

  it('ends an unsure booking with the number a person found, and nothing is asked or booked again', async () => {
    await makeUnsure(1);
    expect((await order(1)).shipmentState).toBe('unsure');
    expect(await bind(1, '73610555582883')).toMatchObject({ ok: true, value: { state: 'booked' } });
    const [shipment, ...others] = await workspace.store.read.shipments.ofOrder((await order(1)).id);
    expect(others).toEqual([]);
    expect(shipment).toMatchObject({ state: 'booked', platform: 'scripted', waybillNo: '73610555582883' });
    expect(await workspace.store.read.jobs.ofSubject(shipment?.id ?? '')).toBeUndefined();
    expect(platform.calls).toHaveLength(1);
  });

  it('gives a pre-printed number typed in at the wrong order to the right one, once the wrong one is cancelled', async () => {
    await bind(1, '73610555582883');
    await workspace.store.write((write) => write.tracking.update('73610555582883', { checkedAt: 5 }));
    expect(await cancelOrder(workspace, { orderId: sampleOrder(1).id, version: null })).toMatchObject({
      ok: true,
    });
    expect(await bind(2, '73610555582883')).toMatchObject({ ok: true, value: { state: 'booked' } });
    expect(await workspace.store.read.tracking.byWaybill('73610555582883')).toMatchObject({
      orderId: sampleOrder(2).id,
      orderNo: (await order(2)).orderNo,
      state: 'none',
      checkedAt: null,
    });
    expect(await meaningOf(workspace.store.read, '73610555582883', null)).toMatchObject({
      kind: 'parcel',
      order: { id: sampleOrder(2).id },
    });
  });

  it('keeps a number whose carrier calls it cancelled for the order whose booking stands', async () => {
    await bind(1, '73610555582883');
    await workspace.store.write((write) => write.tracking.update('73610555582883', { state: 'cancelled' }));
    expect(await bind(2, '73610555582883')).toMatchObject({ code: 'WAYBILL_TAKEN' });
  });

  it('never gives one number to two orders, and refuses what is no number', async () => {
    await bind(1, '73610555582883');
    expect(await bind(2, '73610555582883')).toMatchObject({ code: 'WAYBILL_TAKEN' });
    expect(await bind(2, '12')).toMatchObject({ code: 'WAYBILL_INVALID' });
    expect(await bind(2, '73610555582884', '')).toMatchObject({ code: 'WAYBILL_CARRIER_MISSING' });
    expect(await order(2)).toMatchObject({ state: 'ready', waybillNo: '' });
  });

  it('says yes when the same number is bound to its order once more, and binds nothing', async () => {
    await bind(1, '73610555582883');
    expect(await bind(1, ' 73610555582883 ')).toMatchObject({ ok: true, value: { state: 'booked' } });
    expect(await workspace.store.read.shipments.ofOrder((await order(1)).id)).toHaveLength(1);
    expect(await bind(1, '73610555582884')).toMatchObject({ code: 'ORDER_STATE_REFUSES' });
  });

  it('takes an order out of the queue that nobody has begun to send, and refuses one that is in hand', async () => {
    const account = await testAccount(workspace, { platform: 'scripted' });
    const orderIds = [sampleOrder(1).id, sampleOrder(2).id];
    await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: null });
    const now = workspace.clock.now();
    const [inHand] = await workspace.store.write((write) => write.jobs.claim(['book'], 1, now));
    expect(inHand?.subjectId).toBe((await order(1)).shipmentId);
    expect(await bind(1, '73610555582883')).toMatchObject({ code: 'ORDER_STATE_REFUSES' });
    expect(await bind(2, '73610555582884')).toMatchObject({ value: { state: 'booked' } });
    expect(await workspace.store.write((write) => write.jobs.claim(['book'], 9, now))).toEqual([]);
    expect(await bind(2, '73610555582885')).toMatchObject({ code: 'ORDER_STATE_REFUSES' });
  });

  it('is cancelled without asking any platform', async () => {
    await bind(1, '73610555582883');
    expect(await cancelOrder(workspace, { orderId: (await order(1)).id, version: null })).toMatchObject({
      value: { state: 'cancelled', shipmentState: 'voided' },
    });
  });
});
