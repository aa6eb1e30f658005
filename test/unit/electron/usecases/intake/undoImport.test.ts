import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkImportUndo, undoImport } from '../../../../../electron/usecases/intake/undoImport.ts';
import { acceptChanges } from '../../../../../electron/usecases/orders/changes/settle.ts';
import { holdOrder } from '../../../../../electron/usecases/orders/edit.ts';
import { mergeOrders } from '../../../../../electron/usecases/orders/merge.ts';
import { sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import { type IntakeDesk, openIntakeDesk } from '../../../../doubles/workspace/intakeDesk.ts';

let desk: IntakeDesk;
beforeEach(async () => {
  desk = await openIntakeDesk();
});
afterEach(() => desk.close());

const some = (count: number) => Array.from({ length: count }, (_, no) => sheetOrder(no));

describe('undoing an import', () => {
  it('removes the orders it made and no others, and the file can come again', async () => {
    await desk.take(some(3));
    const { importId } = await desk.take(some(8));
    expect(await checkImportUndo(desk.workspace, importId)).toEqual({
      ok: true,
      value: { orders: 5, changes: 0, blocked: [] },
    });
    expect(await undoImport(desk.workspace, importId)).toEqual({
      ok: true,
      value: { removed: 5, reverted: 0 },
    });
    expect(await desk.orders()).toHaveLength(3);
    expect(await undoImport(desk.workspace, importId)).toMatchObject({ code: 'IMPORT_UNDONE_ALREADY' });
    expect(await desk.take(some(8))).toMatchObject({ imported: 5, duplicates: 3 });
  });

  it('takes back the changes and holds it brought', async () => {
    await desk.take(some(3));
    const before = await desk.orders();
    const { importId } = await desk.take([
      { ...sheetOrder(0, { remark: '改了', detail: '样板路9号9栋9室' }), status: '待发货' },
      { ...sheetOrder(1), status: '退款成功' },
      { ...sheetOrder(2), status: '待发货' },
    ]);
    const open = (await desk.changes()).filter(({ change }) => change.state === 'pending');
    await acceptChanges(desk.workspace, { changeIds: open.map(({ change }) => change.id) });
    expect(await undoImport(desk.workspace, importId)).toMatchObject({ value: { removed: 0, reverted: 2 } });
    const after = await desk.orders();
    const content = (orders: typeof before) =>
      orders.map(({ version: _version, updatedAt: _at, stopCode: _stop, ...rest }) => rest);
    expect(content(after)).toEqual(content(before));
  });

  it('leaves an order as it was that it held first and changed later, when a person had looked', async () => {
    await desk.take([{ ...sheetOrder(0), status: '待发货' }]);
    const [before] = await desk.orders();
    const news = { ...sheetOrder(0, { detail: '样板路9号9栋9室' }), status: '买家申请退款' };
    const { importId } = await desk.take([news]);
    expect(await desk.order(news.orderNo)).toMatchObject({ state: 'held', detail: before?.detail });
    await desk.workspace.clock.advance(60_000);
    const open = (await desk.changes()).filter(({ change }) => change.state === 'pending');
    await acceptChanges(desk.workspace, { changeIds: open.map(({ change }) => change.id) });
    expect(await desk.order(news.orderNo)).toMatchObject({ state: 'held', detail: '样板路9号9栋9室' });
    expect(await undoImport(desk.workspace, importId)).toMatchObject({ value: { reverted: 2 } });
    const { state, holdReason, heldAt, detail } = before ?? {};
    expect(await desk.order(news.orderNo)).toMatchObject({ state, holdReason, heldAt, detail });
  });

  it('is refused with the orders that are booked, and then nothing is removed', async () => {
    const { importId } = await desk.take(some(3));
    const order = await desk.order(sheetOrder(1).orderNo);
    await desk.workspace.store.write((write) => write.orders.move(order, 'booking', { shipmentId: 's1' }));
    expect(await undoImport(desk.workspace, importId)).toMatchObject({
      code: 'IMPORT_UNDO_REFUSED',
      params: { count: 1, orders: order.orderNo },
    });
    expect(await desk.orders()).toHaveLength(3);
  });

  it('dissolves merges of its orders first; orders that only a person held go too', async () => {
    const { name, phone, detail, place } = sheetOrder(0);
    const { importId } = await desk.take([
      sheetOrder(0),
      sheetOrder(1, { name, phone, detail, place }),
      sheetOrder(2),
    ]);
    const orders = await desk.orders();
    const pair = orders.filter((order) => order.receiverPhone === phone);
    await mergeOrders(
      desk.workspace,
      pair.map(({ id, version }) => ({ orderId: id, version })),
    );
    const { id } = await desk.order(sheetOrder(2).orderNo);
    await holdOrder(desk.workspace, { orderId: id, version: null, reason: 'customer' });
    expect(await undoImport(desk.workspace, importId)).toMatchObject({ value: { removed: 3 } });
    expect(await desk.orders()).toEqual([]);
  });

  it('says so when there is no such import', async () => {
    expect(await undoImport(desk.workspace, 'nothing')).toMatchObject({ code: 'IMPORT_NOT_FOUND' });
  });
});
