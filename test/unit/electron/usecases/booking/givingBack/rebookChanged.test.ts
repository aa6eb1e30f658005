import { afterEach, describe, expect, it } from 'vitest';
import { rebookChanged } from '../../../../../../electron/usecases/booking/givingBack/rebookChanged.ts';
import { voidBooking } from '../../../../../../electron/usecases/booking/givingBack/void.ts';
import { cancelOrder } from '../../../../../../electron/usecases/orders/edit.ts';
import { didNotHappen, unknownOutcome } from '../../../../../../shared/errors/outcome.ts';
import { type BookedDesk, openBookedDesk } from '../../../../../doubles/workspace/parcelDesk.ts';

let desk: BookedDesk;
afterEach(() => desk.workspace.close());

const ask = (change: Record<string, unknown> = {}) =>
  rebookChanged(desk.workspace, {
    orderId: desk.orderId,
    version: null,
    reason: '买家改地址',
    changes: { detail: '文三路 9 号' },
    ...change,
  });
const bookings = async () =>
  (await desk.workspace.store.read.shipments.ofOrder(desk.orderId)).map(({ state }) => state);

describe('a booked order whose buyer moved', () => {
  it('gives its number back, is changed and booked anew in one act, with its label', async () => {
    desk = await openBookedDesk();
    const { waybillNo: old, orderNo } = await desk.order();
    expect(await ask()).toMatchObject({ ok: true, value: { oldWaybillNo: old, planned: 1 } });
    await desk.work();
    const order = await desk.order();
    expect(order).toMatchObject({ state: 'booked', detail: '文三路 9 号' });
    expect(order.waybillNo).not.toBe(old);
    const shipments = await desk.workspace.store.read.shipments.ofOrder(desk.orderId);
    expect(shipments.map(({ state, orderCode }) => [state, orderCode])).toEqual([
      ['voided', orderNo],
      ['booked', `${orderNo}R2`],
    ]);
    expect(shipments[1]?.requestJson).toContain('文三路 9 号');
    expect((await desk.labels()).map(({ waybillNo }) => waybillNo)).toEqual([old, order.waybillNo]);
  });

  it('is booked with the carrier it is changed to, not silently with the old one', async () => {
    desk = await openBookedDesk();
    expect(await ask({ changes: { carrier: '圆通' } })).toMatchObject({ ok: true });
    await desk.work();
    expect(await desk.order()).toMatchObject({ state: 'booked', carrier: 'YTO' });
  });

  it('keeps number and content where the platform refuses, and where a word is wrong asks nobody', async () => {
    desk = await openBookedDesk();
    const before = await desk.order();
    expect(await ask({ changes: { colour: '红' } })).toMatchObject({ code: 'ORDER_FIELD_UNKNOWN' });
    expect(await ask({ changes: { phone: '1' } })).toMatchObject({ code: 'ADDRESS_PHONE_INVALID' });
    expect(await ask({ reason: ' ' })).toMatchObject({ code: 'NEW_NUMBER_NEEDS_REASON' });
    expect(desk.voidCount()).toBe(0);
    desk.voids.push(didNotHappen('CARRIER_REFUSED', { reason: '已揽收' }));
    expect(await ask()).toMatchObject({
      code: 'CHANGED_ORDER_VOID_REFUSED',
      params: { waybillNo: before.waybillNo, code: 'CARRIER_REFUSED' },
    });
    expect(await desk.order()).toMatchObject({
      state: 'booked',
      waybillNo: before.waybillNo,
      detail: before.detail,
    });
    expect(await bookings()).toEqual(['booked']);
  });

  it('keeps its number where the account does not have the carrier it is changed to', async () => {
    desk = await openBookedDesk();
    const { waybillNo } = await desk.order();
    desk.notOffered.add('YTO');
    expect(await ask({ changes: { carrier: '圆通' } })).toMatchObject({ code: 'CARRIER_NOT_OFFERED' });
    expect(desk.voidCount()).toBe(0);
    expect(await desk.order()).toMatchObject({ state: 'booked', waybillNo });
    expect(await bookings()).toEqual(['booked']);
  });

  it('is not booked again while it is not known whether the number was given back, and then continues', async () => {
    desk = await openBookedDesk();
    const { detail } = await desk.order();
    desk.voids.push(unknownOutcome('NETWORK_TIMEOUT', { host: 'scripted' }));
    expect(await ask()).toMatchObject({ code: 'VOID_UNSURE' });
    expect(await desk.order()).toMatchObject({ detail });
    expect(await bookings()).toEqual(['voiding']);
    expect(await ask()).toMatchObject({ ok: true, value: { planned: 1 } });
    await desk.work();
    expect(await bookings()).toEqual(['voided', 'booked']);
  });

  it('is cancelled, never ready with the old address, where it ended in between; asked again it continues', async () => {
    desk = await openBookedDesk();
    await voidBooking(desk.workspace, desk.orderId);
    expect(await desk.order()).toMatchObject({ state: 'cancelled' });
    expect(await ask()).toMatchObject({ ok: true, value: { planned: 1 } });
    expect(desk.voidCount()).toBe(1);
    await desk.work();
    expect(await desk.order()).toMatchObject({ state: 'booked', detail: '文三路 9 号' });
  });

  it('stays cancelled where its file calls it refunded', async () => {
    desk = await openBookedDesk();
    await cancelOrder(desk.workspace, { orderId: desk.orderId, version: null });
    await desk.workspace.store.write((write) =>
      write.orders.show(desk.orderId, { stopCode: 'IMPORT_REFUNDED' }),
    );
    expect(await ask()).toMatchObject({ code: 'ORDER_REFUNDED' });
    expect(await bookings()).toEqual(['voided']);
  });
});
