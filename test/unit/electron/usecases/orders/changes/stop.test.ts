import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../../electron/usecases/booking/plan.ts';
import { listChanges } from '../../../../../../electron/usecases/orders/changes/list.ts';
import { rejectChanges } from '../../../../../../electron/usecases/orders/changes/settle.ts';
import { stopOrder } from '../../../../../../electron/usecases/orders/changes/stop.ts';
import { cancelOrder, holdOrder, releaseOrder } from '../../../../../../electron/usecases/orders/edit.ts';
import { printReceipts } from '../../../../../../electron/usecases/printing/papers/printReceipts.ts';
import { printLabel } from '../../../../../../electron/usecases/printing/printLabel.ts';
import { queuePrints } from '../../../../../../electron/usecases/printing/queue.ts';
import { reprintLabel } from '../../../../../../electron/usecases/printing/reprint.ts';
import { sheetOrder } from '../../../../../doubles/files/orderSheet.ts';
import {
  type ScriptedPlatform,
  scriptedPlatform,
} from '../../../../../doubles/platforms/scriptedPlatform.ts';
import { type IntakeDesk, openIntakeDesk } from '../../../../../doubles/workspace/intakeDesk.ts';
import { testAccount } from '../../../../../doubles/workspace/openTestWorkspace.ts';

const printerUri = 'virtual:';
let desk: IntakeDesk;
let platform: ScriptedPlatform;
let account: Account;
beforeEach(async () => {
  platform = scriptedPlatform();
  desk = await openIntakeDesk({ platforms: [platform] });
  account = await testAccount(desk.workspace, { platform: 'scripted' });
});
afterEach(() => desk.close());

const [first, second] = [sheetOrder(0), sheetOrder(1)];
const paid = [first, second].map((order) => ({ ...order, status: '待发货' }));
const refunded = [
  { ...first, status: '退款成功' },
  { ...second, status: '待发货' },
];

async function plan(printer: string | null = null) {
  const { id } = await desk.order(first.orderNo);
  return planBookings(desk.workspace, {
    orderIds: [id],
    accountId: account.id,
    carrier: 'ZTO',
    printerUri: printer,
  });
}

function claim(kind: 'book' | 'print') {
  const now = desk.workspace.clock.now();
  return desk.workspace.store.write((write) => write.jobs.claim([kind], 10, now));
}

async function book(printer: string | null = null) {
  await plan(printer);
  for (const job of await claim('book')) await bookShipment(desk.workspace, job);
  expect(await desk.order(first.orderNo)).toMatchObject({ state: 'booked' });
}

const printSlip = (orderId: string) =>
  printReceipts(
    desk.workspace,
    { kind: 'slip', orderIds: [orderId], columns: 48, pickOrder: 'code' },
    printerUri,
  );

describe('an order that the newest file calls refunded', () => {
  it.each(['退款成功', '已取消', '交易关闭', '买家申请退款'])('is held at once: %s', async (status) => {
    await desk.take(paid);
    const report = await desk.take([{ ...first, status }, ...paid.slice(1)]);
    // Not beside it that the row is closed and nothing is to be done.
    expect(report.attention.map(({ code }) => code)).toEqual(['ORDER_REFUNDED']);
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'held', holdReason: 'refund' });
    expect(await desk.order(second.orderNo)).toMatchObject({ state: 'ready' });
    expect(await plan()).toMatchObject({
      value: { planned: 0, refused: [{ failure: { code: 'ORDER_REFUNDED' } }] },
    });
    expect(platform.calls).toEqual([]);
  });

  it('may go out on a person word, and the same file does not hold it again', async () => {
    await desk.take(paid);
    await desk.take(refunded);
    const { id, version } = await desk.order(first.orderNo);
    expect(await releaseOrder(desk.workspace, { orderId: id, version, note: '买家要货' })).toMatchObject({
      value: { state: 'ready', holdReason: '' },
    });
    await desk.take(refunded);
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'ready' });
    // Called fit to ship in between, it is held by the next refund.
    await desk.take(paid);
    await desk.take([{ ...first, status: '退款中' }]);
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'held' });
  });

  it('leaves an order alone that another row of the same file still ships', async () => {
    await desk.take(paid);
    const report = await desk.take([{ ...first, status: '退款成功', goods: '样品马克杯' }, ...paid]);
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'ready' });
    expect(report).toMatchObject({ duplicates: 2, changed: 0 });
  });

  it('is another one where the sheet counts 1, 2, 3 anew: its number alone stops nobody', async () => {
    const numbered = [first, second].map((order, no) => ({
      ...order,
      orderNo: `${no + 1}`,
      status: '待发货',
    }));
    await desk.take(numbered);
    const stranger = { ...sheetOrder(5), orderNo: '1', status: '退款成功' };
    await desk.take([stranger, { ...sheetOrder(6), orderNo: '7', status: '待发货' }]);
    expect(await desk.order('1')).toMatchObject({ state: 'ready', stopCode: '' });
    expect(await desk.changes()).toEqual([]);
  });

  it.each([
    ['a short number and its receiver', { orderNo: '1', remark: '买家退了' }],
    ['no number, and what the row says', { orderNo: '', remark: '' }],
    ['no number, its receiver and its goods', { orderNo: '', remark: '买家退了' }],
  ])('is known by %s', async (_by, { orderNo, remark }) => {
    const rows = paid.map((order, no) => ({ ...order, orderNo: orderNo && String(no + 1) }));
    await desk.take(rows);
    const [row] = rows;
    const stranger = { ...sheetOrder(5), orderNo, status: '退款成功' };
    if (row === undefined) throw new Error('no row');
    const report = await desk.take([{ ...row, remark, status: '退款成功' }, stranger]);
    expect(report.attention.map(({ code }) => code)).toContain('ORDER_REFUNDED');
    expect(await desk.workspace.store.read.orders.count({ state: 'held' })).toBe(1);
    const [held] = await desk.workspace.store.read.orders.ofPhone(first.phone, 5);
    expect(held).toMatchObject({ state: 'held', holdReason: 'refund' });
  });

  it('is not stopped because it was shipped', async () => {
    await desk.take(paid);
    await desk.take([{ ...first, status: '已发货' }]);
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'ready', stopCode: '' });
  });

  it('leaves the queue before anything is sent', async () => {
    await desk.take(paid);
    await plan();
    await desk.take(refunded);
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'held', holdReason: 'refund' });
    expect(await claim('book')).toEqual([]);
    expect(platform.calls).toEqual([]);
  });

  it('is not sent either when its job was already taken', async () => {
    await desk.take(paid);
    await plan();
    const [job] = await claim('book');
    await desk.take(refunded);
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'booking', alarm: 'refund' });
    if (job === undefined) throw new Error('no job');
    await bookShipment(desk.workspace, job);
    expect(platform.calls).toEqual([]);
    expect(await desk.order(first.orderNo)).toMatchObject({
      state: 'held',
      alarm: '',
      holdReason: 'refund',
    });
  });

  it('stops label, reprint and slip of a booked order until a person decides', async () => {
    await desk.take(paid);
    await book(printerUri);
    await desk.take(refunded);
    const order = await desk.order(first.orderNo);
    expect(order).toMatchObject({ state: 'booked', alarm: 'refund' });
    const [job] = await claim('print');
    if (job === undefined) throw new Error('no job');
    expect(await printLabel(desk.workspace, job)).toMatchObject({
      kind: 'failed',
      code: 'ORDER_REFUNDED_AFTER_BOOKING',
    });
    const refusal = { failure: { code: 'ORDER_REFUNDED_AFTER_BOOKING' } };
    expect(await queuePrints(desk.workspace, [order.id], printerUri)).toMatchObject({
      value: { refused: [refusal] },
    });
    const again = { orderId: order.id, printerUri, reason: '再打' };
    expect(await reprintLabel(desk.workspace, again)).toMatchObject({ code: 'ORDER_REFUNDED_AFTER_BOOKING' });
    expect(await printSlip(order.id)).toMatchObject({
      value: { printed: 0, refused: [{ code: 'ORDER_REFUNDED_AFTER_BOOKING' }] },
    });
    const [alarm] = await desk.changes();
    expect(alarm).toMatchObject({ isAlarm: true, code: 'ORDER_REFUNDED_AFTER_BOOKING' });
    await rejectChanges(desk.workspace, { changeIds: [alarm?.change.id ?? ''] });
    expect(await desk.order(first.orderNo)).toMatchObject({ alarm: '' });
    expect(await queuePrints(desk.workspace, [order.id], printerUri)).toMatchObject({
      value: { refused: [] },
    });
  });

  it('is named again by each further run of the file while its number stands, not as nothing to do', async () => {
    await desk.take(paid);
    await book();
    await desk.take(refunded);
    const again = await desk.take(refunded);
    expect(again.attention).toContainEqual(
      expect.objectContaining({ orderNo: first.orderNo, code: 'ORDER_REFUNDED_AFTER_BOOKING' }),
    );
    const { id } = await desk.order(first.orderNo);
    expect([...again.orderRows].map(([orderId]) => orderId)).toContain(id);
    expect(again).toMatchObject({ changed: 0 });
    await cancelOrder(desk.workspace, { orderId: id, version: null });
    const later = await desk.take(refunded);
    expect(later.attention.map(({ code }) => code)).toEqual(['IMPORT_REFUNDED']);
  });

  it('ends the alarm when the waybill is given back', async () => {
    await desk.take(paid);
    await book();
    await desk.take(refunded);
    const { id } = await desk.order(first.orderNo);
    await cancelOrder(desk.workspace, { orderId: id, version: null });
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'cancelled', alarm: '' });
    expect((await desk.changes()).map(({ change }) => change.state)).toEqual(['accepted']);
  });
});

describe('an order that waits since it was imported', () => {
  const asked = [{ ...first, status: '退款中' }, ...paid.slice(1)];

  it('is ready once a newer file says that the refund was withdrawn, and not by an older one', async () => {
    await desk.take(asked);
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'needs-review' });
    const importedAt = desk.workspace.clock.now();
    await desk.workspace.clock.advance(60_000);
    await desk.take(paid, { writtenAt: importedAt - 3_600_000 });
    expect(await desk.order(first.orderNo)).toMatchObject({ errorCode: 'IMPORT_REFUND_OPEN' });
    expect(await desk.take(paid)).toMatchObject({ duplicates: 2, needsReview: 0 });
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'ready', errorCode: '', stopCode: '' });
  });

  it('is ready when its file comes again on the day for which its note waits', async () => {
    const now = desk.workspace.clock.now();
    const inTen = new Date(now + 10 * 86_400_000 + 8 * 3_600_000);
    const remark = `${inTen.getUTCMonth() + 1}月${inTen.getUTCDate()}日发货`;
    const row = [{ ...first, status: '待发货', remark }];
    await desk.take(row);
    expect(await desk.order(first.orderNo)).toMatchObject({ errorCode: 'IMPORT_SHIP_LATER' });
    await desk.workspace.clock.advance(5 * 86_400_000);
    await desk.take(row, { writtenAt: now });
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'needs-review' });
    await desk.workspace.clock.advance(5 * 86_400_000);
    await desk.take(row, { writtenAt: now });
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'ready', errorCode: '' });
  });
});

describe('a hold', () => {
  it('says why and since when, and keeps the order back until it is released', async () => {
    await desk.take(paid);
    const { id } = await desk.order(first.orderNo);
    const held = await holdOrder(desk.workspace, {
      orderId: id,
      version: null,
      reason: 'out-of-stock',
      note: ' 周五到货 ',
    });
    expect(held).toMatchObject({
      value: {
        state: 'held',
        holdReason: 'out-of-stock',
        holdNote: '周五到货',
        heldAt: desk.workspace.clock.now(),
      },
    });
    expect(await plan()).toMatchObject({ value: { refused: [{ failure: { code: 'ORDER_HELD' } }] } });
    expect(await printSlip(id)).toMatchObject({ value: { printed: 0, refused: [{ code: 'ORDER_HELD' }] } });
    const filter = { holdReason: 'out-of-stock' } as const;
    expect(await desk.workspace.store.read.orders.count(filter)).toBe(1);
    expect(await desk.workspace.store.read.orders.holdCounts()).toEqual([
      { holdReason: 'out-of-stock', total: 1 },
    ]);
    await releaseOrder(desk.workspace, { orderId: id, version: null });
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'ready', holdNote: '', heldAt: null });
    expect(await releaseOrder(desk.workspace, { orderId: id, version: null })).toMatchObject({
      code: 'ORDER_STATE_REFUSES',
    });
  });
});

/** As the import does when a column of the file marks the order: to be fetched, in the platform's own store, at risk. */
async function holdByPlatform() {
  const order = await desk.order(first.orderNo);
  const source = { importId: '', fileName: '订单.xlsx', informationAt: order.createdAt + 1, isDryRun: false };
  const stop = { code: 'IMPORT_HELD', rowNumber: 2 };
  await desk.workspace.store.write((write) =>
    stopOrder({ workspace: desk.workspace, write, source, stop }, order),
  );
  return desk.order(first.orderNo);
}

describe('an order that its platform holds', () => {
  it('with a number is not called refunded by label, reprint, slip or change', async () => {
    await desk.take(paid);
    await book(printerUri);
    const order = await holdByPlatform();
    expect(order).toMatchObject({ state: 'booked', alarm: 'platform' });
    const code = 'ORDER_HELD_AFTER_BOOKING';
    const [job] = await claim('print');
    if (job === undefined) throw new Error('no job');
    expect(await printLabel(desk.workspace, job)).toMatchObject({ kind: 'failed', code });
    expect(await queuePrints(desk.workspace, [order.id], printerUri)).toMatchObject({
      value: { refused: [{ failure: { code } }] },
    });
    const again = { orderId: order.id, printerUri, reason: '再打' };
    expect(await reprintLabel(desk.workspace, again)).toMatchObject({ code });
    expect(await printSlip(order.id)).toMatchObject({ value: { printed: 0, refused: [{ code }] } });
    expect(await desk.changes()).toMatchObject([{ isAlarm: true, code }]);
    // A refund on top of it is the graver word.
    await desk.take(refunded);
    expect(await desk.order(first.orderNo)).toMatchObject({ alarm: 'refund' });
  });

  it('without a number waits on hold, and the check before booking says who holds it', async () => {
    await desk.take(paid);
    expect(await holdByPlatform()).toMatchObject({ state: 'held', holdReason: 'platform' });
    expect(await desk.changes()).toMatchObject([{ code: 'ORDER_HELD_BY_PLATFORM' }]);
    expect(await plan()).toMatchObject({
      value: { planned: 0, refused: [{ failure: { code: 'ORDER_HELD_BY_PLATFORM' } }] },
    });
  });
});

describe('an order that is called refunded when its parcel is on its way', () => {
  const send = async (state: 'handed-over' | 'in-transit' | 'delivered') => {
    await desk.take(paid);
    await book();
    const ways = {
      'handed-over': [],
      'in-transit': ['in-transit'],
      delivered: ['in-transit', 'delivered'],
    } as const;
    for (const next of ['packed', 'handed-over', ...ways[state]] as const) {
      const order = await desk.order(first.orderNo);
      await desk.workspace.store.write((write) =>
        write.orders.move(order, next, { updatedAt: desk.workspace.clock.now() }),
      );
    }
  };

  it.each(['handed-over', 'in-transit'] as const)('is to be stopped by the carrier: %s', async (state) => {
    await send(state);
    const report = await desk.take(refunded);
    expect(report).toMatchObject({ changed: 1 });
    // Not beside it that the row is refunded and nothing is to be done.
    expect(report.attention.map(({ code }) => code)).toEqual(['ORDER_REFUNDED_ON_THE_WAY']);
    expect(await desk.order(first.orderNo)).toMatchObject({ state, alarm: 'refund' });
    const again = await desk.take(refunded);
    expect(again.attention.map(({ code }) => code)).toContain('ORDER_REFUNDED_ON_THE_WAY');
    const { rows } = await listChanges(desk.workspace, { state: 'pending' }, { offset: 0, limit: 9 });
    expect(rows).toMatchObject([{ isAlarm: true, code: 'ORDER_REFUNDED_ON_THE_WAY' }]);
    const changeIds = rows.map(({ change }) => change.id);
    expect(await rejectChanges(desk.workspace, { changeIds })).toMatchObject({ value: { settled: 1 } });
    expect(await desk.order(first.orderNo)).toMatchObject({ state, alarm: '' });
  });

  it('is to be stopped also where the file calls it sent beside its refund, and not “nothing to do”', async () => {
    await send('handed-over');
    const { attention } = await desk.take([
      { ...first, status: '已发货，待签收', afterSale: '退款成功' },
      { ...second, afterSale: '无售后' },
    ]);
    expect(attention.map(({ code }) => code)).toEqual(['ORDER_REFUNDED_ON_THE_WAY']);
  });

  it('is no longer called on hold once it has arrived meanwhile', async () => {
    await send('in-transit');
    await desk.take(refunded);
    const order = await desk.order(first.orderNo);
    await desk.workspace.store.write((write) =>
      write.orders.move(order, 'delivered', { updatedAt: desk.workspace.clock.now() }),
    );
    const { rows } = await listChanges(desk.workspace, { state: 'pending' }, { offset: 0, limit: 9 });
    expect(rows).toMatchObject([{ isAlarm: false, code: 'ORDER_REFUNDED_ON_THE_WAY' }]);
  });

  it('is an ordinary return once it was delivered', async () => {
    await send('delivered');
    expect(await desk.take(refunded)).toMatchObject({ changed: 0 });
    expect(await desk.order(first.orderNo)).toMatchObject({ state: 'delivered', alarm: '' });
  });
});
