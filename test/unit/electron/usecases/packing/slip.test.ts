import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDesk } from '../../../../../electron/usecases/packing/show.ts';
import { printSlip } from '../../../../../electron/usecases/packing/slip.ts';
import { recoverWork } from '../../../../../electron/usecases/workspace/recover.ts';
import { didNotHappen, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { hireStaff } from '../../../../doubles/workspace/staff.ts';

const slipPrinterUri = 'tcp://127.0.0.1:9200?lang=escpos';
const away = () => didNotHappen('PRINTER_UNREACHABLE', { host: 'h', port: 1, cause: 'x' });

let desk: BenchDesk;
beforeEach(async () => {
  desk = await openBenchDesk([{}, {}]);
  await desk.rules({ slipPrinterUri, checksItems: false });
});
afterEach(() => desk.workspace.close());

const no = (order: number) => sampleOrder(order).orderNo;
const slipOf = async (order: number) => {
  const box = await desk.box(order);
  return [box?.state, box?.slipState, box?.slipError];
};
const parcelId = async (order: number) => (await desk.box(order))?.id ?? '';

describe('the slip of a parcel put aside', () => {
  it('is on its way with the gesture, and comes out once, however often the gesture is sent', async () => {
    const aside = await desk.scan(no(1));
    expect([aside.says, aside.about?.slipState]).toEqual(['aside', 'waiting']);
    expect(desk.sent).toEqual([]);
    await desk.slips();
    await desk.slips();
    expect(await slipOf(1)).toEqual(['aside', 'printed', '']);
    expect((await desk.box(1))?.slipPrintedAt).not.toBeNull();
    expect(desk.sent).toHaveLength(1);
  });

  it('is not printed again when the parcel is taken up and put aside once more', async () => {
    for (let again = 0; again < 3; again++) {
      await desk.scan(no(1));
      await desk.slips();
    }
    expect(desk.sent).toHaveLength(1);
  });

  it('keeps the code of its first slip when it is put aside again, and that slip still finds it', async () => {
    await desk.scan(no(1));
    await desk.slips();
    const code = (await desk.box(1))?.slipCode ?? '';
    // The code of a short number follows what its row says, and that was corrected meanwhile.
    await desk.workspace.store.write((write) =>
      write.orders.show(sampleOrder(1).id, { orderNo: '7', contentHash: 'corrected' }),
    );
    expect((await desk.scan(code)).says).toBe('aside');
    expect(await desk.box(1)).toMatchObject({ state: 'aside', slipCode: code });
    await desk.book(1);
    expect(await desk.scan(code)).toMatchObject({ says: 'opened' });
  });

  it('is no longer printed once the parcel lies on the bench again, and then with the next putting aside', async () => {
    await desk.scan(no(1));
    await desk.rules({ checksItems: true });
    await desk.scan((await desk.box(1))?.slipCode ?? '');
    await desk.slips();
    expect([desk.sent.length, ...(await slipOf(1))]).toEqual([0, 'open', '', '']);
    for (const code of ['COF-500', 'COF-500', '6901234567892']) await desk.scan(code);
    await desk.slips();
    expect([desk.sent.length, ...(await slipOf(1))]).toEqual([1, 'aside', 'printed', '']);
  });

  it('is tried again where it certainly did not come out, and told when it never did', async () => {
    desk.answers.push(away(), away(), away());
    await desk.scan(no(1));
    for (let tries = 0; tries < 5; tries++) {
      await desk.slips();
      await desk.workspace.clock.advance(10_000);
    }
    expect(desk.sent).toHaveLength(3);
    expect(await slipOf(1)).toEqual(['aside', 'failed', 'PRINTER_UNREACHABLE']);
    expect(await readDesk(desk.workspace)).toMatchObject({ aside: 1, lostSlips: 1 });
  });

  it('that may have come out is printed again only by a person', async () => {
    desk.answers.push(unknownOutcome('PRINTER_INTERRUPTED'));
    await desk.scan(no(1));
    await desk.slips();
    await desk.scan(no(1));
    await desk.slips();
    expect([desk.sent.length, ...(await slipOf(1))]).toEqual([1, 'aside', 'unsure', 'PRINTER_INTERRUPTED']);
    expect(of(await printSlip(desk.workspace, { parcelId: await parcelId(1) }))).toEqual({ printed: 1 });
    expect([desk.sent.length, ...(await slipOf(1))]).toEqual([2, 'aside', 'printed', '']);
  });

  it('is one slip where a person asks for it while it is on its way', async () => {
    await desk.scan(no(1));
    of(await printSlip(desk.workspace, { parcelId: await parcelId(1) }));
    await desk.slips();
    expect([desk.sent.length, ...(await slipOf(1))]).toEqual([1, 'aside', 'printed', '']);
  });

  it('goes to the printer that is chosen when it prints', async () => {
    await desk.scan(no(1));
    await desk.rules({ slipPrinterUri: 'virtual:' });
    await desk.slips();
    expect([desk.sent.length, ...(await slipOf(1))]).toEqual([0, 'aside', 'printed', '']);
  });

  it('prints for a packer too', async () => {
    const { packer } = await hireStaff(desk.workspace);
    await desk.scan(no(1), packer.hands);
    await desk.slips();
    expect(await slipOf(1)).toEqual(['aside', 'printed', '']);
  });

  it('is printed by nobody where no printer is chosen, and a person is informed', async () => {
    await desk.rules({ slipPrinterUri: '' });
    await desk.scan(no(1));
    await desk.slips();
    expect([desk.sent.length, ...(await slipOf(1))]).toEqual([0, 'aside', '', '']);
    expect(await printSlip(desk.workspace, { parcelId: await parcelId(1) })).toMatchObject({
      code: 'PACK_NO_SLIP_PRINTER',
    });
  });
});

describe('after the program ended', () => {
  const mark = async (slipState: 'waiting' | 'sending') => {
    const box = await desk.box(1);
    if (box === undefined) throw new Error('no parcel');
    await desk.workspace.store.write((write) => write.packedParcels.move(box, 'aside', { slipState }));
  };

  it('a slip that waited is printed once', async () => {
    await desk.scan(no(1));
    await recoverWork(desk.workspace);
    await desk.slips();
    expect(desk.sent).toHaveLength(1);
  });

  it('one that was on its way to the printer may be out: it is reported, and not printed again', async () => {
    await desk.scan(no(1));
    await mark('sending');
    await recoverWork(desk.workspace);
    await desk.slips();
    expect([desk.sent.length, ...(await slipOf(1))]).toEqual([0, 'aside', 'unsure', 'PRINTER_INTERRUPTED']);
  });
});
