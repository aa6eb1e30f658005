import { afterEach, describe, expect, it } from 'vitest';
import { addParcel } from '../../../../../electron/usecases/booking/addParcel.ts';
import { cancelOrder } from '../../../../../electron/usecases/orders/edit.ts';
import { readFamily } from '../../../../../electron/usecases/orders/undoRegrouping.ts';
import { collectWriteBack } from '../../../../../electron/usecases/writeback/collect.ts';
import { openParcelDesk, type ParcelDesk } from '../../../../doubles/workspace/parcelDesk.ts';

let desk: ParcelDesk;
afterEach(() => desk.workspace.close());

async function openBooked(change: Parameters<typeof openParcelDesk>[0] = {}): Promise<void> {
  desk = await openParcelDesk({ parcelCount: 1, ...change });
  await desk.work();
}

const ask = (change: object = {}) =>
  addParcel(desk.workspace, {
    orderId: desk.orderId,
    version: null,
    reason: '一箱装不下',
    parcelCount: 1,
    goods: '配件',
    weightGrams: null,
    ...change,
  });

async function added(change: object = {}) {
  const outcome = await ask(change);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.extra;
}

describe('another parcel of a booked order', () => {
  it('is booked under an order code of its own, with its own number and label; the first keeps its money', async () => {
    await openBooked({ codFen: 9_900 });
    const extra = await added();
    await desk.work();
    const [order, booked] = [await desk.order(), await desk.order(extra.id)];
    expect(booked).toMatchObject({ orderNo: `${order.orderNo}-X1`, state: 'booked', codFen: 0 });
    expect(booked.waybillNo).not.toBe(order.waybillNo);
    const [shipment] = await desk.workspace.store.read.shipments.ofOrder(extra.id);
    expect(shipment?.orderCode).toBe(`${order.orderNo}-X1`);
    expect(await desk.labels(extra.id)).toMatchObject([{ waybillNo: booked.waybillNo, state: 'accepted' }]);
    expect(order).toMatchObject({ state: 'booked', printState: 'accepted', codFen: 9_900 });
  });

  it('is not made twice by a second press, nor while the last one has no number yet', async () => {
    await openBooked();
    const { version } = await desk.order();
    const extra = await added({ version });
    expect(await ask({ version })).toMatchObject({ code: 'ORDER_CHANGED_MEANWHILE' });
    expect(await ask()).toMatchObject({
      code: 'EXTRA_PARCEL_OPEN',
      params: { extraNo: extra.orderNo },
    });
    await desk.work();
    expect((await added()).orderNo).toMatch(/-X2$/);
  });

  it('never takes the code of one that was cancelled', async () => {
    await openBooked();
    const extra = await added();
    await desk.work();
    await cancelOrder(desk.workspace, { orderId: extra.id, version: null });
    const next = await added();
    expect(next.orderNo).toMatch(/-X2$/);
    expect(next.id).not.toBe(extra.id);
  });

  it('belongs to the merchant’s order: both numbers are written back to it', async () => {
    await openBooked();
    const extra = await added();
    await desk.work();
    const [order, booked] = [await desk.order(), await desk.order(extra.id)];
    const { read } = desk.workspace.store;
    expect((await readFamily(read, order.id)).extras.map(({ id }) => id)).toEqual([extra.id]);
    expect((await readFamily(read, extra.id)).extraOf.map(({ id }) => id)).toEqual([order.id]);
    const { parcels } = await collectWriteBack({ ...desk.workspace, isPractice: true }, { again: false });
    expect(parcels.map(({ orderNo, waybillNo }) => [orderNo, waybillNo]).sort()).toEqual(
      [order, booked].map(({ waybillNo }) => [order.orderNo, waybillNo]).sort(),
    );
  });

  it('makes good the boxes that got no number, and the complaint is settled', async () => {
    await openBooked({ parcelCount: 3, sellerRemark: '#practice:fewer' });
    expect(await desk.order()).toMatchObject({ errorCode: 'PARCEL_NUMBERS_SHORT' });
    await added();
    expect(await desk.order()).toMatchObject({ errorCode: '', complaintsJson: '[]' });
  });

  it('wants a reason and a booked order that nobody refunded', async () => {
    desk = await openParcelDesk();
    expect(await ask({ reason: '' })).toMatchObject({ code: 'EXTRA_PARCEL_NEEDS_REASON' });
    expect(await ask()).toMatchObject({ code: 'ORDER_STATE_REFUSES' });
    await desk.work();
    await desk.workspace.store.write((write) => write.orders.show(desk.orderId, { alarm: 'refund' }));
    expect(await ask()).toMatchObject({ code: 'ORDER_REFUNDED_AFTER_BOOKING' });
  });
});
