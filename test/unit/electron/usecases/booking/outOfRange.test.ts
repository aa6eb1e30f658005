import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { retryRefused } from '../../../../../electron/usecases/booking/planAgain.ts';
import { acceptTogether } from '../../../../../electron/usecases/correcting/correctAddresses.ts';
import { receiverOf } from '../../../../../electron/usecases/orders/order.ts';
import { SfServer, sfKeys } from '../../../../doubles/platforms/sfServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const { id: orderId, orderNo: code } = sampleOrder(1);

let workspace: TestWorkspace;
let sf: SfServer;
let accountId = '';
beforeEach(async () => {
  workspace = await openTestWorkspace();
  sf = new SfServer({ now: () => workspace.clock.now() });
  const account = await testAccount(workspace, {
    platform: 'sf',
    merchantId: sfKeys.partnerId,
    secret: sfKeys.checkword,
    endpoint: await sf.listen(),
    fields: { monthlyCard: sfKeys.monthlyCard },
  });
  accountId = account.id;
  const far = sampleOrder(1, { detail: '永兴岛北京路 1 号' });
  await workspace.store.write((write) => write.orders.insertMany([far]));
});
afterEach(async () => {
  await workspace.close();
  await sf.close();
});

const order = async () => (await workspace.store.read.orders.byId(orderId)) as Order;
const chain = async () =>
  (await workspace.store.read.shipments.ofOrder(orderId)).map(({ orderCode, state }) => [orderCode, state]);

async function plan(): Promise<void> {
  const planned = await planBookings(workspace, {
    orderIds: [orderId],
    accountId,
    carrier: 'SF',
    printerUri: null,
  });
  expect(planned).toMatchObject({ value: { planned: 1 } });
}

async function work(): Promise<void> {
  const now = workspace.clock.now();
  const due = await workspace.store.write((write) => write.jobs.claim(['book', 'find'], 9, now));
  for (const job of due) await bookShipment(workspace, job);
}

describe('an address that SF does not serve', () => {
  it('goes to a person who learns that the code is used up; mended, the order takes a new one', async () => {
    await plan();
    await work();
    expect(await order()).toMatchObject({ state: 'needs-review', errorCode: 'CARRIER_OUT_OF_RANGE' });
    const { version } = await order();
    const receiver = { ...receiverOf(await order()), detail: '科技园 1 号' };
    expect(await acceptTogether(workspace, { together: 1, orderId, version, receiver })).toMatchObject({
      ok: true,
    });
    await plan();
    await work();
    expect(await order()).toMatchObject({ state: 'booked' });
    expect(await chain()).toEqual([
      [code, 'refused'],
      [`${code}R2`, 'booked'],
    ]);
    expect(sf.ledger.lines.map(({ orderCode }) => orderCode)).toEqual([`${code}R2`]);
  });

  it('is no reason for a new code while the answer is lost: the old one is asked for first', async () => {
    sf.faults.add({ kind: 'accept-then-drop', requestType: 'EXP_RECE_CREATE_ORDER', times: 1 });
    await plan();
    await work();
    expect(await order()).toMatchObject({ shipmentState: 'unsure' });
    expect(await chain()).toEqual([[code, 'unsure']]);
    await workspace.clock.advance(2 * 3_600_000);
    await work();
    expect(await order()).toMatchObject({ state: 'needs-review', errorCode: 'CARRIER_OUT_OF_RANGE' });
    expect(await chain()).toEqual([[code, 'refused']]);
  });

  it('burns one code a try, and never sends one twice', async () => {
    await plan();
    await work();
    for (let round = 0; round < 2; round++) {
      await retryRefused(workspace, [orderId]);
      await work();
    }
    expect(await chain()).toEqual([
      [code, 'refused'],
      [`${code}R2`, 'refused'],
      [`${code}R3`, 'refused'],
    ]);
    const created = sf.requests.filter(({ service }) => service === 'EXP_RECE_CREATE_ORDER');
    expect(new Set(created.map(({ reference }) => reference)).size).toBe(created.length);
  });
});
