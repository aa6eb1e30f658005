import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Account, Order } from '../../../../../../electron/store/schema.ts';
import { listCod, readCodTotals } from '../../../../../../electron/usecases/insight/bills/cod.ts';
import { confirmCod, reopenCod } from '../../../../../../electron/usecases/insight/bills/confirmCod.ts';
import { reconcileBill } from '../../../../../../electron/usecases/insight/bills/reconcileBill.ts';
import { removeBill } from '../../../../../../electron/usecases/insight/bills/removeBill.ts';
import { takePush } from '../../../../../../electron/usecases/tracking/push.ts';
import { nothingKnown } from '../../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { changeSettings } from '../../../../../../electron/usecases/workspace/settings.ts';
import type { TrackingState } from '../../../../../../shared/domain/tracking.ts';
import { done } from '../../../../../../shared/errors/outcome.ts';
import { kdniaoPush } from '../../../../../doubles/platforms/kdniaoPush.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

const dayMs = 86_400_000;
const firstRows = { offset: 0, limit: 10 };
const secret = 'key';
let workspace: TestWorkspace;
let account: Account;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  account = await testAccount(workspace, { platform: 'kdniao', merchantId: 'm1', secret });
});
afterEach(() => workspace.close());

/** A parcel to be paid on delivery, signed for so many days ago. */
async function signedParcel(
  no: number,
  days: number,
  codFen = 9_900,
  end: Pick<Order, 'state'> & { readonly tracked: TrackingState } = { state: 'delivered', tracked: 'signed' },
): Promise<string> {
  const waybillNo = `7361055558${String(no).padStart(4, '0')}`;
  const order = sampleOrder(no, { codFen, waybillNo, state: end.state });
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
      state: end.tracked,
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
const known = async (waybillNo: string) => (await workspace.store.read.cod.ofWaybill(waybillNo)) ?? null;

it('the money of a parcel goes forward with each message, whatever order they come in', async () => {
  const waybillNo = await signedParcel(1, 1);
  expect(await tell(waybillNo, 2, '2026-01-05 10:00:00')).toMatchObject({ value: { cod: 1, errorCode: '' } });
  await tell(waybillNo, 1, '2026-01-04 10:00:00');
  await tell(waybillNo, 2, '2026-01-06 10:00:00');
  expect(await known(waybillNo)).toMatchObject({
    orderId: 'order-000001',
    awaitingAt: Date.UTC(2026, 0, 4, 2),
    paidOutAt: Date.UTC(2026, 0, 5, 2),
    receivedAt: null,
  });
});

it('a message about a number nobody knows here is kept all the same', async () => {
  await tell('SF0000000000001', 1, '2026-01-04 10:00:00');
  expect(await known('SF0000000000001')).toMatchObject({ orderId: '', paidOutAt: null });
  expect((await readCodTotals(workspace)).strangers).toBe(1);
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
  const parcelsOf = (totals: Awaited<ReturnType<typeof readCodTotals>>['totals']) =>
    Object.fromEntries(totals.map(({ match, parcels }) => [match, parcels]));
  const { totals, afterDays } = await readCodTotals(workspace);
  expect(afterDays).toBe(7);
  expect(parcelsOf(totals)).toEqual({
    differs: 0,
    overdue: 1,
    awaiting: 1,
    'paid-out': 1,
    received: 1,
    'on-the-way': 0,
  });
  expect((await listCod(workspace, { match: 'overdue' }, firstRows)).rows).toMatchObject([
    { waybillNo: late, state: null, days: 8, codFen: 9_900 },
  ]);
  await changeSettings(workspace, { codPayoutDays: 8 });
  expect(parcelsOf((await readCodTotals(workspace)).totals)).toMatchObject({ overdue: 0, awaiting: 2 });
});

it('a bill that lists the money says what was collected, not that it was paid out; a different amount is named', async () => {
  const right = await signedParcel(1, 8);
  const short = await signedParcel(2, 8);
  const path = join(workspace.folder, 'bill.csv');
  writeFileSync(path, ['运单号,金额,代收货款', `${right},3,99`, `${short},3,90`].join('\n'));
  const bill = await reconcileBill(workspace, { path, carrier: 'ZTO' });
  if (!bill.ok) throw new Error(bill.code);
  const { rows, total } = await listCod(workspace, {}, firstRows);
  expect(total).toBe(2);
  expect(rows).toMatchObject([
    { waybillNo: right, match: 'overdue', paidOutAt: null, toldFen: 9_900 },
    { waybillNo: short, match: 'differs', paidOutAt: null, toldFen: 9_000, codFen: 9_900 },
  ]);
  await removeBill(workspace, bill.value.id);
  const after = await listCod(workspace, { match: 'overdue' }, firstRows);
  expect([after.total, after.rows.length]).toEqual([2, 2]);
});

it.each([
  ['came back', { state: 'returned', tracked: 'returned' }],
  ['is on its way back', { state: 'in-transit', tracked: 'returning' }],
  ['was cancelled', { state: 'cancelled', tracked: 'cancelled' }],
] as const)(
  'money paid out for a parcel that %s is a difference: nobody paid for it at the door',
  async (_how, end) => {
    const paid = await signedParcel(1, 8, 9_900, end);
    await signedParcel(2, 8, 9_900, { state: 'returned', tracked: 'returned' });
    const nothing = await signedParcel(3, 8, 9_900, { state: 'returned', tracked: 'returned' });
    const taken = await signedParcel(4, 8);
    const path = join(workspace.folder, 'payouts.csv');
    const lines = [`${paid},99,2026-11-18`, `${nothing},0,2026-11-18`, `${taken},99,2026-11-18`];
    writeFileSync(path, ['运单号,代收货款,返款日期', ...lines].join('\n'));
    await reconcileBill(workspace, { path, carrier: 'ZTO' });
    expect(await listCod(workspace, { match: 'differs' }, firstRows)).toMatchObject({
      total: 1,
      rows: [{ waybillNo: paid, codFen: 0, toldFen: 9_900 }],
    });
    const { totals } = await readCodTotals(workspace);
    expect(totals.filter(({ parcels }) => parcels > 0)).toEqual([
      { match: 'differs', parcels: 1, codFen: 0, toldFen: 9_900 },
      { match: 'paid-out', parcels: 1, codFen: 9_900, toldFen: 9_900 },
    ]);
    expect(await confirmCod(workspace, [paid])).toEqual(done(1));
    expect((await listCod(workspace, { match: 'differs' }, firstRows)).total).toBe(0);
  },
);

it('a message that money was paid for a parcel that came back is a difference, whatever the sum', async () => {
  const back = await signedParcel(1, 8, 9_900, { state: 'returned', tracked: 'returned' });
  await tell(back, 2, '2026-01-05 10:00:00');
  expect((await listCod(workspace, {}, firstRows)).rows).toMatchObject([
    { waybillNo: back, match: 'differs', codFen: 0, toldFen: null },
  ]);
});

it('a list of payouts says on which day each was paid, and no bill says otherwise afterwards', async () => {
  const [first, second] = [await signedParcel(1, 8), await signedParcel(2, 8)];
  const take = async (name: string, ...lines: readonly string[]) => {
    const path = join(workspace.folder, name);
    writeFileSync(path, lines.join('\n'));
    expect(await reconcileBill(workspace, { path, carrier: 'ZTO' })).toMatchObject({ ok: true });
  };
  await take('payouts.csv', '运单号,代收货款,返款日期', `${first},99,2026-11-18`, `${second},99,2026-11-20`);
  await take('bill.csv', '运单号,金额,代收货款', `${first},3,90`, `${second},3,90`);
  expect((await listCod(workspace, {}, firstRows)).rows).toMatchObject([
    { waybillNo: first, paidOutAt: Date.parse('2026-11-18T00:00+08:00'), toldFen: 9_900 },
    { waybillNo: second, paidOutAt: Date.parse('2026-11-20T00:00+08:00'), toldFen: 9_900 },
  ]);
});

it('what a person found on the account is received, whatever lists say before or after, until it is taken back', async () => {
  const [short, unheard] = [await signedParcel(1, 8), await signedParcel(2, 8)];
  const path = join(workspace.folder, 'bill.csv');
  writeFileSync(path, ['运单号,金额,代收货款', `${short},3,90`].join('\n'));
  const bill = await reconcileBill(workspace, { path, carrier: 'ZTO' });
  if (!bill.ok) throw new Error(bill.code);
  const matches = async () =>
    Object.fromEntries(
      (await listCod(workspace, {}, firstRows)).rows.map((row) => [row.waybillNo, row.match]),
    );
  expect(await matches()).toEqual({ [short]: 'differs', [unheard]: 'overdue' });
  expect(await confirmCod(workspace, [short, unheard])).toEqual(done(2));
  expect(await matches()).toEqual({ [short]: 'received', [unheard]: 'received' });
  await tell(unheard, 1, '2026-01-04 10:00:00');
  await removeBill(workspace, bill.value.id);
  expect(await matches()).toEqual({ [short]: 'received', [unheard]: 'received' });
  expect(await reopenCod(workspace, [short, unheard])).toEqual(done(2));
  expect(await matches()).toEqual({ [short]: 'overdue', [unheard]: 'overdue' });
  expect(await workspace.store.read.operatorActs.last()).toMatchObject({
    kind: 'cod-reopened',
    what: `${short} +1`,
  });
});

it('a parcel without money to collect, cancelled or unknown is refused, and none of the others is confirmed', async () => {
  const [known, free] = [await signedParcel(1, 8), await signedParcel(2, 8, 0)];
  for (const stranger of [free, 'SF0000000000001'])
    expect(await confirmCod(workspace, [known, stranger])).toMatchObject({
      code: 'COD_NOT_FOUND',
      params: { waybillNo: stranger },
    });
  expect((await listCod(workspace, { match: 'received' }, firstRows)).total).toBe(0);
});

it('a bill that names the money of a parcel in each of its lines collected it once', async () => {
  const repeated = await signedParcel(1, 8);
  const undone = await signedParcel(2, 8);
  const path = join(workspace.folder, 'bill.csv');
  const lines = ['运费,3,99', '代收手续费,2,99'].map((line) => `${repeated},${line}`);
  const corrected = ['运费,3,90', '代收手续费,2,-90', '其他,1,99'].map((line) => `${undone},${line}`);
  writeFileSync(path, ['运单号,费用类型,金额,代收货款', ...lines, ...corrected].join('\n'));
  const bill = await reconcileBill(workspace, { path, carrier: 'ZTO' });
  expect(bill).toMatchObject({ value: { billedFen: 1_100, codFen: 19_800 } });
  expect((await listCod(workspace, {}, firstRows)).rows).toMatchObject([
    { waybillNo: repeated, match: 'overdue', toldFen: 9_900 },
    { waybillNo: undone, match: 'overdue', toldFen: 9_900 },
  ]);
});

it('a parcel that a bill names twice was paid for at the door once', async () => {
  const waybillNo = await signedParcel(1, 8);
  const path = join(workspace.folder, 'bill.csv');
  writeFileSync(path, ['运单号,金额,代收货款', `${waybillNo},3,99`, `${waybillNo},3,99`].join('\n'));
  const bill = await reconcileBill(workspace, { path, carrier: 'ZTO' });
  expect(bill).toMatchObject({ value: { billedFen: 600, codFen: 9_900 } });
});

it('one parcel is found by its number or its order, in whichever state its money is', async () => {
  const waybillNo = await signedParcel(1, 8);
  await signedParcel(2, 8);
  const found = async (search: string, match?: 'overdue' | 'received') =>
    (await listCod(workspace, { search, match }, firstRows)).rows.map((row) => row.waybillNo);
  expect(await found(waybillNo)).toEqual([waybillNo]);
  expect(await found(sampleOrder(1).orderNo)).toEqual([waybillNo]);
  expect(await found(waybillNo, 'received')).toEqual([]);
});

it('money paid out before the parcel is known to be signed for is not called signed for', async () => {
  const waybillNo = await signedParcel(1, 8);
  await workspace.store.write((write) => write.tracking.update(waybillNo, { state: 'delivering' }));
  await tell(waybillNo, 2, '2026-01-05 10:00:00');
  expect((await listCod(workspace, {}, firstRows)).rows).toMatchObject([
    { match: 'paid-out', signedAt: null, days: null },
  ]);
});
