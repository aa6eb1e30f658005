import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Order, Shipment } from '../../../../../../electron/store/schema.ts';
import {
  eachOpenBooking,
  giveBack,
  giveBackUnsent,
} from '../../../../../../electron/usecases/booking/givingBack/giveBack.ts';
import { setFallback } from '../../../../../../electron/usecases/booking/lanes.ts';
import { planBookings } from '../../../../../../electron/usecases/booking/plan.ts';
import { rerouteUnbooked } from '../../../../../../electron/usecases/booking/reroute.ts';
import { scriptedPlatform } from '../../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let account: Account;
const { id: orderId } = sampleOrder(1);

beforeEach(async () => {
  workspace = await openTestWorkspace({ platforms: [scriptedPlatform()] });
  account = await testAccount(workspace, { platform: 'scripted' });
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1)]));
  const request = { orderIds: [orderId], accountId: account.id, carrier: 'ZTO', printerUri: null };
  await planBookings(workspace, request);
});
afterEach(() => workspace.close());

const order = async () => (await workspace.store.read.orders.byId(orderId)) as Order;
const shipment = async () => (await workspace.store.read.shipments.ofOrder(orderId)).at(-1) as Shipment;
const job = async () => workspace.store.read.jobs.ofSubject((await shipment()).id);

async function give(how: Parameters<typeof giveBack>[4] = {}) {
  const [seenOrder, seenShipment] = [await order(), await shipment()];
  return workspace.store.write((write) => giveBack(workspace, write, seenOrder, seenShipment, how));
}

/** A worker takes the job into its hands. */
const claim = () => workspace.store.write((write) => write.jobs.claim(['book'], 1, workspace.clock.now()));

describe('a booking that certainly was not sent', () => {
  it('gives its order back whole: nothing waits, nothing is wrong, and the change has its time', async () => {
    await workspace.clock.advance(1_000);
    expect(await give()).toMatchObject({ state: 'ready', complaintsJson: '[]', errorCode: '' });
    expect((await order()).updatedAt).toBe(workspace.clock.now());
    expect(await shipment()).toMatchObject({ state: 'refused', errorCode: '' });
    expect(await job()).toBeUndefined();
  });

  it('keeps what its lane waited for when nobody says why', async () => {
    const seen = await shipment();
    await workspace.store.write((write) => write.shipments.note(seen.id, { errorCode: 'NETWORK_DNS' }));
    await give();
    expect(await shipment()).toMatchObject({ state: 'refused', errorCode: 'NETWORK_DNS' });
  });

  it('keeps the reason that is named, without the words of an older one', async () => {
    const seen = await shipment();
    const older = { errorCode: 'NETWORK_DNS', errorParamsJson: '{"host":"h"}' };
    await workspace.store.write((write) => write.shipments.note(seen.id, older));
    await give({ code: 'ORDER_REFUNDED' });
    expect(await shipment()).toMatchObject({ errorCode: 'ORDER_REFUNDED', errorParamsJson: '{}' });
  });

  it('shows what the whole account was refused for', async () => {
    const params = { field: 'secret' };
    const complaint = { code: 'CARRIER_CREDENTIALS', field: 'secret', params };
    await give({ code: 'CARRIER_CREDENTIALS', params, complaint });
    expect(await order()).toMatchObject({
      state: 'ready',
      errorCode: 'CARRIER_CREDENTIALS',
      complaintsJson: JSON.stringify([complaint]),
    });
    expect(await shipment()).toMatchObject({ errorParamsJson: JSON.stringify(params) });
  });

  it('may be marked for the manual channel without a complaint', async () => {
    await give({ errorCode: 'BOOKING_BY_HAND' });
    expect(await order()).toMatchObject({ errorCode: 'BOOKING_BY_HAND', complaintsJson: '[]' });
  });

  it('stays with the worker that has its job in hand, unless that worker itself gives it back', async () => {
    await claim();
    expect(await give()).toBeNull();
    expect(await order()).toMatchObject({ state: 'booking' });
    expect(await give({ isInHand: true })).toMatchObject({ state: 'ready' });
    expect(await job()).toBeUndefined();
  });

  it('is left alone once it was sent, and once a person holds the order', async () => {
    const planned = await shipment();
    await workspace.store.write((write) => write.shipments.move(planned, 'sending'));
    expect(await give({ isInHand: true })).toBeNull();
    const sending = await shipment();
    await workspace.store.write((write) => write.shipments.move(sending, 'refused'));
    const seen = await order();
    await workspace.store.write(async (write) => {
      await write.orders.move(seen, 'needs-review');
      await write.orders.move({ ...seen, state: 'needs-review', version: seen.version + 1 }, 'held');
    });
    expect(await give()).toBeNull();
    expect(await order()).toMatchObject({ state: 'held' });
  });

  it('is asked for by the account that has it now, and counted only when it was not ready already', async () => {
    const seen: string[] = [];
    const take = async (_: unknown, { order: one }: { readonly order: Order }) => void seen.push(one.id);
    await eachOpenBooking(workspace, [orderId], 'another', take);
    expect(seen).toEqual([]);
    await eachOpenBooking(workspace, [orderId], account.id, take);
    expect(seen).toEqual([orderId]);
    expect(await giveBackUnsent(workspace, [orderId], account.id)).toBe(1);
    expect(await giveBackUnsent(workspace, [orderId], account.id)).toBe(0);
  });

  it('does not go another way by rule when a person holds it', async () => {
    await setFallback(workspace, { accountId: account.id, fallback: 'manual', backupAccountId: null });
    await give({ code: 'CARRIER_REFUSED' });
    const seen = await order();
    await workspace.store.write((write) => write.orders.move(seen, 'held', { holdReason: 'customer' }));
    const { id: shipmentId } = await shipment();
    const worked = { orderId, shipmentId, accountId: account.id, kind: 'refused' } as const;
    await rerouteUnbooked(workspace, worked);
    expect(await order()).toMatchObject({ state: 'held', errorCode: '' });
  });
});
