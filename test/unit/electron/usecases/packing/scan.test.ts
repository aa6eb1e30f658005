import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintReceipt } from '../../../../../electron/printers/kit/printerTransport.ts';
import { mergeOrders } from '../../../../../electron/usecases/orders/merge.ts';
import { scanAtBench } from '../../../../../electron/usecases/packing/scan.ts';
import { printReceipts } from '../../../../../electron/usecases/printing/papers/printReceipts.ts';
import { reprintLabel } from '../../../../../electron/usecases/printing/reprint.ts';
import { recoverWork } from '../../../../../electron/usecases/workspace/recover.ts';
import {
  type CallOutcome,
  didNotHappen,
  happened,
  unknownOutcome,
} from '../../../../../shared/errors/outcome.ts';
import { routeTextOf } from '../../../../doubles/printers/standardLabels.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { deskPrinter } from '../../../../doubles/workspace/parcelDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: BenchDesk;
const no = (order: number) => `2026${String(order).padStart(12, '0')}`;
const shown = ({ says, stop }: { readonly says: string; readonly stop: { readonly kind: string } | null }) =>
  stop === null ? says : `${says} ${stop.kind}`;

async function open(...changes: Parameters<typeof openBenchDesk>[0] & object[]) {
  desk = await openBenchDesk(changes);
}
beforeEach(() => open({}, {}, {}));
afterEach(() => desk.workspace.close());

/** The goods of one order, piece by piece. */
async function scanGoods(): Promise<string[]> {
  const said: string[] = [];
  for (const code of ['COF-500', 'cof-500', '6901234567892']) said.push(shown(await desk.scan(code)));
  return said;
}

describe('a booked parcel', () => {
  it('opens by its order number, is counted, prints once it is checked, and closes with the scan of its label', async () => {
    await desk.book(1);
    expect(shown(await desk.scan(no(1)))).toBe('opened');
    expect(await scanGoods()).toEqual(['counted', 'counted', 'checked']);
    expect(await desk.labels(1)).toHaveLength(1);
    await desk.print();
    expect(desk.sent).toHaveLength(1);
    const { waybillNo } = await desk.order(1);
    expect(shown(await desk.scan(waybillNo))).toBe('closed');
    expect(await desk.order(1)).toMatchObject({ state: 'packed', printState: 'scanned' });
    expect(await desk.box(1)).toMatchObject({ state: 'closed', waybillNo });
  });

  it('proves the newest of its papers, which is the one that sticks on it', async () => {
    await desk.book(1);
    await desk.scan(no(1));
    await scanGoods();
    await desk.print();
    const { id: orderId, waybillNo } = await desk.order(1);
    of(await reprintLabel(desk.workspace, { orderId, printerUri: deskPrinter, reason: '面单弄湿' }));
    await desk.print();
    expect(shown(await desk.scan(waybillNo))).toBe('closed');
    const papers = (await desk.labels(1)).map(({ copyNo, state }) => [copyNo, state]);
    expect(papers).toEqual([
      [1, 'accepted'],
      [2, 'scanned'],
    ]);
  });

  it('is done, not packed already, for a gun that reads its label twice; later it is packed already', async () => {
    await desk.book(1);
    await desk.scan(no(1));
    await scanGoods();
    await desk.print();
    const { waybillNo } = await desk.order(1);
    const first = await desk.scan(waybillNo);
    const second = await desk.scan(waybillNo);
    expect([shown(first), shown(second)]).toEqual(['closed', 'closed']);
    expect(second.about).toEqual(first.about);
    await desk.workspace.clock.advance(5_000);
    expect(shown(await desk.scan(waybillNo))).toBe('stopped already-packed');
    expect(desk.sent).toHaveLength(1);
  });

  it('counts a gesture that is sent again once, also after a restart', async () => {
    await desk.book(1);
    await desk.scan(no(1));
    const scan = { gestureId: 'the same one', code: 'COF-500' };
    const first = of(await scanAtBench(desk.workspace, scan));
    expect(first.parcel?.piecesLeft).toBe(2);
    const again = of(await scanAtBench(await desk.workspace.reopen(), scan));
    expect(again).toEqual(first);
  });

  it('opens and closes with the QR code of an SF label as with its barcode; of no parcel’s it is unknown', async () => {
    await desk.rules({ checksItems: false });
    await desk.book(1);
    const { waybillNo } = await desk.order(1);
    expect(shown(await desk.scan(routeTextOf('SF9000000000009')))).toBe('stopped unknown');
    await desk.queue(deskPrinter, 1);
    await desk.print();
    expect(shown(await desk.scan(routeTextOf(waybillNo)))).toBe('closed');
    expect(await desk.box(1)).toMatchObject({ state: 'closed', waybillNo });
  });

  it('is told that a piece is too many, and that goods are not its own', async () => {
    await desk.book(1);
    await desk.scan(no(1));
    await desk.scan('6901234567892');
    expect(shown(await desk.scan('6901234567892'))).toBe('stopped extra-item');
    await desk.workspace.store.write((write) =>
      write.goodsCodes.put({ code: 'TEA-1', goodsKey: 'TEA-1', hasSerials: 0, savedBy: '', savedAt: 1 }),
    );
    expect(shown(await desk.scan('TEA-1'))).toBe('stopped wrong-item');
  });

  it('takes the barcode of its goods as any gun sends it', async () => {
    await desk.book(1);
    await desk.scan(no(1));
    expect(shown(await desk.scan(']C1010690123456789217261130\u001d10LOT7'))).toBe('counted');
    expect(shown(await desk.scan(']E006901234567892'))).toBe('stopped extra-item');
  });

  it('opens by its waybill in small letters, and typed as a label groups it', async () => {
    await desk.book(1);
    const { waybillNo } = await desk.order(1);
    expect(shown(await desk.scan(waybillNo.toLowerCase()))).toBe('opened');
    expect(shown(await desk.scan(`${waybillNo.slice(0, 6)} ${waybillNo.slice(6)}`))).toBe('repeated');
  });

  it('tells the same unit twice, in this parcel and in an earlier one', async () => {
    await desk.book(1);
    await desk.scan(no(1));
    expect(shown(await desk.scan('COF-500-000017'))).toBe('counted');
    expect(shown(await desk.scan('COF-500-000017'))).toBe('stopped same-unit');
    expect(shown(await desk.scan('COF-500-000018'))).toBe('counted');
  });

  it('keeps another order away while it is not finished, and a wrong label off it', async () => {
    await desk.book(1, 2);
    await desk.scan(no(1));
    await desk.scan('COF-500');
    expect(shown(await desk.scan(no(2)))).toBe('stopped unfinished');
    await desk.scan('COF-500');
    await desk.scan('6901234567892');
    await desk.print();
    const second = (await desk.order(2)).waybillNo;
    await desk.rules({ printAt: 'open' });
    expect(shown(await desk.scan(second))).toBe('stopped unfinished');
    expect((await desk.order(1)).state).toBe('booked');
  });

  it('that was refunded meanwhile stops at the last scan', async () => {
    await desk.book(1);
    await desk.scan(no(1));
    await desk.scan('COF-500');
    await desk.workspace.store.write((write) => write.orders.show('order-000001', { alarm: 'refund' }));
    expect(shown(await desk.scan('COF-500'))).toBe('stopped refunded');
    expect(await desk.labels(1)).toEqual([]);
    expect(shown(await desk.command('abort'))).toBe('dropped');
  });
});

describe('goods on the empty bench', () => {
  it('open the oldest order that wants them and count as its first piece', async () => {
    await desk.book(1, 2);
    const answer = await desk.scan('COF-500');
    expect(shown(answer)).toBe('opened');
    expect(answer.parcel).toMatchObject({ orderNo: no(1), piecesLeft: 2 });
  });
  it('that nobody waits for are reported', async () => {
    expect(shown(await desk.scan('COF-500'))).toBe('stopped unknown');
  });
});

describe('the code of a picking list', () => {
  it('opens one of its orders after the other, in their order, and says when all are packed', async () => {
    await desk.rules({ checksItems: false, scansLabel: false });
    await desk.book(1, 2, 3);
    const ids = [3, 1].map((order) => sampleOrder(order).id);
    const asked = {
      kind: 'pick-list' as const,
      orderIds: ids,
      columns: 48 as const,
      pickOrder: 'code' as const,
    };
    of(await printReceipts(desk.workspace, asked, 'virtual:'));
    const code = 'PL20231115-1';
    const opened = [await desk.scan(code), await desk.scan(code.toLowerCase())];
    expect(opened.map((answer) => [shown(answer), answer.about?.orderNo])).toEqual([
      ['closed', no(3)],
      ['closed', no(1)],
    ]);
    expect(shown(await desk.scan(code))).toBe('stopped list-done');
    expect((await desk.order(2)).state).toBe('booked');
  });
});

describe('a code that means nothing', () => {
  it.each([
    ['XYZ-1', 'unknown'],
    ['2026000000', 'half'],
    ['SHIPDESK-NE', 'half'],
    [`${no(1)}${no(2)}`, 'glued'],
  ])('%s is %s', async (code, kind) => {
    expect(shown(await desk.scan(code))).toBe(`stopped ${kind}`);
  });
});

it('of an order that was combined is reported with the order its goods travel in', async () => {
  const orders = [await desk.order(1), await desk.order(2)];
  const combined = of(
    await mergeOrders(
      desk.workspace,
      orders.map(({ id, version }) => ({ orderId: id, version })),
    ),
  );
  const { stop } = await desk.scan(no(1));
  expect(stop).toMatchObject({ kind: 'regrouped', params: { orderNo: no(1), numbers: combined.orderNo } });
});

describe('a label that is scanned while its printer still has the word', () => {
  const lost = unknownOutcome('PRINTER_CONNECTION_LOST');
  const labels = async () => (await desk.labels(1)).map(({ state, errorCode }) => `${state} ${errorCode}`);

  /** Up to the scan that closes the parcel; gives what lets the printer answer. */
  async function scannedEarly(answer: CallOutcome<PrintReceipt>): Promise<() => Promise<void>> {
    await desk.book(1);
    await desk.scan(no(1));
    await scanGoods();
    let answers = (): void => undefined;
    desk.pauses.push(
      new Promise((resolve) => {
        answers = resolve;
      }),
    );
    desk.answers.push(answer);
    const printing = desk.print();
    while (desk.sent.length === 0) await new Promise(setImmediate);
    expect(shown(await desk.scan((await desk.order(1)).waybillNo))).toBe('closed');
    return async () => {
      answers();
      await printing;
    };
  }

  it('asks nobody whether it came out when the printer is switched off then', async () => {
    const answer = await scannedEarly(lost);
    await answer();
    expect(await labels()).toEqual(['scanned ']);
    expect(await desk.order(1)).toMatchObject({ state: 'packed', printState: 'scanned' });
  });

  it('asks nobody after the program was killed meanwhile', async () => {
    const answer = await scannedEarly(lost);
    await recoverWork(desk.workspace);
    expect(await labels()).toEqual(['scanned ']);
    await answer();
    expect(await labels()).toEqual(['scanned ']);
  });

  it('counts as scanned when the printer takes it, and comes out all the same where it did not', async () => {
    await (await scannedEarly(happened({ level: 'accepted' })))();
    expect(await labels()).toEqual(['scanned ']);
    await desk.workspace.close();
    await open({});
    await (await scannedEarly(didNotHappen('PRINTER_PAPER_OUT')))();
    expect(await labels()).toEqual(['waiting PRINTER_PAPER_OUT']);
    // What was scanned then was no paper of this label: the next try asks if its end is not known.
    desk.answers.push(lost);
    await desk.workspace.clock.advance(30_000);
    await desk.print();
    expect(await labels()).toEqual(['unsure PRINTER_CONNECTION_LOST']);
  });
});

describe('a parcel without a number', () => {
  it('is checked, set aside under a slip, and gets its label when the slip is scanned later', async () => {
    expect(shown(await desk.scan(no(1)))).toBe('opened no-number');
    expect(await scanGoods()).toEqual(['counted', 'counted', 'aside']);
    const box = await desk.box(1);
    expect(box).toMatchObject({ state: 'aside', slipCode: no(1) });
    expect(await desk.workspace.store.read.packedParcels.numberedAsideCount()).toBe(0);
    await desk.book(1);
    expect(await desk.workspace.store.read.packedParcels.numberedAsideCount()).toBe(1);
    const back = await desk.scan(box?.slipCode ?? '');
    expect([shown(back), back.isPrinting, back.parcel?.phase]).toEqual(['opened', true, 'print']);
    await desk.print();
    expect(shown(await desk.scan((await desk.order(1)).waybillNo))).toBe('closed');
  });
});
