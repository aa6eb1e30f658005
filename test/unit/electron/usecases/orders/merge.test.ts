import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Order } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { cancelOrder } from '../../../../../electron/usecases/orders/edit.ts';
import { mergeHints, mergeOrders } from '../../../../../electron/usecases/orders/merge.ts';
import { itemsOf } from '../../../../../electron/usecases/orders/order.ts';
import { splitOrder } from '../../../../../electron/usecases/orders/split.ts';
import { undoRegrouping } from '../../../../../electron/usecases/orders/undoRegrouping.ts';
import { type SheetOrder, sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import { type IntakeDesk, openIntakeDesk } from '../../../../doubles/workspace/intakeDesk.ts';
import { testAccount } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: IntakeDesk;
let platform: ScriptedPlatform;
let account: Account;
beforeEach(async () => {
  platform = scriptedPlatform();
  desk = await openIntakeDesk({ platforms: [platform] });
  account = await testAccount(desk.workspace, { platform: 'scripted' });
});
afterEach(() => desk.close());

const same = ({ name, phone, detail, place }: SheetOrder) => ({ name, phone, detail, place });
const first = sheetOrder(0);
const second = sheetOrder(1, { ...same(first), goods: '样品马克杯' });
const third = sheetOrder(2, { ...same(first), name: '王小样' });
const other = sheetOrder(3);
const numbers = (orders: readonly Order[]) => orders.map(({ orderNo }) => orderNo);

async function merge(...orderNos: string[]) {
  const orders = await Promise.all(orderNos.map((orderNo) => desk.order(orderNo)));
  return mergeOrders(
    desk.workspace,
    orders.map(({ id, version }) => ({ orderId: id, version })),
  );
}

async function merged(...orderNos: string[]): Promise<Order> {
  const outcome = await merge(...orderNos);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function book(orderIds: readonly string[]) {
  await planBookings(desk.workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: null });
  const now = desk.workspace.clock.now();
  const jobs = await desk.workspace.store.write((write) => write.jobs.claim(['book'], 10, now));
  for (const job of jobs) await bookShipment(desk.workspace, job);
}

describe('hints', () => {
  it('name the ready orders of one recipient, by two strictnesses', async () => {
    await desk.take([first, second, third, other]);
    const exact = (await mergeHints(desk.workspace, 'exact')).groups;
    expect(exact.map(({ orders }) => numbers(orders))).toEqual([[first.orderNo, second.orderNo]]);
    const loose = (await mergeHints(desk.workspace, 'phone-address')).groups;
    expect(loose.map(({ orders }) => numbers(orders))).toEqual([
      [first.orderNo, second.orderNo, third.orderNo],
    ]);
  });

  it('see one place in spellings that differ by blanks and marks only', async () => {
    const spelt = sheetOrder(1, { ...same(first), detail: `${first.detail.replace('号', '号，')} ` });
    await desk.take([first, spelt]);
    expect((await mergeHints(desk.workspace, 'exact')).groups).toHaveLength(1);
  });

  it('never bring together what is masked, differently wanted, or behind relay numbers of two shops', async () => {
    const orders = [
      sampleOrder(1, { receiverName: '张**', receiverPhone: '138****0001' }),
      sampleOrder(2, { receiverName: '张**', receiverPhone: '138****0001' }),
      sampleOrder(3, { receiverPhone: '13800000003', carrier: 'SF' }),
      sampleOrder(4, { receiverPhone: '13800000003', carrier: 'ZTO' }),
      sampleOrder(5, { receiverPhone: '18400000005', receiverExtension: '1111', source: 'taobao' }),
      sampleOrder(6, { receiverPhone: '18400000005', receiverExtension: '2222', source: 'pinduoduo' }),
    ];
    await desk.workspace.store.write((write) => write.orders.insertMany(orders));
    expect((await mergeHints(desk.workspace, 'phone-address')).groups).toEqual([]);
    const [masked, , , , taobao, pinduoduo] = orders;
    expect(await merge(masked?.orderNo ?? '', orders[1]?.orderNo ?? '')).toMatchObject({
      code: 'MERGE_MASKED',
    });
    expect(await merge(taobao?.orderNo ?? '', pinduoduo?.orderNo ?? '')).toMatchObject({
      code: 'MERGE_CHANNELS_DIFFER',
    });
  });

  it('are read as far as they are shown: a window of groups, and of each as many as one parcel is made of', async () => {
    const orders = Array.from({ length: 9 }, (_, at) =>
      sampleOrder(at + 1, { receiverPhone: `1380000000${at % 3}`, receiverName: '张样' }),
    );
    await desk.workspace.store.write((write) => write.orders.insertMany(orders));
    const asked: number[] = [];
    const { store } = desk.workspace;
    const read = {
      ...store.read,
      orders: {
        ...store.read.orders,
        byIds: async (ids: readonly string[]) => {
          asked.push(ids.length);
          return store.read.orders.byIds(ids);
        },
      },
    };
    const watched = { ...desk.workspace, store: { ...store, read } };
    const all = await mergeHints(desk.workspace, 'exact');
    const { total, groups } = await mergeHints(watched, 'exact', { offset: 1, limit: 1, most: 2 });
    expect(total).toBe(3);
    expect(asked).toEqual([2]);
    expect(groups.map(({ id }) => id)).toEqual([all.groups[1]?.id]);
    expect(groups[0]?.orders).toEqual(all.groups[1]?.orders.slice(0, 2));
  });

  it('trust a relay number only together with the name: many people share it', async () => {
    const relay = { receiverPhone: '18400000005', source: 'douyin' };
    const orders = [
      sampleOrder(1, { ...relay, receiverExtension: '1111', receiverName: '张样' }),
      sampleOrder(2, { ...relay, receiverExtension: '2222', receiverName: '张样' }),
      sampleOrder(3, { ...relay, receiverExtension: '3333', receiverName: '李样' }),
    ];
    await desk.workspace.store.write((write) => write.orders.insertMany(orders));
    const [hint, ...more] = (await mergeHints(desk.workspace, 'phone-address')).groups;
    expect(more).toEqual([]);
    expect(numbers(hint?.orders ?? [])).toEqual(numbers(orders.slice(0, 2)));
  });
});

describe('merging', () => {
  it('makes one order of the goods of all, booked once under one code', async () => {
    await desk.take([first, second, sheetOrder(4, same(first))]);
    const whole = await merged(first.orderNo, second.orderNo, sheetOrder(4).orderNo);
    expect(whole).toMatchObject({ state: 'ready', orderNo: `${first.orderNo}+2`, quantity: 3 });
    expect(itemsOf(whole).map(({ name, quantity }) => [name, quantity])).toEqual([
      ['样品绿茶', 2],
      ['样品马克杯', 1],
    ]);
    await book((await desk.orders()).map(({ id }) => id));
    expect(platform.calls).toHaveLength(1);
    expect((await desk.orders()).filter(({ waybillNo }) => waybillNo !== '')).toHaveLength(1);
    expect(await desk.order(second.orderNo)).toMatchObject({ state: 'merged' });
  });

  it('knows the members again when their file comes once more', async () => {
    await desk.take([first, second]);
    await merged(first.orderNo, second.orderNo);
    expect(await desk.take([first, second])).toMatchObject({ imported: 0, duplicates: 2, changed: 0 });
  });

  it('refuses other recipients, other states, strangers, nesting and what changed meanwhile', async () => {
    await desk.take([first, second, third, other]);
    expect(await merge(first.orderNo)).toMatchObject({ code: 'MERGE_TOO_FEW' });
    expect(await merge(first.orderNo, other.orderNo)).toMatchObject({ code: 'MERGE_RECIPIENTS_DIFFER' });
    const stale = await desk.order(first.orderNo);
    const whole = await merged(first.orderNo, second.orderNo);
    const again = [stale, await desk.order(third.orderNo)].map(({ id, version }) => ({
      orderId: id,
      version,
    }));
    expect(await mergeOrders(desk.workspace, again)).toMatchObject({ code: 'ORDER_CHANGED_MEANWHILE' });
    expect(await merge(first.orderNo, third.orderNo)).toMatchObject({ code: 'MERGE_STATE_REFUSES' });
    expect(await merge(whole.orderNo, third.orderNo)).toMatchObject({ code: 'MERGE_NESTED' });
  });

  it('happens once when two benches do it at the same moment', async () => {
    await desk.take([first, second]);
    const outcomes = await Promise.all([
      merge(first.orderNo, second.orderNo),
      merge(first.orderNo, second.orderNo),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await desk.orders()).filter(({ state }) => state === 'ready')).toHaveLength(1);
  });

  it('is undone from either side, and leaves the book as it was', async () => {
    await desk.take([first, second]);
    const before = numbers(await desk.orders());
    for (const side of [`${first.orderNo}+1`, second.orderNo]) {
      await merged(first.orderNo, second.orderNo);
      const { id, version } = await desk.order(side);
      expect(await undoRegrouping(desk.workspace, { orderId: id, version })).toMatchObject({ ok: true });
      expect(numbers(await desk.orders())).toEqual(before);
      expect((await desk.orders()).map(({ state }) => state)).toEqual(['ready', 'ready']);
    }
  });

  it('cannot be undone once it is queued; after the void it can, and the next merge has another code', async () => {
    await desk.take([first, second]);
    const whole = await merged(first.orderNo, second.orderNo);
    await book([whole.id]);
    const seen = { orderId: whole.id, version: null };
    expect(await undoRegrouping(desk.workspace, seen)).toMatchObject({ code: 'MERGE_BOOKED' });
    await cancelOrder(desk.workspace, seen);
    expect(await undoRegrouping(desk.workspace, seen)).toMatchObject({ ok: true });
    const again = await merged(first.orderNo, second.orderNo);
    await book([again.id]);
    const codes = (
      await Promise.all([whole.id, again.id].map((id) => desk.workspace.store.read.shipments.ofOrder(id)))
    )
      .flat()
      .map(({ orderCode: code }) => code);
    expect(new Set(codes).size).toBe(2);
  });

  it('stops with a refunded member; undone, only that one stays held', async () => {
    await desk.take([first, second]);
    const whole = await merged(first.orderNo, second.orderNo);
    await desk.take([
      { ...first, status: '退款成功' },
      { ...second, status: '待发货' },
    ]);
    expect(await desk.order(whole.orderNo)).toMatchObject({ state: 'held', holdReason: 'refund' });
    await undoRegrouping(desk.workspace, { orderId: whole.id, version: null });
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'held', holdReason: 'refund' });
    expect(await desk.order(second.orderNo)).toMatchObject({ state: 'ready' });
  });
});

describe('splitting', () => {
  const two = [first, { ...first, goods: '样品马克杯' }];

  async function split(parcels: Parameters<typeof splitOrder>[1]['parcels']) {
    const { id, version } = await desk.order(first.orderNo);
    return splitOrder(desk.workspace, { orderId: id, version, parcels });
  }

  it('makes an order of its own for each parcel, booked under codes of their own', async () => {
    await desk.take(two);
    const children = await split([[{ itemIndex: 1, quantity: 1 }]]);
    if (!children.ok) throw new Error(children.code);
    expect(children.value.map(({ orderNo, goodsText }) => [orderNo, goodsText])).toEqual([
      [`${first.orderNo}-P1`, '样品马克杯×1'],
      [`${first.orderNo}-P2`, '样品绿茶×1'],
    ]);
    await book(children.value.map(({ id }) => id));
    expect(new Set((await desk.orders()).map(({ waybillNo }) => waybillNo))).toHaveProperty('size', 3);
    expect(await desk.take(two)).toMatchObject({ imported: 0, duplicates: 1, changed: 0 });
  });

  it.each([
    ['more than there is', [[{ itemIndex: 0, quantity: 2 }]]],
    ['a line that is not there', [[{ itemIndex: 7, quantity: 1 }]]],
    [
      'all in one parcel',
      [
        [
          { itemIndex: 0, quantity: 1 },
          { itemIndex: 1, quantity: 1 },
        ],
      ],
    ],
    ['an empty parcel', [[]]],
  ])('refuses %s', async (_what, parcels) => {
    await desk.take(two);
    expect(await split(parcels)).toMatchObject({ code: 'SPLIT_INVALID' });
    expect((await desk.orders()).map(({ state }) => state)).toEqual(['ready']);
  });

  it('is undone, and split again under numbers that no platform has seen', async () => {
    await desk.take(two);
    await split([[{ itemIndex: 0, quantity: 1 }]]);
    const part = await desk.order(`${first.orderNo}-P1`);
    await book([part.id]);
    await cancelOrder(desk.workspace, { orderId: part.id, version: null });
    expect(await undoRegrouping(desk.workspace, { orderId: part.id, version: null })).toMatchObject({
      ok: true,
    });
    const again = await split([[{ itemIndex: 0, quantity: 1 }]]);
    if (!again.ok) throw new Error(again.code);
    expect(numbers(again.value)).toEqual([`${first.orderNo}-P2`, `${first.orderNo}-P3`]);
  });
});
