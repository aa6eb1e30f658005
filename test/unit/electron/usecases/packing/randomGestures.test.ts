import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { cancelOrder } from '../../../../../electron/usecases/orders/edit.ts';
import { goodsDoubtOf } from '../../../../../electron/usecases/packing/bench.ts';
import { commandAtBench } from '../../../../../electron/usecases/packing/command.ts';
import { reopenAtBench } from '../../../../../electron/usecases/packing/reopen.ts';
import { scanAtBench } from '../../../../../electron/usecases/packing/scan.ts';
import type { PackAnswer } from '../../../../../shared/contracts/packing/packing.ts';
import { packCommands } from '../../../../../shared/domain/packing/packCommands.ts';
import { printMoments } from '../../../../../shared/domain/packing/packing.ts';
import { paperStates } from '../../../../../shared/domain/printing/printJob.ts';
import { type BenchDesk, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: BenchDesk | null = null;
afterEach(async () => {
  await desk?.workspace.close();
  desk = null;
});

/** One booked of one box, one booked of two, two without a number. */
const orders = [1, 2, 3, 4] as const;
const anOrder = fc.constantFrom(...orders);

/** Whatever a tired packer, a fast gun or a broken page may do. */
const gesture = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('goods' as const),
      code: fc.constantFrom('COF-500', '6901234567892', 'COF-500-1', 'COF-500-2', 'NO-1'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('order' as const), no: anOrder }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('label' as const), no: anOrder, box: fc.constantFrom(1, 2) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      command: fc.constantFrom(...packCommands.filter((one) => one !== 'extra-parcel')),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('print' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), no: anOrder }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('repeat' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refund' as const), no: anOrder }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('book' as const), no: fc.constantFrom(3, 4) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('slips' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('doubt' as const), no: fc.constantFrom(3, 4) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), no: anOrder }) },
);
type Gesture = typeof gesture extends fc.Arbitrary<infer T> ? T : never;

const scan = fc.record({
  rules: fc.record({
    printAt: fc.constantFrom(...printMoments),
    checksItems: fc.boolean(),
    scansLabel: fc.boolean(),
    opensBySku: fc.boolean(),
    slipPrinterUri: fc.constantFrom('', 'tcp://127.0.0.1:9200?lang=escpos'),
  }),
  gestures: fc.array(gesture, { minLength: 20, maxLength: 80 }),
});

/** Makes gestures as they come, and says which boxes were closed by what. */
async function play(bench: BenchDesk, gestures: readonly Gesture[]): Promise<void> {
  const { workspace } = bench;
  let last: (() => Promise<unknown>) | null = null;
  let count = 0;
  for (const one of gestures) {
    const gestureId = `gesture-${++count}`;
    const act = await actOf(bench, one, gestureId);
    const before = await workspace.store.read.packedParcels.open();
    const doubted = await ordersInDoubt(bench);
    const outcome = one.do === 'repeat' ? await last?.() : await act();
    judgeClosing(outcome, before?.id, doubted);
    if (isAtBench(one)) last = act;
    await workspace.clock.advance(700);
    await judge(bench);
  }
}

const isAtBench = ({ do: done }: Gesture): boolean =>
  ['goods', 'order', 'label', 'command', 'reopen'].includes(done);

async function ordersInDoubt(bench: BenchDesk): Promise<readonly string[]> {
  const found = await Promise.all(orders.map((no) => bench.order(no)));
  return found.filter((order) => goodsDoubtOf(order) !== '').map(({ id }) => id);
}

/** Somebody finds that a quantity cannot be right, or settles it. */
async function doubt({ workspace, order: orderOf }: BenchDesk, no: number): Promise<void> {
  const order = await orderOf(no);
  const complaint = { code: 'IMPORT_QUANTITY_UNREADABLE', field: 'quantity' };
  await workspace.store.write((write) =>
    order.state === 'ready'
      ? write.orders.move(order, 'needs-review', { complaintsJson: JSON.stringify([complaint]) })
      : write.orders.move(order, 'ready', { complaintsJson: '[]' }),
  );
}

async function actOf(bench: BenchDesk, one: Gesture, gestureId: string): Promise<() => Promise<unknown>> {
  const { workspace } = bench;
  switch (one.do) {
    case 'goods':
      return () => scanAtBench(workspace, { gestureId, code: one.code });
    case 'order':
      return () => scanAtBench(workspace, { gestureId, code: sampleOrder(one.no).orderNo });
    case 'label': {
      const labels = await bench.labels(one.no);
      const code =
        labels.find(({ parcelNo }) => parcelNo === one.box)?.waybillNo ??
        (await bench.order(one.no)).waybillNo;
      return () => scanAtBench(workspace, { gestureId, code: code || 'nothing' });
    }
    case 'command':
      return () => commandAtBench(workspace, { gestureId, command: one.command, reason: 'damaged' });
    case 'reopen': {
      const parcelId = (await bench.box(one.no))?.id ?? 'none';
      return () => reopenAtBench(workspace, { gestureId, parcelId, reason: 'again' });
    }
    case 'refund':
      return () =>
        workspace.store.write((write) => write.orders.show(sampleOrder(one.no).id, { alarm: 'refund' }));
    case 'book':
      return async () => {
        if ((await bench.order(one.no)).state === 'ready') await bench.book(one.no);
      };
    case 'slips':
      return () => bench.slips();
    case 'doubt':
      return async () => {
        const { state } = await bench.order(one.no);
        if (state === 'ready' || state === 'needs-review') await doubt(bench, one.no);
      };
    case 'cancel':
      return async () => {
        const { id: orderId, version } = await bench.order(one.no);
        await cancelOrder(workspace, { orderId, version });
      };
    default:
      return () => bench.print();
  }
}

/** A gesture closes the parcel that lay open, or the one it has just opened itself: never another. */
function judgeClosing(outcome: unknown, openBefore: string | undefined, doubted: readonly string[]): void {
  const came = outcome as { readonly value?: Partial<PackAnswer> } | undefined;
  const ended = came?.value?.says === 'closed' || came?.value?.says === 'aside';
  if (ended) expect(doubted).not.toContain(came?.value?.about?.orderId);
  if (came?.value?.says !== 'closed') return;
  const { about } = came.value;
  expect(about?.state).toBe('closed');
  if (openBefore !== undefined && about?.openedAt !== about?.closedAt)
    expect(about?.parcelId).toBe(openBefore);
}

/** What must hold after every gesture, whatever came before. */
async function judge(bench: BenchDesk): Promise<void> {
  const { read } = bench.workspace.store;
  let [open, slips] = [0, 0];
  for (const no of orders) {
    const order = await bench.order(no);
    const labels = await bench.labels(no);
    // A second paper only ever comes of a reprint, which says why.
    for (const label of labels.filter(({ copyNo }) => copyNo > 1)) expect(label.reason).not.toBe('');
    for (const label of labels.filter(({ copyNo }) => copyNo === 1))
      expect(bench.sent.filter((id) => id === label.id).length).toBeLessThanOrEqual(1);
    const boxes = await read.packedParcels.ofOrder(order.id);
    slips += boxes.filter(({ slipState }) => slipState === 'printed').length;
    // A box is packed under the number that its order has: it is neither cancelled nor renumbered before it is opened again.
    if (order.state === 'cancelled') expect(boxes.filter(({ state }) => state === 'closed')).toEqual([]);
    if (order.state === 'packed' && boxes.length === 1) expect(boxes[0]?.waybillNo).toBe(order.waybillNo);
    open += boxes.filter(({ state }) => state === 'open').length;
    for (const box of boxes.filter(({ state }) => state === 'closed')) {
      expect(box.waybillNo).not.toBe('');
      expect(
        labels.some(
          ({ parcelNo, state }) =>
            parcelNo === box.parcelNo && (state === 'waiting' || paperStates.includes(state)),
        ),
      ).toBe(true);
    }
    if (order.state === 'packed')
      expect(boxes.filter(({ state }) => state === 'closed')).toHaveLength(Math.max(1, order.parcelCount));
  }
  expect(open).toBeLessThanOrEqual(1);
  // Each parcel has one slip, however often it is put aside.
  expect(bench.receipts).toHaveLength(slips);
  const gestures = await read.packedParcels.ofOrder(sampleOrder(1).id);
  expect(gestures.length).toBeLessThanOrEqual(1);
}

/** A box that closed was closed with its own goods in it, or with a person's word. */
async function closedRight(bench: BenchDesk, isChecked: boolean): Promise<void> {
  for (const no of orders) {
    const order = await bench.order(no);
    if (!isChecked || order.state !== 'packed') continue;
    const boxes = await bench.workspace.store.read.packedParcels.ofOrder(order.id);
    const pieces = boxes
      .flatMap(({ countsJson }) => JSON.parse(countsJson) as { readonly pieces: number }[])
      .reduce((sum, one) => sum + one.pieces, 0);
    const isPassed = boxes.some(({ overridesJson }) => overridesJson !== '[]');
    if (!isPassed) expect(pieces).toBe(3);
    expect(pieces).toBeLessThanOrEqual(3);
  }
}

describe('random gestures', () => {
  it('never print a label or a slip twice, never close a wrong parcel or one in doubt, never lose one', async () => {
    await fc.assert(
      fc.asyncProperty(scan, async ({ rules, gestures }) => {
        desk = await openBenchDesk([{}, { parcelCount: 2 }, {}, {}]);
        await desk.rules(rules);
        await desk.book(1, 2);
        await play(desk, gestures);
        await closedRight(desk, rules.checksItems);
        await desk.workspace.close();
        desk = null;
      }),
      { seed: 490, numRuns: 12 },
    );
  });
});
