import { afterEach, describe, expect, it } from 'vitest';
import { reconcileJournal } from '../../../../../../electron/usecases/booking/afterRestore/reconcileJournal.ts';
import { renumberOrder } from '../../../../../../electron/usecases/booking/givingBack/renumber.ts';
import { voidBooking } from '../../../../../../electron/usecases/booking/givingBack/void.ts';
import { recoverWork } from '../../../../../../electron/usecases/workspace/recover.ts';
import { didNotHappen, unknownOutcome } from '../../../../../../shared/errors/outcome.ts';
import { type BookedDesk, openBookedDesk } from '../../../../../doubles/workspace/parcelDesk.ts';

let desk: BookedDesk;
afterEach(() => desk.workspace.close());

const ask = (change: object = {}) =>
  renumberOrder(desk.workspace, {
    orderId: desk.orderId,
    version: null,
    reason: '快递公司要求换单',
    isGivenBack: false,
    ...change,
  });
const shipments = () => desk.workspace.store.read.shipments.ofOrder(desk.orderId);
const kinds = async () =>
  (await desk.workspace.store.read.history.ofOrder(desk.orderId)).map(({ kind }) => kind);

describe('another number for the same order', () => {
  it('gives the old one back, books under the next revision of the code, and prints its label', async () => {
    desk = await openBookedDesk();
    const { waybillNo: old, orderNo } = await desk.order();
    expect(await ask()).toMatchObject({ ok: true, value: { oldWaybillNo: old, planned: 1 } });
    await desk.work();
    const order = await desk.order();
    expect(order.state).toBe('booked');
    expect(order.waybillNo).not.toBe(old);
    expect((await shipments()).map(({ state, orderCode }) => [state, orderCode])).toEqual([
      ['voided', orderNo],
      ['booked', `${orderNo}R2`],
    ]);
    const labels = await desk.labels();
    expect(labels.map(({ waybillNo, copyNo }) => [waybillNo, copyNo])).toEqual([
      [old, 1],
      [order.waybillNo, 1],
    ]);
    expect(order.printState).toBe('accepted');
    expect(await kinds()).toEqual(expect.arrayContaining(['renumbered', 'voided']));
    const followed = await desk.workspace.store.read.tracking.byWaybill(old);
    expect(followed).toMatchObject({ state: 'cancelled' });
  });

  it('changes nothing while it is not known whether the old one was given back', async () => {
    desk = await openBookedDesk();
    desk.voids.push(unknownOutcome('NETWORK_TIMEOUT', { host: 'scripted' }));
    expect(await ask()).toMatchObject({ code: 'VOID_UNSURE' });
    expect((await shipments()).map(({ state }) => state)).toEqual(['voiding']);
    // A person's word does not settle what the platform can be asked.
    expect(await ask({ isGivenBack: true })).toMatchObject({ code: 'VOID_UNSURE' });
    expect((await shipments()).map(({ state }) => state)).toEqual(['voiding']);
    expect(await ask()).toMatchObject({ ok: true, value: { planned: 1 } });
    expect((await shipments()).map(({ state }) => state)).toEqual(['voided', 'planned']);
    expect(desk.voidCount()).toBe(2);
  });

  it('cancels the order after all when that is what was wanted last', async () => {
    desk = await openBookedDesk();
    desk.voids.push(unknownOutcome('NETWORK_TIMEOUT', { host: 'scripted' }));
    await ask();
    expect(await voidBooking(desk.workspace, desk.orderId)).toMatchObject({ ok: true });
    expect(await desk.order()).toMatchObject({ state: 'cancelled' });
  });

  it('keeps the old number when the platform refuses, and then takes a person’s word', async () => {
    desk = await openBookedDesk();
    const { waybillNo: old } = await desk.order();
    expect(await ask({ isGivenBack: true })).toMatchObject({ code: 'NEW_NUMBER_NOT_REFUSED' });
    desk.voids.push(didNotHappen('CARRIER_REFUSED', { reason: '已揽收' }));
    expect(await ask()).toMatchObject({
      code: 'NEW_NUMBER_VOID_REFUSED',
      params: { waybillNo: old, code: 'CARRIER_REFUSED' },
    });
    expect(await desk.order()).toMatchObject({ state: 'booked', waybillNo: old, shipmentState: 'booked' });
    expect(await ask({ isGivenBack: true })).toMatchObject({ ok: true, value: { planned: 1 } });
    expect(desk.voidCount()).toBe(1);
    await desk.work();
    expect((await shipments()).map(({ state }) => state)).toEqual(['voided', 'booked']);
    expect(await kinds()).toEqual(expect.arrayContaining(['void-refused', 'given-back-by-hand']));
    // Else a backup from before this would take the old number up again.
    const given = desk.workspace.journal.after(null).filter(({ call }) => call === 'void');
    expect(given.map(({ step, certainty }) => certainty ?? step)).toEqual([
      'begin',
      'did-not-happen',
      'begin',
      'happened',
    ]);
  });

  it('takes no person’s word as long as the platform may have given the old one back meanwhile', async () => {
    desk = await openBookedDesk();
    desk.voids.push(didNotHappen('CARRIER_REFUSED', { reason: '已揽收' }), unknownOutcome('NETWORK_TIMEOUT'));
    expect(await ask()).toMatchObject({ code: 'NEW_NUMBER_VOID_REFUSED' });
    expect(await ask()).toMatchObject({ code: 'VOID_UNSURE' });
    expect(await ask({ isGivenBack: true })).toMatchObject({ code: 'VOID_UNSURE' });
    expect(await desk.order()).toMatchObject({ state: 'booked', shipmentState: 'voiding' });
  });

  it('is one number also when a crash came between giving back and booking', async () => {
    desk = await openBookedDesk();
    desk.voids.push(unknownOutcome('NETWORK_TIMEOUT', { host: 'scripted' }));
    await ask();
    // The answer reached the journal, the database did not hear of it.
    const [shipment] = await shipments();
    const call = {
      call: 'void',
      accountId: shipment?.accountId ?? '',
      orderCode: shipment?.orderCode ?? '',
    } as const;
    desk.workspace.journal.end(call, { certainty: 'happened' });
    const reopened = await desk.workspace.reopen();
    Object.assign(desk, { workspace: reopened });
    await reconcileJournal(reopened);
    await recoverWork(reopened);
    expect(await reopened.store.read.orders.byId(desk.orderId)).toMatchObject({
      state: 'ready',
      waybillNo: '',
      shipmentId: null,
    });
  });

  it('wants a reason, and an order that has its number and has not left', async () => {
    desk = await openBookedDesk();
    expect(await ask({ reason: ' ' })).toMatchObject({ code: 'NEW_NUMBER_NEEDS_REASON' });
    expect(await ask({ version: 99 })).toMatchObject({ code: 'ORDER_CHANGED_MEANWHILE' });
    await desk.workspace.store.write(async (write) => {
      const order = await write.orders.byId(desk.orderId);
      if (order !== undefined) await write.orders.move(order, 'handed-over');
    });
    expect(await ask()).toMatchObject({ code: 'ORDER_STATE_REFUSES' });
    expect(desk.voidCount()).toBe(0);
  });

  it('gives no other number to an order that was refunded meanwhile', async () => {
    desk = await openBookedDesk();
    desk.voids.push(unknownOutcome('NETWORK_TIMEOUT', { host: 'scripted' }));
    await ask();
    await desk.workspace.store.write((write) => write.orders.show(desk.orderId, { alarm: 'refund' }));
    expect(await ask()).toMatchObject({ code: 'ORDER_REFUNDED_AFTER_BOOKING' });
    await voidBooking(desk.workspace, desk.orderId, '换单');
    expect(await desk.order()).toMatchObject({ state: 'cancelled' });
  });
});
