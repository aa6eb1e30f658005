import { describe, expect, it } from 'vitest';
import type { BenchParcel } from '../../../../electron/packing/benchParcel.ts';
import { type BenchGesture, step } from '../../../../electron/packing/step.ts';
import { type PackingRules, usualPackingRules } from '../../../../shared/domain/packing/packing.ts';
import { boxOf, factsOf, fullBox, line } from './benchFacts.ts';

const rules = (change: Partial<PackingRules> = {}): PackingRules => ({ ...usualPackingRules, ...change });
const weighing = rules({ weighs: true });
const elsewhere = rules({ printAt: 'by-hand' });
const goods = (key: string, unit = '', isUnitUsed = false): BenchGesture => ({
  kind: 'goods',
  key,
  unit,
  isUnitUsed,
});
const other = (
  change: Parameters<typeof factsOf>[0] = {},
  parcel = boxOf({ orderNo: 'N2' }),
): BenchGesture => ({
  kind: 'other',
  facts: factsOf(change),
  parcel,
  isPassed: false,
  orderNo: 'N2',
});
const weight = (grams: number, change = {}): BenchGesture => ({
  kind: 'weight',
  grams,
  fault: null,
  range: null,
  ...change,
});
const range = { leastGrams: 900, mostGrams: 1_100, samples: 5 };

/** What is said, and what is done: `counted: count print`. */
function told(open: BenchParcel | null, gesture: BenchGesture, by = rules()): string {
  const { says, stop, effects } = step(open, by, gesture);
  const words = [says, ...(stop === null ? [] : [`(${stop})`])].join(' ');
  return [words, ...(effects.length === 0 ? [] : [effects.map((effect) => effect.do).join(' ')])].join(': ');
}

const oneLeft = boxOf({ lines: [line('A', 2, { counted: 2 }), line('B', 1)] });
const begun = boxOf({ lines: [line('A', 2, { counted: 1 }), line('B', 1)] });
const printed = fullBox({ label: 'out', isPrintedHere: true });
const uncoded = boxOf({ lines: [line('A', 1, { counted: 1 }), line('', 2)] });

type Row = readonly [
  name: string,
  open: BenchParcel | null,
  gesture: BenchGesture,
  said: string,
  by?: PackingRules,
];

/** The table: how the bench stands, what is done, what comes of it. */
const rows: readonly Row[] = [
  ['an order, the bench empty', null, other(), 'opened: open'],
  ['the same where labels print on opening', null, other(), 'opened: open print', rules({ printAt: 'open' })],
  [
    'its label, printed before',
    null,
    other({ isByLabel: true, label: 'out' }, boxOf({ label: 'out' })),
    'opened: open see-label',
  ],
  ['another order over an untouched one', boxOf(), other(), 'opened: drop open'],
  ['another order over one that is begun', begun, other(), 'stopped (unfinished)'],
  ['another label where its own is wanted', printed, other({ isByLabel: true }), 'stopped (wrong-label)'],
  ['another label before its goods are in', begun, other({ isByLabel: true }), 'stopped (unfinished)'],
  ['its own order again', begun, { kind: 'own-order' }, 'repeated'],
  ['a piece of it', boxOf(), goods('A'), 'counted: count'],
  ['its last piece', oneLeft, goods('B'), 'checked: count print'],
  ['its last piece, labels by hand', oneLeft, goods('B'), 'checked: count', rules({ printAt: 'by-hand' })],
  [
    'its last piece, with a weight to come',
    oneLeft,
    goods('B'),
    'checked: count',
    rules({ weighs: true, printAt: 'weight' }),
  ],
  [
    'its last piece, its label in the hand already',
    { ...oneLeft, label: 'seen' },
    goods('B'),
    'closed: count close',
  ],
  [
    'its last piece, no label to be scanned',
    oneLeft,
    goods('B'),
    'closed: count print close',
    rules({ scansLabel: false }),
  ],
  ['its last piece, no number yet', { ...oneLeft, isBooked: false }, goods('B'), 'aside: count aside'],
  ['one piece too many', fullBox(), goods('A'), 'stopped (extra-item)'],
  ['goods of another order', boxOf(), goods('C'), 'stopped (wrong-item)'],
  ['a single piece', boxOf(), goods('A', 'A-1'), 'counted: count'],
  ['the same single piece', begun, goods('A', 'A-1', true), 'stopped (same-unit)'],
  [
    'goods whose pieces have codes of their own',
    boxOf({ lines: [line('A', 1, { hasSerials: true })] }),
    goods('A'),
    'serial-wanted: want-serial',
  ],
  [
    'the code of that piece',
    boxOf({ lines: [line('A', 1, { hasSerials: true })], pendingKey: 'A' }),
    goods('A', 'S1'),
    'checked: count print',
  ],
  ['a code nobody knows', begun, { kind: 'nothing', stop: 'unknown' }, 'stopped (unknown)'],
  ['its label', printed, { kind: 'own-label' }, 'closed: see-label close'],
  ['its label before its goods', { ...begun, label: 'out' }, { kind: 'own-label' }, 'label-seen: see-label'],
  ['a weight', fullBox({ label: 'out' }), weight(1_000), 'weighed: weigh', weighing],
  [
    'a weight that prints the label',
    fullBox(),
    weight(1_000),
    'weighed: weigh print',
    rules({ weighs: true, printAt: 'weight' }),
  ],
  [
    'a weight that moves',
    fullBox(),
    weight(1_000, { fault: 'weight-moving' }),
    'stopped (weight-moving)',
    weighing,
  ],
  [
    'the weight of the parcel before',
    fullBox(),
    weight(1_000, { fault: 'weight-carried' }),
    'stopped (weight-carried)',
    weighing,
  ],
  ['a weight out of range', fullBox(), weight(1_400, { range }), 'stopped (weight-off): doubt', weighing],
  [
    'that weight let pass',
    fullBox({ doubtfulGrams: 1_400, label: 'out' }),
    { kind: 'override' },
    'overridden: weigh pass',
    weighing,
  ],
  ['no scale, let pass', fullBox({ label: 'out' }), { kind: 'override' }, 'overridden: pass', weighing],
  ['goods let pass', begun, { kind: 'override' }, 'overridden: count count pass print'],
  ['a label that cannot be read, let pass', printed, { kind: 'override' }, 'closed: pass close'],
  [
    'nothing left to let pass',
    fullBox({ label: 'waiting' }),
    { kind: 'override' },
    'stopped (nothing-to-do)',
  ],
  ['confirm, goods without a code', uncoded, { kind: 'confirm' }, 'checked: count print'],
  ['confirm, goods with a code missing', begun, { kind: 'confirm' }, 'stopped (items-missing)'],
  ['next, goods missing', begun, { kind: 'next' }, 'stopped (items-missing)'],
  ['next, no weight', fullBox(), { kind: 'next' }, 'stopped (no-weight)', weighing],
  ['next, the label did not come out', fullBox({ label: 'lost' }), { kind: 'next' }, 'stopped (printer)'],
  [
    'next, nobody knows about the label',
    fullBox({ label: 'unsure' }),
    { kind: 'next' },
    'stopped (label-unsure)',
  ],
  [
    'the last goods where labels are printed elsewhere',
    boxOf({ lines: [line('A', 1)] }),
    goods('A'),
    'checked: count',
    elsewhere,
  ],
  ['own label, printed elsewhere', fullBox(), { kind: 'own-label' }, 'closed: see-label close', elsewhere],
  [
    'the last goods where labels are printed elsewhere and not scanned',
    boxOf({ lines: [line('A', 1)] }),
    goods('A'),
    'closed: count close',
    rules({ printAt: 'by-hand', scansLabel: false }),
  ],
  ['abort', begun, { kind: 'abort' }, 'dropped: drop'],
  ['goods on the empty bench', null, goods('A'), 'stopped (nothing-open)'],
  ['a weight on the empty bench', null, weight(500), 'stopped (nothing-open)'],
  ['next on the empty bench', null, { kind: 'next' }, 'stopped (nothing-to-do)'],
  ['a code nobody knows on the empty bench', null, { kind: 'nothing', stop: 'unknown' }, 'stopped (unknown)'],
];

describe('what a gesture does at the bench', () => {
  it.each(rows.map(([name, ...row]) => [name, row] as const))('%s', (_name, [open, gesture, said, by]) => {
    expect(told(open, gesture, by)).toBe(said);
  });
});

describe('of several boxes', () => {
  const first = boxOf({ isLast: false });
  it('the first closes with what was put into it', () => {
    expect(told(first, goods('A'))).toBe('checked: count print');
  });
  it('the last takes what is left', () => {
    const last = boxOf({ lines: [line('A', 2, { elsewhere: 1 }), line('B', 1)] });
    expect(told(last, goods('A'))).toBe('counted: count');
    expect(told({ ...last, lines: [line('A', 2, { elsewhere: 2 })] }, goods('A'))).toBe(
      'stopped (extra-item)',
    );
  });
  it('nothing closes an empty one', () => {
    expect(told(first, { kind: 'next' })).toBe('stopped (items-missing)');
  });
});

describe('what comes to be known while a parcel lies open', () => {
  const alerted = (gesture: BenchGesture, alert: 'refunded' | 'changed') => {
    const { says, stop, effects } = step(begun, rules(), gesture, alert);
    return [says, stop, ...effects.map((effect) => effect.do)];
  };
  it('stops every scan, and the parcel goes back', () => {
    expect(alerted(goods('A'), 'refunded')).toEqual(['stopped', 'refunded']);
    expect(alerted({ kind: 'own-label' }, 'refunded')).toEqual(['stopped', 'refunded']);
    expect(alerted({ kind: 'abort' }, 'refunded')).toEqual(['dropped', null, 'drop']);
  });
  it('is let pass by somebody with the right, never a refund', () => {
    expect(alerted({ kind: 'override' }, 'changed')).toEqual(['overridden', null, 'pass']);
    expect(alerted({ kind: 'override' }, 'refunded')).toEqual(['stopped', 'refunded']);
  });
});
