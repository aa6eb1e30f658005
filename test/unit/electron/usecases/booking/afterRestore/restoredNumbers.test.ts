import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../../../../electron/store/schema.ts';
import { answerBookedBefore } from '../../../../../../electron/usecases/booking/afterRestore/answerBookedBefore.ts';
import { bindWaybill } from '../../../../../../electron/usecases/booking/bind.ts';
import { cancelOrder, releaseOrder } from '../../../../../../electron/usecases/orders/edit.ts';
import { mergeOrders } from '../../../../../../electron/usecases/orders/merge.ts';
import { splitOrder } from '../../../../../../electron/usecases/orders/split.ts';
import { unknownOutcome } from '../../../../../../shared/errors/outcome.ts';
import { type SheetOrder, sheetOrder } from '../../../../../doubles/files/orderSheet.ts';
import { RestoreDesk } from '../../../../../doubles/workspace/restoreDesk.ts';

let desk: RestoreDesk;
beforeEach(async () => {
  desk = await RestoreDesk.open();
});
afterEach(() => desk.close());

const row = (orderNo: string, change: Partial<SheetOrder> = {}) => sheetOrder(3, { orderNo, ...change });
const changed = { goods: '样品红茶' };

describe('a row number booked after the backup that is restored', () => {
  for (const when of ['before', 'after'] as const)
    it(`is held when its row says something else now, backup made ${when} the import`, async () => {
      if (when === 'after') await desk.take([row('9')]);
      await desk.backUp();
      if (when === 'before') await desk.take([row('1')]);
      else await desk.take([row('1'), row('9')]);
      await desk.bookAll();
      const { waybillNo } = await desk.order('1');
      const sent = desk.bookings();
      await desk.restore();
      await desk.take([row('1', changed)]);
      expect(await desk.bookAll()).toContain('NUMBER_BOOKED_BEFORE_RESTORE');
      expect(desk.bookings()).toBe(sent);
      const held = await desk.order('1');
      expect(held).toMatchObject({ state: 'held', holdReason: 'booked-before', waybillNo: '' });
      expect(JSON.parse(held.complaintsJson)).toMatchObject([{ params: { waybillNo: waybillNo } }]);
      // Asked again it says the same, and a bare release is no answer.
      const [refused] = (await desk.plan([held.id])).refused;
      expect(refused?.failure.code).toBe('NUMBER_BOOKED_BEFORE_RESTORE');
      const seen = { orderId: held.id, version: null };
      expect(await releaseOrder(desk.workspace, seen)).toMatchObject({
        code: 'NUMBER_BOOKED_BEFORE_RESTORE',
      });
    });

  it('takes its booking up under the old code when a person says it is the same parcel', async () => {
    await desk.backUp();
    await desk.take([row('1')]);
    await desk.bookAll();
    await desk.restore();
    await desk.take([row('1', changed)]);
    await desk.bookAll();
    expect((await desk.answer('1', 'same-parcel')).state).toBe('booked');
    const [book, find] = desk.platform.calls;
    expect(desk.platform.calls.map(({ kind }) => kind)).toEqual(['book', 'find']);
    expect(find?.request.orderCode).toBe(book?.request.orderCode);
    expect(await desk.workspace.store.read.outsideReferences.countOpen()).toBe(0);
  });

  it('goes on and is asked no more when a person says it is another parcel', async () => {
    await desk.backUp();
    await desk.take([row('1')]);
    await desk.bookAll();
    await desk.restore();
    await desk.take([row('1', changed)]);
    await desk.bookAll();
    expect((await desk.answer('1', 'another-parcel')).state).toBe('ready');
    expect(await desk.bookAll()).toEqual([]);
    expect(await desk.order('1')).toMatchObject({ state: 'booked' });
    expect(desk.bookings()).toBe(2);
  });

  it('still asks of the next order of that number, and finds the one that it was of', async () => {
    await desk.backUp();
    await desk.take([row('1')]);
    await desk.bookAll();
    await desk.restore();
    await desk.take([row('1', changed)], '甲店');
    await desk.bookAll();
    await desk.answer('1', 'another-parcel');
    await desk.bookAll();
    expect(desk.bookings()).toBe(2);
    await desk.take([row('1', { goods: '样品花茶' })], '乙店');
    expect(await desk.bookAll()).toEqual(['NUMBER_BOOKED_BEFORE_RESTORE']);
    await desk.take([row('1')]);
    expect(await desk.bookAll()).toEqual([]);
    expect(desk.bookings()).toBe(2);
    expect(desk.platform.calls.at(-1)?.kind).toBe('find');
  });

  it('is no question when the very row comes again: its number is found automatically', async () => {
    await desk.backUp();
    await desk.take([row('1')]);
    await desk.bookAll();
    await desk.restore();
    await desk.take([row('1')]);
    expect(await desk.bookAll()).toEqual([]);
    expect(desk.platform.calls.map(({ kind }) => kind)).toEqual(['book', 'find']);
  });

  it('leaves other shops and days alone once its own order is here', async () => {
    await desk.backUp();
    await desk.take([row('1')], '甲店');
    await desk.bookAll();
    await desk.restore();
    await desk.take([row('1')], '甲店');
    await desk.take([sheetOrder(40, { orderNo: '1' })], '乙店');
    expect(await desk.bookAll()).toEqual([]);
    expect(desk.bookings()).toBe(2);
    expect((await desk.orders()).map(({ state }) => state)).toEqual(['booked', 'booked']);
  });

  it('asks where only another shop brings the number, and a month later no more', async () => {
    await desk.backUp();
    await desk.take([row('1')], '甲店');
    await desk.bookAll();
    await desk.restore();
    await desk.backUp();
    await desk.take([sheetOrder(40, { orderNo: '1' })], '乙店');
    expect(await desk.bookAll()).toEqual(['NUMBER_BOOKED_BEFORE_RESTORE']);
    await desk.restore();
    await desk.workspace.clock.advance(31 * 24 * 3_600_000);
    await desk.take([sheetOrder(40, { orderNo: '1' })], '乙店');
    expect(await desk.bookAll()).toEqual([]);
  });

  it('is given to one order only: a second one that is said to be it stays held', async () => {
    await desk.backUp();
    await desk.take([row('1')]);
    await desk.bookAll();
    await desk.restore();
    for (const [no, shop] of ['甲店', '乙店'].entries())
      await desk.take([sheetOrder(40 + no, { orderNo: '1' })], shop);
    expect(await desk.bookAll()).toHaveLength(2);
    const answers = [];
    for (const { id } of await desk.orders()) {
      const said = { orderId: id, version: null, note: '', answer: 'same-parcel' as const };
      const answered = await answerBookedBefore(desk.workspace, said);
      await desk.work();
      answers.push(answered.ok ? 'taken' : answered.code);
    }
    expect(answers).toEqual(['taken', 'SAME_PARCEL_TAKEN']);
    expect((await desk.orders()).map(({ state }) => state).sort()).toEqual(['booked', 'held']);
    expect(desk.bookings()).toBe(1);
  });

  it('is held out of the queue of the old backup, before anything is sent', async () => {
    await desk.take([row('1')]);
    await desk.plan([(await desk.order('1')).id]);
    await desk.backUp();
    // Since then: taken back, its row changed by a newer file, and booked with what that says.
    const { id } = await desk.order('1');
    await desk.workspace.store.write(async (write) => {
      const [shipment] = await write.shipments.ofOrder(id);
      if (shipment !== undefined) await write.shipments.move(shipment, 'refused');
      const job = await write.jobs.ofSubject(shipment?.id ?? '');
      if (job !== undefined) await write.jobs.settle(job);
      const order = await write.orders.byId(id);
      if (order !== undefined) await write.orders.move(order, 'ready', { contentHash: 'newer' });
    });
    await desk.bookAll();
    expect(desk.bookings()).toBe(1);
    await desk.restore();
    await desk.work();
    expect(desk.bookings()).toBe(1);
    expect(await desk.order('1')).toMatchObject({ state: 'held', holdReason: 'booked-before' });
    expect((await desk.answer('1', 'same-parcel')).state).toBe('booked');
    expect(desk.bookings()).toBe(1);
  });

  it('says so when its outcome was never known, and when it was given back', async () => {
    await desk.backUp();
    await desk.take([row('1'), row('2')]);
    desk.platform.next.push(unknownOutcome('NETWORK_TIMEOUT'));
    await desk.bookAll();
    await cancelOrder(desk.workspace, { orderId: (await desk.order('2')).id, version: null });
    await desk.restore();
    await desk.take([row('1', changed), row('2', changed)]);
    expect((await desk.bookAll()).sort()).toEqual([
      'NUMBER_SENT_BEFORE_RESTORE',
      'NUMBER_VOIDED_BEFORE_RESTORE',
    ]);
  });

  it('is not bound to another number by hand before the question is answered', async () => {
    await desk.backUp();
    await desk.take([row('1')]);
    await desk.bookAll();
    await desk.restore();
    await desk.take([row('1', changed)]);
    const binding = { orderId: (await desk.order('1')).id, waybillNo: '73610555582883', carrier: 'ZTO' };
    for (let times = 0; times < 2; times++)
      expect(await bindWaybill(desk.workspace, binding)).toMatchObject({
        code: 'NUMBER_BOOKED_BEFORE_RESTORE',
      });
    await desk.answer('1', 'another-parcel');
    expect(await bindWaybill(desk.workspace, binding)).toMatchObject({ ok: true });
  });

  it('bound by hand then is on its order again when a person says it is the same parcel', async () => {
    await desk.backUp();
    await desk.take([row('1')]);
    const waybillNo = '73610555582883';
    await bindWaybill(desk.workspace, { orderId: (await desk.order('1')).id, waybillNo, carrier: 'ZTO' });
    await desk.restore();
    await desk.take([row('1', changed)]);
    expect(await desk.bookAll()).toEqual(['NUMBER_BOOKED_BEFORE_RESTORE']);
    expect(await desk.answer('1', 'same-parcel')).toMatchObject({ state: 'booked', waybillNo });
    expect(desk.platform.calls).toEqual([]);
  });
});

describe('a number that is the only one of its kind', () => {
  it.each(['XS20261126-0000000000000001-01', '20261126,20261127', '单号20261126'])(
    '%s keeps its code when its row says something else',
    async (orderNo) => {
      await desk.backUp();
      await desk.take([row(orderNo.replace(',', '、'))]);
      await desk.bookAll();
      await desk.restore();
      await desk.take([row(orderNo.replace(',', '、'), changed)]);
      expect(await desk.bookAll()).toEqual([]);
      expect(desk.platform.calls.map(({ kind }) => kind)).toEqual(['book', 'find']);
    },
  );
});

describe('orders merged or split after the backup that is restored', () => {
  const strong = ['2026112600001', '2026112600002'] as const;
  const both = strong.map((orderNo) => row(orderNo));
  const seen = ({ id, version }: Order) => ({ orderId: id, version });

  it('are held apart, all of them, and merged again are found', async () => {
    await desk.take(both);
    await desk.backUp();
    const merged = await mergeOrders(desk.workspace, (await desk.orders()).map(seen));
    expect(merged).toMatchObject({ ok: true });
    await desk.bookAll();
    await desk.restore();
    expect(await desk.bookAll()).toEqual(['REGROUPED_BEFORE_RESTORE', 'REGROUPED_BEFORE_RESTORE']);
    expect(desk.bookings()).toBe(1);
    for (const orderNo of strong) await desk.answer(orderNo, 'another-parcel');
    expect(await mergeOrders(desk.workspace, (await desk.orders()).map(seen))).toMatchObject({ ok: true });
    expect(await desk.bookAll()).toEqual([]);
    expect(desk.bookings()).toBe(1);
  });

  it.each(['1', '2026112600001'])('%s is held whole when its parts were booked', async (orderNo) => {
    await desk.take([row(orderNo), row(orderNo, changed)]);
    await desk.backUp();
    const parcels = [[{ itemIndex: 0, quantity: 1 }]];
    expect(await splitOrder(desk.workspace, { ...seen(await desk.order(orderNo)), parcels })).toMatchObject({
      ok: true,
    });
    await desk.bookAll();
    expect(desk.bookings()).toBe(2);
    await desk.restore();
    expect(await desk.bookAll()).toEqual(['REGROUPED_BEFORE_RESTORE']);
    expect(desk.bookings()).toBe(2);
  });

  it('is held in parts when it was booked whole', async () => {
    await desk.take([row('1'), row('1', changed)]);
    const parcels = [[{ itemIndex: 0, quantity: 1 }]];
    await desk.backUp();
    await desk.bookAll();
    await desk.restore();
    await splitOrder(desk.workspace, { ...seen(await desk.order('1')), parcels });
    expect(await desk.bookAll()).toEqual(['REGROUPED_BEFORE_RESTORE', 'REGROUPED_BEFORE_RESTORE']);
    expect(desk.bookings()).toBe(1);
  });
});

describe('any sheet of weak numbers, backed up, booked, restored and taken again with other rows', () => {
  it('books no number twice without a person, whatever changed', async () => {
    const variant = fc.constantFrom<Partial<SheetOrder>>(
      {},
      changed,
      { detail: '另一条路8号' },
      { phone: '13911112222' },
      { name: '新收件人' },
      { remark: '急' },
    );
    const sheet = fc.array(variant, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sheet, sheet, fc.boolean(), async (first, second, isImportedBefore) => {
        const bench = await RestoreDesk.open();
        try {
          const rows = (variants: readonly Partial<SheetOrder>[]) =>
            variants.map((change, no) => sheetOrder(no, { orderNo: String(no + 1), ...change }));
          if (isImportedBefore) await bench.take(rows(first));
          await bench.backUp();
          await bench.take(rows(first));
          await bench.bookAll();
          await bench.restore();
          await bench.take(rows(second));
          await bench.bookAll();
          const booked = bench.platform.calls.filter(({ kind }) => kind === 'book');
          const numbers = booked.map(({ request }) => request.orderCode.split('-')[0]);
          expect(new Set(numbers).size).toBe(numbers.length);
        } finally {
          await bench.close();
        }
      }),
      { numRuns: 25, seed: 20_261_126 },
    );
  });
});
