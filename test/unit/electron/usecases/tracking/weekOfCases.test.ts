import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintJob, TrackedParcel, TrackingCase } from '../../../../../electron/store/schema.ts';
import type { Repositories } from '../../../../../electron/store/store.ts';
import { saveCaseRules } from '../../../../../electron/usecases/tracking/caseRules.ts';
import { nothingKnown, storeSnapshot } from '../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { workCases } from '../../../../../electron/usecases/tracking/workCases.ts';
import { usualCaseRuleSet } from '../../../../../shared/domain/cases/caseRules.ts';
import type { TrackingEvent, TrackingState } from '../../../../../shared/domain/tracking.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { samplePrintJob } from '../../../../doubles/workspace/samplePrintJob.ts';

const hour = 3_600_000;
/** A Monday; the first Sunday begins in the 135th hour and ends in the 159th. */
const monday = Date.parse('2026-11-30T09:00+08:00');

/** What a carrier tells in which hour; `told` is the rule id of what is wrong from then on. */
type News = readonly [hour: number, state: TrackingState, told?: string];

interface Scripted {
  readonly way: readonly News[];
  /** Hour in which it becomes an exception, its kind, and the hour in which that closes by itself. */
  readonly cases: readonly (readonly [opens: number, kind: string, closes?: number])[];
}

const toHub: readonly News[] = [
  [5, 'collected'],
  [20, 'in-transit'],
];

const script: Readonly<Record<string, Scripted>> = {
  usual: { way: [...toHub, [40, 'destination'], [46, 'delivering'], [50, 'signed']], cases: [] },
  neverCollected: { way: [], cases: [[24, 'no-first-scan']] },
  // It is kept back: whoever read of it would hand it over.
  refundedOncePrinted: { way: [], cases: [] },
  collectedLate: {
    way: [
      [30, 'collected'],
      [60, 'in-transit'],
      [100, 'signed'],
    ],
    cases: [[24, 'no-first-scan', 30]],
  },
  silent: { way: toHub, cases: [[92, 'silent']] },
  // Friday 23:00, then 72 hours of which Sunday is none.
  silentOverSunday: {
    way: [...toHub, [80, 'in-transit'], [110, 'in-transit']],
    cases: [[206, 'silent']],
  },
  silentTwice: {
    way: [
      [2, 'collected'],
      [78, 'in-transit'],
    ],
    cases: [
      [74, 'silent', 78],
      [174, 'silent'],
    ],
  },
  attemptFailed: {
    way: [
      ...toHub,
      [44, 'delivering'],
      [48, 'problem', 'delivery-failed'],
      [70, 'delivering'],
      [74, 'signed'],
    ],
    cases: [[48, 'failed-attempt', 70]],
  },
  refused: {
    way: [...toHub, [44, 'delivering'], [50, 'returning', 'refused'], [110, 'returned']],
    cases: [[50, 'refused', 110]],
  },
  comesBack: { way: [...toHub, [60, 'returning'], [120, 'returned']], cases: [[60, 'returning', 120]] },
  customs: {
    way: [...toHub, [30, 'customs', 'customs-exception'], [54, 'customs'], [90, 'signed']],
    cases: [[30, 'customs', 54]],
  },
  lockerForgotten: { way: [...toHub, [40, 'locker']], cases: [[88, 'locker-overdue']] },
  lockerFetched: { way: [...toHub, [40, 'locker'], [86, 'signed']], cases: [] },
  addressWrong: {
    way: [...toHub, [44, 'problem', 'address-incomplete'], [68, 'delivering'], [72, 'signed']],
    cases: [[44, 'address-problem', 68]],
  },
  phoneWrong: { way: [...toHub, [45, 'problem', 'phone-wrong']], cases: [[45, 'phone-problem']] },
  // Told again each day: one exception.
  damaged: {
    way: [...toHub, [30, 'problem', 'damaged'], [54, 'problem', 'damaged'], [78, 'problem', 'damaged']],
    cases: [[30, 'damaged']],
  },
  stalled: { way: [...toHub, [46, 'delivering']], cases: [[82, 'delivery-stalled']] },
  given_back: { way: [...toHub, [22, 'cancelled', 'sender-cancelled']], cases: [] },
};

let workspace: TestWorkspace;
let found: TrackingCase[];

const numbers = Object.keys(script);

beforeAll(async () => {
  workspace = await openTestWorkspace();
  await workspace.clock.advance(monday - workspace.clock.now());
  await workspace.store.write(async (write) => {
    for (const [no, name] of numbers.entries()) await printed(write, name, no);
  });
  for (let at = 0; at <= 216; at++) {
    await workspace.store.write(async (write) => {
      for (const name of numbers) await askCarrier(write, name, at);
    });
    await workCases(workspace);
    // Looked at twice: found once.
    await workCases(workspace);
    if (at < 216) await workspace.clock.advance(hour);
  }
  found = await workspace.store.read.cases.ofParcels(numbers);
});
afterAll(() => workspace.close());

async function printed(write: Repositories, name: string, no: number): Promise<void> {
  const order = sampleOrder(no, {
    state: 'booked',
    waybillNo: name,
    alarm: name === 'refundedOncePrinted' ? 'refund' : '',
  });
  await write.orders.insertMany([order]);
  await write.printJobs.insert(labelOf(order.id, name));
  await write.tracking.follow({
    waybillNo: name,
    carrier: 'ZTO',
    orderId: order.id,
    orderNo: order.orderNo,
    accountId: '',
    phoneTail: '8000',
    ...nothingKnown,
    nextDueAt: monday,
    bookedAt: monday,
  });
}

/** A label that came out on Monday. */
const labelOf = (orderId: string, waybillNo: string): PrintJob =>
  samplePrintJob({
    id: `label-${waybillNo}`,
    orderId,
    shipmentId: `shipment-${waybillNo}`,
    waybillNo,
    state: 'accepted',
    wantedAt: monday,
    createdAt: monday,
    sentAt: monday,
    settledAt: monday,
  });

/** The carrier is asked every hour, and tells the whole way so far. */
async function askCarrier(write: Repositories, name: string, at: number): Promise<void> {
  const row = (await write.tracking.byWaybill(name)) as TrackedParcel;
  const way = script[name]?.way.filter(([hourNo]) => hourNo <= at) ?? [];
  const last = way.at(-1);
  if (['signed', 'returned', 'cancelled'].includes(row.state)) return;
  const events = way.map(
    ([hourNo, status]): TrackingEvent => ({
      at: monday + hourNo * hour,
      text: status,
      location: '',
      status,
      rawStatus: '',
    }),
  );
  await storeSnapshot(workspace, write, row, {
    waybillNo: name,
    carrier: 'ZTO',
    state: last?.[1] ?? 'none',
    exception: last?.[2] ?? '',
    events,
  });
}

const hourOf = (at: number | null) => (at === null ? undefined : (at - monday) / hour);

describe('a week of parcels', () => {
  it.each(Object.entries(script))('%s: each rule fires once, and only when it is due', (name, { cases }) => {
    const mine = found.filter(({ waybillNo }) => waybillNo === name);
    const told = mine
      .sort((one, other) => one.openedAt - other.openedAt)
      .map(({ openedAt, kind, closedAt }) => [hourOf(openedAt), kind, hourOf(closedAt)]);
    expect(told).toEqual(cases.map(([opens, kind, closes]) => [opens, kind, closes]));
    for (const { kind, state, outcome, closedAt } of mine) {
      if (closedAt === null) expect(state, kind).toBe('open');
      else expect(outcome, kind).toBe('reason-gone');
    }
  });

  it('has no case before its limit, and each knows since when and by which limit', () => {
    for (const row of found) {
      expect(row.limitAt, row.waybillNo).toBeLessThanOrEqual(row.openedAt);
      expect(row.openedAt - row.limitAt, row.waybillNo).toBeLessThan(hour);
    }
  });

  it('stops looking at what has arrived, and looks at the rest when it is due, not before', async () => {
    const { caseWatches } = workspace.store.read;
    expect(await caseWatches.countDue(workspace.clock.now())).toBe(0);
    const open = numbers.filter((name) => !script[name]?.way.some(([, state]) => isFinal(state)));
    expect(
      (await caseWatches.due(Number.MAX_SAFE_INTEGER, 100)).map(({ waybillNo }) => waybillNo).sort(),
    ).toEqual(open.sort());
  });

  it('is judged again by other rules: what no longer holds closes, what holds now opens', async () => {
    const rules = usualCaseRuleSet.rules.map((rule) =>
      rule.kind === 'silent'
        ? { ...rule, limit: 300 }
        : rule.kind === 'damaged'
          ? { ...rule, isOn: false }
          : rule,
    );
    await saveCaseRules(workspace, { ...usualCaseRuleSet, rules });
    await workCases(workspace);
    const open = await workspace.store.read.cases.window({}, { offset: 0, limit: 50 }, workspace.clock.now());
    const kinds = open.map(({ kind }) => kind);
    expect(kinds).not.toContain('silent');
    expect(kinds).not.toContain('damaged');
    await saveCaseRules(workspace, usualCaseRuleSet);
    const again = await workCases(workspace);
    expect(again).toMatchObject({ opened: 4, closed: 0 });
  });
});

const isFinal = (state: TrackingState) => ['signed', 'returned', 'cancelled'].includes(state);
