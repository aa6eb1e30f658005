import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Account } from '../../../../../../electron/store/schema.ts';
import { codStateOf, overduePayouts } from '../../../../../../electron/usecases/insight/bills/cod.ts';
import { takePush } from '../../../../../../electron/usecases/tracking/push.ts';
import { nothingKnown } from '../../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { changeSettings } from '../../../../../../electron/usecases/workspace/settings.ts';
import { kdniaoPush } from '../../../../../doubles/platforms/kdniaoPush.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

const dayMs = 86_400_000;
const secret = 'key';
let workspace: TestWorkspace;
let account: Account;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  account = await testAccount(workspace, { platform: 'kdniao', merchantId: 'm1', secret });
});
afterEach(() => workspace.close());

/** A parcel to be paid on delivery, signed for so many days ago. */
async function signedParcel(no: number, days: number, codFen = 9_900): Promise<string> {
  const waybillNo = `7361055558${String(no).padStart(4, '0')}`;
  const order = sampleOrder(no, { codFen, waybillNo, state: 'delivered' });
  await workspace.store.write(async (write) => {
    await write.orders.insertMany([order]);
    await write.tracking.follow({
      ...nothingKnown,
      waybillNo,
      carrier: 'ZTO',
      orderId: order.id,
      orderNo: order.orderNo,
      accountId: account.id,
      phoneTail: '',
      nextDueAt: 0,
      bookedAt: 1,
      state: 'signed',
      lastAt: workspace.clock.now() - days * dayMs,
    });
  });
  return waybillNo;
}

const tell = (waybillNo: string, OrderState: number, PushTime: string) =>
  takePush(workspace, {
    accountId: account.id,
    body: kdniaoPush(
      '107',
      { EBusinessID: 'm1', PushTime, Data: [{ LogisticCode: waybillNo, ShipperCode: 'ZTO', OrderState }] },
      secret,
    ),
    channel: 'command',
  });
const known = async (waybillNo: string) => {
  const row = await workspace.store.read.cod.ofWaybill(waybillNo);
  return row === undefined ? null : { ...row, state: codStateOf(row) };
};

it('the money of a parcel goes forward with each message, whatever order they come in', async () => {
  const waybillNo = await signedParcel(1, 1);
  expect(await tell(waybillNo, 2, '2026-01-05 10:00:00')).toMatchObject({ value: { cod: 1, errorCode: '' } });
  await tell(waybillNo, 1, '2026-01-04 10:00:00');
  await tell(waybillNo, 2, '2026-01-06 10:00:00');
  expect(await known(waybillNo)).toMatchObject({
    state: 'paid-out',
    orderId: 'order-000001',
    awaitingAt: Date.UTC(2026, 0, 4, 2),
    paidOutAt: Date.UTC(2026, 0, 5, 2),
    receivedAt: null,
  });
});

it('a message about a number nobody knows here is kept all the same', async () => {
  await tell('SF0000000000001', 1, '2026-01-04 10:00:00');
  expect(await known('SF0000000000001')).toMatchObject({ state: 'awaiting', orderId: '' });
});

it('money is overdue only after the days the shop waits, and not once it has been received', async () => {
  const [, late, paid, received] = [
    await signedParcel(1, 7),
    await signedParcel(2, 8),
    await signedParcel(3, 9, 5_000),
    await signedParcel(4, 30),
  ];
  await signedParcel(5, 30, 0);
  await tell(paid ?? '', 2, '2026-01-04 10:00:00');
  await tell(received ?? '', 3, '2026-01-04 10:00:00');
  const window = { offset: 0, limit: 10 };
  expect(await overduePayouts(workspace, window)).toMatchObject({
    afterDays: 7,
    parcels: 2,
    codFen: 14_900,
    rows: [
      { waybillNo: paid, state: 'paid-out', days: 9 },
      { waybillNo: late, state: null, days: 8 },
    ],
  });
  await changeSettings(workspace, { codPayoutDays: 8 });
  expect(await overduePayouts(workspace, window)).toMatchObject({ parcels: 1 });
});
