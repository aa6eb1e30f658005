import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { renumberOrder } from '../../../../../electron/usecases/booking/givingBack/renumber.ts';
import type { PackAnswer } from '../../../../../shared/contracts/packing/packing.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { deskPrinter } from '../../../../doubles/workspace/parcelDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: BenchDesk;
beforeEach(async () => {
  desk = await openBenchDesk([{}, {}]);
});
afterEach(() => desk.workspace.close());

const { id, orderNo } = sampleOrder(1);
const shown = ({ says, stop }: PackAnswer) => (stop === null ? says : `${says} ${stop.kind}`);

describe('while a parcel lies open', () => {
  it('its number is replaced: the label scanned before is no proof of the new one, and the old one is reported', async () => {
    await desk.rules({ printAt: 'open' });
    await desk.book(1);
    await desk.scan(orderNo);
    await desk.print();
    const old = (await desk.order(1)).waybillNo;
    expect(shown(await desk.scan(old))).toBe('label-seen');
    const asked = {
      orderId: id,
      version: null,
      reason: '换快递',
      isGivenBack: false,
      printerUri: deskPrinter,
    };
    of(await renumberOrder(desk.workspace, asked));
    const { workspace } = desk;
    const now = workspace.clock.now();
    for (const job of await workspace.store.write((write) => write.jobs.claim(['book'], 9, now)))
      await bookShipment(workspace, job);
    await desk.print();
    for (const code of ['COF-500', 'COF-500', '6901234567892']) await desk.scan(code);
    expect((await desk.box(1))?.state).toBe('open');
    expect(shown(await desk.scan(old))).toBe('stopped voided');
    const { waybillNo } = await desk.order(1);
    expect(waybillNo).not.toBe(old);
    expect(shown(await desk.scan(waybillNo))).toBe('closed');
    expect(await desk.box(1)).toMatchObject({ waybillNo });
  });

  it('its order is taken away with its import: the bench is free again', async () => {
    await desk.scan(orderNo);
    await desk.workspace.store.write((write) => write.orders.remove([id]));
    const answer = await desk.scan(sampleOrder(2).orderNo);
    expect([shown(answer), answer.parcel?.orderNo]).toEqual(['opened no-number', sampleOrder(2).orderNo]);
  });

  it.each([
    ['refunded', 'refunded', { alarm: 'refund' }],
    ['held by its platform', 'held', { alarm: 'platform' }],
    ['changed', 'changed', { alarm: 'changed' }],
  ] as const)('it is %s: the scan that would close it says so', async (_what, kind, news) => {
    await desk.book(1);
    await desk.scan(orderNo);
    for (const code of ['COF-500', 'COF-500', '6901234567892']) await desk.scan(code);
    await desk.print();
    const { waybillNo } = await desk.order(1);
    await desk.workspace.store.write((write) => write.orders.show(id, news));
    expect(shown(await desk.scan(waybillNo))).toBe(`stopped ${kind}`);
    expect((await desk.box(1))?.state).toBe('open');
    // Only what may be let pass is, by somebody with the right; then the same scan closes it.
    const passed = shown(await desk.command('override', 'customer'));
    expect(passed).toBe(kind === 'changed' ? 'overridden' : `stopped ${kind}`);
    expect(shown(await desk.scan(waybillNo))).toBe(kind === 'changed' ? 'closed' : `stopped ${kind}`);
  });

  it('it is refunded: the scan of another order says so of the parcel on the bench, not of the other one', async () => {
    await desk.book(1, 2);
    await desk.scan(orderNo);
    await desk.scan('COF-500');
    await desk.workspace.store.write((write) => write.orders.show(id, { alarm: 'refund' }));
    const other = await desk.scan(sampleOrder(2).orderNo);
    expect(shown(other)).toBe('stopped refunded');
    expect(other.stop).toMatchObject({ orderId: id, params: { orderNo } });
    expect(other.parcel?.orderNo).toBe(orderNo);
  });

  it('it is cancelled: every scan says so, and it goes back', async () => {
    await desk.scan(orderNo);
    await desk.scan('COF-500');
    const order = await desk.order(1);
    await desk.workspace.store.write((write) => write.orders.move(order, 'cancelled'));
    expect(shown(await desk.scan('COF-500'))).toBe('stopped cancelled');
    expect(shown(await desk.command('override', 'customer'))).toBe('stopped cancelled');
    expect(shown(await desk.command('abort'))).toBe('dropped');
  });
});
