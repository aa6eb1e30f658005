import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../../../../electron/store/schema.ts';
import { acceptChanges, rejectChanges } from '../../../../../../electron/usecases/orders/changes/settle.ts';
import { editOrders } from '../../../../../../electron/usecases/orders/editOrders.ts';
import { sheetOrder } from '../../../../../doubles/files/orderSheet.ts';
import { type IntakeDesk, openIntakeDesk } from '../../../../../doubles/workspace/intakeDesk.ts';

let desk: IntakeDesk;
beforeEach(async () => {
  desk = await openIntakeDesk();
});
afterEach(() => desk.close());

const some = (count: number) => Array.from({ length: count }, (_, no) => sheetOrder(no));
const edited = { detail: '样板路9号1栋2室', remark: '请用纸箱' };
const pending = async () => (await desk.changes()).filter(({ change }) => change.state === 'pending');
const all = async () => ({ changeIds: (await pending()).map(({ change }) => change.id) });

async function setState(order: Order, ...states: Order['state'][]) {
  for (const state of states) {
    const now = await desk.order(order.orderNo);
    expect(await desk.workspace.store.write((write) => write.orders.move(now, state))).toMatchObject({
      state,
    });
  }
}

describe('a file that says something else of an order', () => {
  it('keeps the stored order and shows old and new, field by field, with file and row', async () => {
    await desk.take(some(5));
    const report = await desk.take([...some(3), sheetOrder(3, edited), sheetOrder(4)]);
    expect(report).toMatchObject({ imported: 0, duplicates: 4, changed: 1 });
    expect(report.attention).toMatchObject([{ code: 'ORDER_CONTENT_CHANGED', rowNumber: 5 }]);
    expect((await desk.order(sheetOrder(3).orderNo)).detail).toBe(sheetOrder(3).detail);
    const [one, ...others] = await pending();
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      isAlarm: false,
      code: 'ORDER_CONTENT_CHANGED',
      change: { fileName: 'in.csv', rowNumber: 5, orderNo: sheetOrder(3).orderNo },
      fields: [
        { field: 'detail', before: sheetOrder(3).detail, after: edited.detail },
        { field: 'sellerRemark', before: '', after: edited.remark },
      ],
    });
  });

  it('asks once, however often the same file comes', async () => {
    await desk.take(some(2));
    for (let times = 0; times < 3; times++)
      expect(await desk.take([sheetOrder(0, edited), sheetOrder(1)])).toMatchObject({ changed: 1 });
    expect(await pending()).toHaveLength(1);
  });

  it('takes the new content when it is accepted, and then knows the new file', async () => {
    await desk.take(some(2));
    const news = [sheetOrder(0, edited), sheetOrder(1)];
    await desk.take(news);
    expect(await acceptChanges(desk.workspace, await all())).toMatchObject({ value: { settled: 1 } });
    expect(await desk.order(sheetOrder(0).orderNo)).toMatchObject({
      state: 'ready',
      detail: edited.detail,
      sellerRemark: edited.remark,
    });
    expect(await desk.take(news)).toMatchObject({ duplicates: 2, changed: 0 });
  });

  it('is not asked about again once it was rejected', async () => {
    await desk.take(some(2));
    const news = [sheetOrder(0, edited), sheetOrder(1)];
    await desk.take(news);
    expect(await rejectChanges(desk.workspace, await all())).toMatchObject({ value: { settled: 1 } });
    expect(await desk.take(news)).toMatchObject({ duplicates: 2, changed: 0 });
    expect(await pending()).toEqual([]);
    expect((await desk.order(sheetOrder(0).orderNo)).detail).toBe(sheetOrder(0).detail);
  });

  it('lets a newer file replace what nobody has decided yet', async () => {
    await desk.take(some(1));
    await desk.take([sheetOrder(0, edited)]);
    await desk.workspace.clock.advance(60_000);
    await desk.take([sheetOrder(0, { remark: '改为快递柜' })]);
    const open = await pending();
    expect(open.map(({ fields }) => fields.map(({ after }) => after))).toEqual([['改为快递柜']]);
  });

  it('forgets a change that the newest file no longer wants', async () => {
    await desk.take(some(1));
    await desk.take([sheetOrder(0, edited)]);
    await desk.workspace.clock.advance(60_000);
    expect(await desk.take(some(1))).toMatchObject({ duplicates: 1, changed: 0 });
    expect(await pending()).toEqual([]);
  });

  it('does not let an old file undo an accepted change', async () => {
    const writtenAt = desk.workspace.clock.now();
    await desk.take(some(1));
    await desk.workspace.clock.advance(60_000);
    await desk.take([sheetOrder(0, edited)]);
    await acceptChanges(desk.workspace, await all());
    expect(await desk.take(some(1), { writtenAt })).toMatchObject({ changed: 0, duplicates: 1 });
    // Written after it, the same content is news again.
    await desk.workspace.clock.advance(60_000);
    expect(await desk.take(some(1))).toMatchObject({ changed: 1 });
  });

  it('does not let an old file overrule a newer one that waits for a person', async () => {
    const writtenAt = desk.workspace.clock.now();
    await desk.take(some(1));
    await desk.workspace.clock.advance(60_000);
    await desk.take([sheetOrder(0, edited)]);
    await desk.take([sheetOrder(0, { remark: '旧备注' })], { writtenAt });
    await desk.take(some(1), { writtenAt });
    expect((await pending()).map(({ fields }) => fields.length)).toEqual([2]);
  });

  it('keeps what a person corrected when the file says the same of the receiver as before', async () => {
    await desk.take(some(1));
    const order = await desk.order(sheetOrder(0).orderNo);
    await editOrders(desk.workspace, [{ orderId: order.id, version: null }], { detail: '样板路1号后门' });
    await desk.take([sheetOrder(0, { remark: edited.remark })]);
    const [one] = await pending();
    expect(one?.fields.map(({ field }) => field)).toEqual(['sellerRemark']);
    await acceptChanges(desk.workspace, await all());
    expect(await desk.order(order.orderNo)).toMatchObject({
      detail: '样板路1号后门',
      sellerRemark: edited.remark,
    });
  });

  it('stands before every newer change while its booked order is an alarm, and in its turn once it is settled', async () => {
    await desk.take(some(3));
    await setState(await desk.order(sheetOrder(0).orderNo), 'booking', 'booked');
    await desk.take([sheetOrder(0, edited)]);
    await desk.take([sheetOrder(1, edited)]);
    await desk.take([sheetOrder(2, edited)]);
    const listed = async () => (await desk.changes()).map(({ change }) => change.orderNo);
    const [booked, second, third] = some(3).map(({ orderNo }) => orderNo);
    expect(await listed()).toEqual([booked, third, second]);
    const [alarm] = await desk.changes();
    await rejectChanges(desk.workspace, { changeIds: [alarm?.change.id ?? ''] });
    expect(await listed()).toEqual([third, second, booked]);
  });

  it('is an alarm on a booked order, never applied, and says what has to be done', async () => {
    await desk.take(some(1));
    const order = await desk.order(sheetOrder(0).orderNo);
    await setState(order, 'booking', 'booked');
    expect((await desk.take([sheetOrder(0, edited)])).attention).toMatchObject([
      { code: 'ORDER_CHANGED_AFTER_BOOKING' },
    ]);
    expect(await desk.order(order.orderNo)).toMatchObject({ alarm: 'changed', detail: order.detail });
    expect(await acceptChanges(desk.workspace, await all())).toMatchObject({
      value: { settled: 0, refused: [{ failure: { code: 'ORDER_CHANGED_AFTER_BOOKING' } }] },
    });
    // The waybill was given back: now the change brings the order back with the new content.
    await setState(order, 'cancelled');
    expect(await acceptChanges(desk.workspace, await all())).toMatchObject({ value: { settled: 1 } });
    expect(await desk.order(order.orderNo)).toMatchObject({
      state: 'ready',
      alarm: '',
      detail: edited.detail,
    });
  });

  it('shows an order as changed whose rows stand apart only when the whole differs', async () => {
    const many = Array.from({ length: 2_100 }, (_, no) => sheetOrder(no));
    const second = { ...sheetOrder(3), goods: '样品马克杯' };
    await desk.take([...many, second]);
    expect(await desk.take([second, ...many])).toMatchObject({ changed: 0, duplicates: 2_100 });
    expect(await pending()).toEqual([]);
    const third = { ...sheetOrder(3), goods: '样品笔记本' };
    expect(await desk.take([second, ...many, third])).toMatchObject({ changed: 1 });
    const [one] = await pending();
    expect(one?.fields).toEqual([
      { field: 'items', before: expect.any(String), after: expect.stringContaining('样品笔记本') },
    ]);
    await acceptChanges(desk.workspace, await all());
    expect((await desk.order(sheetOrder(3).orderNo)).quantity).toBe(3);
  });

  it('writes nothing in a dry run', async () => {
    await desk.take(some(1));
    expect(await desk.take([sheetOrder(0, edited)], { isDryRun: true })).toMatchObject({ changed: 1 });
    expect(await desk.changes()).toEqual([]);
  });
});
