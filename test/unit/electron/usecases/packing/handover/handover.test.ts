import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { voidBooking } from '../../../../../../electron/usecases/booking/givingBack/void.ts';
import { mergeOrders } from '../../../../../../electron/usecases/orders/merge.ts';
import { closeHandover, printHandover } from '../../../../../../electron/usecases/packing/handover/close.ts';
import {
  beginHandover,
  listHandovers,
  listLeftOver,
  readHandover,
  readHandoverDesk,
} from '../../../../../../electron/usecases/packing/handover/lists.ts';
import { scanOut, takeAll, takeOff } from '../../../../../../electron/usecases/packing/handover/scanOut.ts';
import { queuePrints } from '../../../../../../electron/usecases/printing/queue.ts';
import { handedOverOf } from '../../../../../../electron/usecases/tracking/shownTracking.ts';
import { dayMs } from '../../../../../../shared/rules/shopTime.ts';
import { routeTextOf } from '../../../../../doubles/printers/standardLabels.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../../doubles/workspace/benchDesk.ts';
import { deskPrinter } from '../../../../../doubles/workspace/parcelDesk.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let desk: BenchDesk;
beforeEach(async () => {
  desk = await openBenchDesk([{}, {}, {}, {}]);
  await desk.rules({ checksItems: false, scansLabel: false });
});
afterEach(() => desk.workspace.close());

const begin = async () => of(await beginHandover(desk.workspace, { carrier: 'SF' })).handoverId;
const pack = async (...nos: number[]) => {
  await desk.book(...nos);
  for (const no of nos) await desk.scan(sampleOrder(no).orderNo);
  await desk.print();
};
const out = async (handoverId: string, code: string) => {
  const { says, stop } = of(await scanOut(desk.workspace, { handoverId, code }));
  return stop?.kind ?? says;
};
const waybill = async (no: number) => (await desk.order(no)).waybillNo;
const close = (handoverId: string, version = 0) =>
  closeHandover(desk.workspace, { handoverId, version, courier: '小王' });

describe('a list for a courier', () => {
  it('takes scanned parcels once, and hands them over when he has signed', async () => {
    await pack(1, 2);
    const list = await begin();
    expect(await begin()).toBe(list);
    expect(await out(list, await waybill(1))).toBe('out');
    expect(await out(list, await waybill(1))).toBe('repeated');
    expect(await desk.order(1)).toMatchObject({ state: 'packed' });
    expect(of(await close(list))).toMatchObject({ state: 'closed', parcels: 1, courier: '小王' });
    expect(await desk.order(1)).toMatchObject({ state: 'handed-over' });
    expect(await desk.box(1)).toMatchObject({ state: 'handed-over', handoverId: list });
    expect(await desk.order(2)).toMatchObject({ state: 'packed' });
    const history = await desk.workspace.store.read.history.ofOrder(sampleOrder(1).id);
    expect(history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['packed', 'handed-over']));
  });

  it('takes a parcel by the QR code of an SF label, and knows it again by its barcode', async () => {
    await pack(1);
    const list = await begin();
    expect(await out(list, routeTextOf(await waybill(1)))).toBe('out');
    expect(await out(list, await waybill(1))).toBe('repeated');
    expect(await out(list, routeTextOf('SF9000000000009'))).toBe('unknown');
  });

  it('is what Track says of a parcel that no courier has scanned yet, once it is signed', async () => {
    await pack(1);
    const list = await begin();
    await out(list, await waybill(1));
    expect(await handedOverOf(desk.workspace, await waybill(1))).toBeNull();
    const { no } = of(await close(list));
    expect(await handedOverOf(desk.workspace, await waybill(1))).toEqual({
      at: desk.workspace.clock.now(),
      no,
      courier: '小王',
    });
    expect(await handedOverOf(desk.workspace, 'NOT-LISTED')).toBeNull();
  });

  it('tells of an order that was combined which one its goods leave in, not that it has no number', async () => {
    const orders = [await desk.order(1), await desk.order(2)];
    const seen = orders.map(({ id, version }) => ({ orderId: id, version }));
    const { orderNo } = of(await mergeOrders(desk.workspace, seen));
    const code = sampleOrder(1).orderNo;
    const { stop } = of(await scanOut(desk.workspace, { handoverId: await begin(), code }));
    expect(stop).toMatchObject({ kind: 'regrouped', params: { orderNo: code, numbers: orderNo } });
  });

  it('takes all that is packed without a scan of each, but nothing that was refunded since', async () => {
    await pack(1, 2, 3);
    await desk.workspace.store.write((write) => write.orders.show(sampleOrder(2).id, { alarm: 'refund' }));
    const list = await begin();
    const taken = of(await takeAll(desk.workspace, { handoverId: list }));
    expect(taken).toMatchObject({ taken: 2, refused: 1, list: { parcels: 2 } });
    const { rows } = of(await readHandover(desk.workspace, { handoverId: list }));
    expect(rows.map(({ orderNo, isScanned }) => [orderNo, isScanned])).toEqual([
      [sampleOrder(1).orderNo, false],
      [sampleOrder(3).orderNo, false],
    ]);
  });

  it('lets a parcel off again until it is closed, and never changes afterwards', async () => {
    await pack(1, 2);
    const list = await begin();
    of(await takeAll(desk.workspace, { handoverId: list }));
    const waybillNo = await waybill(2);
    expect(of(await takeOff(desk.workspace, { handoverId: list, waybillNo })).parcels).toBe(1);
    of(await close(list));
    expect(await scanOut(desk.workspace, { handoverId: list, code: waybillNo })).toMatchObject({
      ok: false,
      code: 'HANDOVER_CLOSED',
    });
    expect(await close(list, 1)).toMatchObject({ code: 'HANDOVER_CLOSED' });
  });

  it('is not handed over with a parcel that was refunded since it was put there', async () => {
    await pack(1, 2);
    const list = await begin();
    of(await takeAll(desk.workspace, { handoverId: list }));
    await desk.workspace.store.write((write) => write.orders.show(sampleOrder(2).id, { alarm: 'refund' }));
    expect(await close(list)).toMatchObject({ code: 'HANDOVER_REFUNDED' });
    expect(await desk.order(1)).toMatchObject({ state: 'packed' });
    of(await takeOff(desk.workspace, { handoverId: list, waybillNo: await waybill(2) }));
    of(await close(list));
    expect([(await desk.order(1)).state, (await desk.order(2)).state]).toEqual(['handed-over', 'packed']);
  });

  it('is not handed over with a parcel whose booking was cancelled since, and says which one it is', async () => {
    await desk.book(1, 2);
    await desk.queue(deskPrinter, 1, 2);
    await desk.print();
    const list = await begin();
    const cancelled = await waybill(2);
    for (const code of [await waybill(1), cancelled]) expect(await out(list, code)).toBe('out');
    expect(of(await voidBooking(desk.workspace, sampleOrder(2).id)).state).toBe('cancelled');
    expect(await close(list)).toMatchObject({
      code: 'HANDOVER_REFUNDED',
      params: { orderNo: sampleOrder(2).orderNo, waybillNo: cancelled },
    });
    of(await takeOff(desk.workspace, { handoverId: list, waybillNo: cancelled }));
    expect(of(await close(list)).parcels).toBe(1);
    expect([(await desk.order(1)).state, (await desk.order(2)).state]).toEqual(['handed-over', 'cancelled']);
  });

  it('takes nothing that the shop platform has stopped, that is held or only half packed at the bench', async () => {
    await pack(1);
    await desk.book(2);
    await desk.rules({ checksItems: true });
    await desk.scan(sampleOrder(2).orderNo);
    await desk.command('hold', 'out-of-stock');
    await desk.workspace.store.write((write) => write.orders.show(sampleOrder(1).id, { alarm: 'platform' }));
    const list = await begin();
    expect(await out(list, await waybill(1))).toBe('held');
    expect(await out(list, await waybill(2))).toBe('bench-held');
    // Its label is there already; its goods are not in it.
    await desk.book(3);
    await desk.queue(deskPrinter, 3);
    await desk.print();
    await desk.scan(sampleOrder(3).orderNo);
    expect(await out(list, await waybill(3))).toBe('not-packed');
  });

  it('lets an order go only with the last of its boxes', async () => {
    const two = await openBenchDesk([{ parcelCount: 2 }]);
    try {
      await two.rules({ checksItems: false, scansLabel: false });
      await two.book(1);
      await two.queue(deskPrinter, 1);
      await two.print();
      const [first = '', second = ''] = (await two.labels(1)).map(({ waybillNo }) => waybillNo);
      for (const [code, state] of [
        [first, 'booked'],
        [second, 'handed-over'],
      ] as const) {
        const { handoverId } = of(await beginHandover(two.workspace, { carrier: 'SF' }));
        expect(of(await scanOut(two.workspace, { handoverId, code })).says).toBe('out');
        // The one that has left says on which list, however often it is scanned.
        const { says, stop } = of(await scanOut(two.workspace, { handoverId, code: first }));
        expect(stop?.kind ?? says).toBe(code === first ? 'repeated' : 'on-other-list');
        if (code === second)
          expect(await takeOff(two.workspace, { handoverId, waybillNo: first })).toMatchObject({
            code: 'PACK_PARCEL_NOT_FOUND',
          });
        of(await closeHandover(two.workspace, { handoverId, version: 0, courier: '小王' }));
        expect((await two.order(1)).state).toBe(state);
      }
    } finally {
      await two.workspace.close();
    }
  });

  it('is refused while nothing is on it, and when it changed since it was seen', async () => {
    const list = await begin();
    expect(await close(list)).toMatchObject({ code: 'HANDOVER_EMPTY' });
    await pack(1);
    of(await takeAll(desk.workspace, { handoverId: list }));
    expect(await close(list, 7)).toMatchObject({ code: 'PACK_CHANGED_MEANWHILE' });
    expect(await desk.order(1)).toMatchObject({ state: 'packed' });
  });

  it('prints with its number as barcode, count and lines to sign', async () => {
    await pack(1);
    const list = await begin();
    of(await takeAll(desk.workspace, { handoverId: list }));
    const asked = { handoverId: list, printerUri: 'virtual:', columns: 48 as const };
    expect(of(await printHandover(desk.workspace, asked))).toEqual({ printed: 1 });
  });
});

describe('scanning a parcel out', () => {
  it.each([
    ['a code nobody knows', 'XX-9', 'unknown'],
    ['an order without a number', sampleOrder(4).orderNo, 'no-number'],
  ])('stops at %s', async (_name, code, kind) => {
    expect(await out(await begin(), code)).toBe(kind);
  });

  it('stops at another carrier’s, at one on another list, and at one that has left', async () => {
    await pack(1, 2);
    const other = of(await beginHandover(desk.workspace, { carrier: 'ZTO' })).handoverId;
    expect(await out(other, await waybill(1))).toBe('other-carrier');
    const list = await begin();
    await out(list, await waybill(1));
    of(await close(list));
    const second = await begin();
    expect(await out(second, await waybill(1))).toBe('left');
    expect(await out(second, await waybill(2))).toBe('out');
  });

  it('takes a printed parcel that never lay on the bench, unless only packed ones leave', async () => {
    await desk.book(1, 2);
    const list = await begin();
    expect(await out(list, await waybill(1))).toBe('not-packed');
    of(await queuePrints(desk.workspace, [sampleOrder(1).id, sampleOrder(2).id], deskPrinter));
    await desk.print();
    expect(await out(list, await waybill(1))).toBe('out');
    await desk.rules({ handsOverPackedOnly: true });
    expect(await out(list, await waybill(2))).toBe('not-packed');
    of(await close(list));
    expect(await desk.order(1)).toMatchObject({ state: 'handed-over' });
  });

  it('never takes one that lies open on the bench', async () => {
    await desk.book(1);
    await desk.rules({ checksItems: true });
    await desk.scan(sampleOrder(1).orderNo);
    expect(await out(await begin(), await waybill(1))).toBe('not-packed');
  });
});

describe('what leaves today', () => {
  it('counts late parcels for a second list, and carries over what never left', async () => {
    await pack(1);
    const list = await begin();
    of(await takeAll(desk.workspace, { handoverId: list }));
    of(await close(list));
    await pack(2);
    const { carriers } = await readHandoverDesk(desk.workspace);
    expect(carriers).toMatchObject([
      { carrier: 'SF', packed: 1, late: 1, open: null, closed: [{ parcels: 1 }] },
    ]);
    const second = of(await beginHandover(desk.workspace, { carrier: 'SF' }));
    expect(second).toMatchObject({ dayNo: 2, no: expect.stringMatching(/^H\d{8}-SF-2$/) });
    await desk.book(3);
    of(await queuePrints(desk.workspace, [sampleOrder(3).id], deskPrinter));
    await desk.print();
    await desk.workspace.clock.advance(dayMs);
    const next = await readHandoverDesk(desk.workspace);
    expect(next.carriers).toMatchObject([{ carrier: 'SF', packed: 1, leftOver: 1, closed: [] }]);
    const left = await listLeftOver(desk.workspace, { carrier: 'SF', offset: 0, limit: 10 });
    expect(left.rows).toMatchObject([{ orderNo: sampleOrder(3).orderNo }]);
    expect((await listHandovers(desk.workspace, { offset: 0, limit: 10 })).total).toBe(2);
  });
});
