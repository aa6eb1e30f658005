import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandAtBench } from '../../../../../electron/usecases/packing/command.ts';
import {
  forgetGoodsCode,
  listGoodsCodes,
  saveGoodsCode,
} from '../../../../../electron/usecases/packing/goodsCodes.ts';
import { reopenAtBench } from '../../../../../electron/usecases/packing/reopen.ts';
import { listPacked, readDesk } from '../../../../../electron/usecases/packing/show.ts';
import type { PackAnswer } from '../../../../../shared/contracts/packing/packing.ts';
import { didNotHappen, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { hireStaff } from '../../../../doubles/workspace/staff.ts';

let desk: BenchDesk;
beforeEach(async () => {
  desk = await openBenchDesk([{}, {}, { parcelCount: 2 }]);
});
afterEach(() => desk.workspace.close());

const no = (order: number) => sampleOrder(order).orderNo;
const shown = ({ says, stop }: PackAnswer) => (stop === null ? says : `${says} ${stop.kind}`);
const fill = async () => {
  for (const code of ['COF-500', 'COF-500', '6901234567892']) await desk.scan(code);
};
/** Packs an order of one box from its number to its label. */
async function pack(order: number): Promise<void> {
  await desk.scan(no(order));
  await fill();
  await desk.print();
  await desk.scan((await desk.order(order)).waybillNo);
}

describe('letting pass', () => {
  it('takes a right and a reason, and is on record', async () => {
    const { packer, clerk } = await hireStaff(desk.workspace);
    await desk.book(1);
    await desk.scan(no(1), packer.hands);
    const asked = { gestureId: 'override-1', command: 'override' as const, reason: 'by-eye' };
    expect(await commandAtBench(packer.hands, asked)).toMatchObject({ code: 'OPERATOR_APPROVAL_NEEDED' });
    expect(await commandAtBench(clerk.hands, { ...asked, reason: '' })).toMatchObject({
      code: 'PACK_NEEDS_REASON',
    });
    const passed = of(await commandAtBench(clerk.hands, asked));
    expect([shown(passed), passed.isPrinting]).toEqual(['overridden', true]);
    expect(passed.parcel?.overrides).toMatchObject([{ of: 'items', reason: 'by-eye', operator: '李发货' }]);
    const approvals = [{ right: 'overridePacking' as const, approver: '王店长' }];
    await desk.print();
    const second = { gestureId: 'override-2', command: 'override' as const, reason: 'unreadable', approvals };
    expect(shown(of(await commandAtBench(packer.hands, second)))).toBe('closed');
    const acts = await desk.workspace.store.read.operatorActs.after(0, 100);
    expect(acts.filter(({ kind }) => kind === 'packing-passed').map(({ approver }) => approver)).toEqual([
      '',
      '王店长',
    ]);
  });

  it('opens what was stopped last, where it may be', async () => {
    await desk.book(1);
    await desk.rules({ carriers: ['ZTO'] });
    expect(shown(await desk.scan(no(1)))).toBe('stopped wrong-bench');
    expect(shown(await desk.command('override', 'customer'))).toBe('opened');
    await desk.command('abort');
    await desk.rules({ carriers: [] });
    await desk.workspace.store.write((write) => write.orders.show(sampleOrder(1).id, { alarm: 'refund' }));
    expect(shown(await desk.scan(no(1)))).toBe('stopped refunded');
    expect(shown(await desk.command('override', 'customer'))).toBe('stopped nothing-to-do');
  });
});

describe('a label', () => {
  it('that did not come out is reported and printed by “print last”', async () => {
    await desk.book(1);
    await desk.scan(no(1));
    await fill();
    desk.answers.push(didNotHappen('PRINTER_UNREACHABLE', { host: 'h', port: 1, cause: 'x' }));
    await desk.print();
    expect(shown(await desk.command('next'))).toBe('stopped printer');
    expect((await desk.command('print-last')).isPrinting).toBe(true);
    await desk.workspace.clock.advance(5_000);
    await desk.print();
    expect(await desk.labels(1)).toHaveLength(1);
    expect(shown(await desk.scan((await desk.order(1)).waybillNo))).toBe('closed');
  });

  it('that is torn is printed once more, with a reason, and must be scanned again', async () => {
    await desk.book(1);
    await pack(1);
    expect(shown(await desk.command('reprint', 'damaged'))).toBe('reprinted');
    expect((await desk.labels(1)).map(({ copyNo, reason }) => [copyNo, reason])).toEqual([
      [1, ''],
      [2, 'damaged'],
    ]);
  });

  it('of a parcel that has left is printed again only once a person says so', async () => {
    await desk.book(1);
    await pack(1);
    await desk.workspace.store.write(async (write) => {
      const order = await desk.order(1);
      await write.orders.move(order, 'handed-over', {});
    });
    const again = { command: 'reprint' as const, reason: 'damaged' };
    const refused = await commandAtBench(desk.workspace, { gestureId: 'again-1', ...again });
    expect(refused).toMatchObject({ code: 'LABEL_PARCEL_HAS_LEFT' });
    expect(await desk.labels(1)).toHaveLength(1);
    const said = { gestureId: 'again-2', ...again, hasLeft: true };
    expect(shown(of(await commandAtBench(desk.workspace, said)))).toBe('reprinted');
    expect(await desk.labels(1)).toHaveLength(2);
  });

  it('has nowhere to go: it is reported, nothing is lost, and it prints once there is a printer', async () => {
    await desk.workspace.store.write((write) => write.settings.put('defaultPrinterUri', null));
    await desk.book(1);
    await desk.scan(no(1));
    await desk.scan('COF-500');
    await desk.scan('COF-500');
    const answer = await desk.scan('6901234567892');
    expect([shown(answer), answer.isPrinting]).toEqual(['checked printer', false]);
  });
});

describe('a weight', () => {
  beforeEach(() => desk.rules({ weighs: true, printAt: 'weight' }));

  it('prints the label, is learned, and tells when equal goods weigh otherwise', async () => {
    desk = await openBenchDesk([{}, {}, {}, {}]);
    await desk.rules({ weighs: true, printAt: 'weight', scansLabel: false });
    await desk.book(1, 2, 3, 4);
    for (const [order, grams] of [
      [1, 1_000],
      [2, 1_006],
      [3, 998],
    ] as const) {
      await desk.scan(no(order));
      await fill();
      expect(shown(await desk.weigh(grams))).toBe('closed');
    }
    await desk.scan(no(4));
    await fill();
    const off = await desk.weigh(1_500);
    expect(shown(off)).toBe('stopped weight-off');
    expect(off.parcel).toMatchObject({ doubtfulGrams: 1_500, weightRange: { samples: 3 } });
    expect(off.stop?.params).toMatchObject({ weight: '1.50 kg', least: '0.97 kg', most: '1.03 kg' });
    expect(await desk.labels(4)).toEqual([]);
    expect(shown(await desk.command('override', 'other-packaging'))).toBe('closed');
    expect(await desk.box(4)).toMatchObject({ weightGrams: 1_500 });
  });

  it('is never that of the parcel before', async () => {
    await desk.book(1, 2);
    await desk.rules({ scansLabel: false });
    await desk.scan(no(1));
    await fill();
    await desk.weigh(1_000);
    await desk.scan(no(2));
    await fill();
    expect(shown(await desk.weigh(1_000, { zeroAgeMs: 3_600_000 }))).toBe('stopped weight-carried');
    expect(shown(await desk.weigh(1_000))).toBe('closed');
  });
});

describe('a packed parcel', () => {
  it('is not packed again, but opened again with a reason, counted and scanned again', async () => {
    await desk.book(1);
    await pack(1);
    expect(shown(await desk.scan(no(1)))).toBe('stopped already-packed');
    const parcelId = (await desk.box(1))?.id ?? '';
    const reopened = of(
      await reopenAtBench(desk.workspace, { gestureId: 'reopen-1', parcelId, reason: '漏放赠品' }),
    );
    expect(reopened).toMatchObject({
      says: 'reopened',
      parcel: { piecesLeft: 3, reopened: 1, phase: 'items' },
    });
    expect(await desk.order(1)).toMatchObject({ state: 'booked' });
    await fill();
    expect(await desk.labels(1)).toHaveLength(1);
    expect(shown(await desk.scan((await desk.order(1)).waybillNo))).toBe('closed');
    expect(await desk.order(1)).toMatchObject({ state: 'packed' });
  });

  it('of several boxes is packed when the last box is, each with its own label', async () => {
    await desk.book(3);
    await desk.scan(no(3));
    await desk.scan('COF-500');
    await desk.print();
    const [first] = await desk.labels(3);
    expect(shown(await desk.scan(first?.waybillNo ?? ''))).toBe('closed');
    expect(await desk.order(3)).toMatchObject({ state: 'booked' });
    const second = await desk.scan(no(3));
    expect(second.parcel).toMatchObject({ parcelNo: 2, parcelTotal: 2, piecesLeft: 2 });
    await desk.scan('COF-500');
    await desk.scan('6901234567892');
    await desk.print();
    const labels = await desk.labels(3);
    expect(labels.map(({ parcelNo, copyNo }) => [parcelNo, copyNo])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(shown(await desk.scan(labels[1]?.waybillNo ?? ''))).toBe('closed');
    expect(await desk.order(3)).toMatchObject({ state: 'packed' });
  });

  it('is counted for who packed it, hour by hour', async () => {
    await desk.book(1, 2);
    const { packer } = await hireStaff(desk.workspace);
    await pack(1);
    await desk.scan(no(2), packer.hands);
    await fill();
    await desk.print();
    await desk.scan((await desk.order(2)).waybillNo, packer.hands);
    const { packedToday, hours, last } = await readDesk(desk.workspace);
    expect([packedToday, last?.orderNo, hours.map(({ operator, parcels }) => [operator, parcels])]).toEqual([
      2,
      no(2),
      [
        ['', 1],
        ['张打包', 1],
      ],
    ]);
    expect((await listPacked(desk.workspace, { list: 'packed', offset: 0, limit: 10 })).total).toBe(2);
  });
});

describe('further commands', () => {
  it('hold keeps a parcel back until somebody with the right lets it pass', async () => {
    await desk.book(1);
    await desk.scan(no(1));
    expect(shown(await desk.command('hold', 'out-of-stock'))).toBe('held');
    const stopped = await desk.scan(no(1));
    expect([shown(stopped), stopped.stop?.params.packReason]).toEqual(['stopped bench-held', 'out-of-stock']);
    expect(shown(await desk.command('override', 'customer'))).toBe('opened');
  });

  it('extra parcel books another one beside the open one, once a gesture', async () => {
    await desk.book(1);
    await desk.scan(no(1));
    const asked = { gestureId: 'extra-parcel-1', command: 'extra-parcel' as const, reason: 'does-not-fit' };
    expect(shown(of(await commandAtBench(desk.workspace, asked)))).toBe('extra-made');
    expect(shown(of(await commandAtBench(desk.workspace, asked)))).toBe('extra-made');
    expect(await desk.workspace.store.read.orders.count({ search: `${no(1)}-X`, isCode: true })).toBe(1);
  });

  it('“Try again” says that the label may be out where nobody knows, instead of that there is nothing to do', async () => {
    await desk.book(1);
    await desk.rules({ printAt: 'open' });
    desk.answers.push(unknownOutcome('PRINTER_CONNECTION_LOST'));
    await desk.scan(no(1));
    await desk.print();
    const tried = await desk.command('print-last');
    expect([shown(tried), tried.stop?.params.orderNo]).toEqual(['stopped label-unsure', no(1)]);
    await desk.print();
    expect(desk.sent).toHaveLength(1);
  });

  it('an extra parcel is reported by its own number, and a code read twice makes no second one', async () => {
    await desk.book(1);
    await desk.scan(no(1));
    const first = await desk.command('extra-parcel', 'does-not-fit');
    expect([shown(first), first.extraNo]).toEqual(['extra-made', `${no(1)}-X1`]);
    const again = (gestureId: string) =>
      commandAtBench(desk.workspace, { gestureId, command: 'extra-parcel', reason: 'does-not-fit' });
    expect(await again('extra-again-1')).toMatchObject({
      code: 'PACK_EXTRA_JUST_ADDED',
      params: { extraNo: `${no(1)}-X1` },
    });
    expect(await desk.workspace.store.read.orders.count({ search: `${no(1)}-X`, isCode: true })).toBe(1);
  });

  it('a barcode is taught, read, refused for other goods, and forgotten', async () => {
    const asked = { code: '4006381333931', skuCode: 'cof-500', hasSerials: false, isCorrection: false };
    expect(of(await saveGoodsCode(desk.workspace, asked))).toMatchObject({ skuCode: 'COF-500' });
    expect(await saveGoodsCode(desk.workspace, { ...asked, skuCode: 'TEA' })).toMatchObject({
      code: 'PACK_GOODS_CODE_TAKEN',
    });
    await desk.book(1);
    await desk.scan(no(1));
    expect(shown(await desk.scan('4006381333931'))).toBe('counted');
    expect((await listGoodsCodes(desk.workspace, { offset: 0, limit: 9 })).total).toBe(1);
    expect(await forgetGoodsCode(desk.workspace, { code: '4006381333931' })).toEqual({ removed: true });
    expect(shown(await desk.scan('4006381333931'))).toBe('stopped unknown');
  });

  it('goods whose pieces have codes of their own want that code after theirs', async () => {
    const asked = { code: 'COF-BOX', skuCode: 'COF-500', hasSerials: true, isCorrection: false };
    of(await saveGoodsCode(desk.workspace, asked));
    await desk.book(1);
    await desk.scan(no(1));
    expect(shown(await desk.scan('COF-BOX'))).toBe('serial-wanted');
    expect(shown(await desk.scan('SN00017'))).toBe('counted');
    await desk.scan('COF-BOX');
    expect(shown(await desk.scan('SN00017'))).toBe('stopped same-unit');
    expect(shown(await desk.scan('SN00018'))).toBe('counted');
  });
});
