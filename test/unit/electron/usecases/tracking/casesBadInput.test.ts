import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { snoozeCases } from '../../../../../electron/usecases/tracking/changeCases.ts';
import { nothingKnown, storeSnapshot } from '../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { workCases } from '../../../../../electron/usecases/tracking/workCases.ts';
import type { TrackingEvent, TrackingState } from '../../../../../shared/domain/tracking.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

const hour = 3_600_000;
const monday = Date.parse('2026-11-30T09:00+08:00');
const waybillNo = '73610555582883';
let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  await moveTo(0);
  await workspace.store.write((write) =>
    write.tracking.follow({
      ...nothingKnown,
      waybillNo,
      carrier: 'ZTO',
      orderId: '',
      orderNo: '',
      accountId: '',
      phoneTail: '8000',
      nextDueAt: monday,
      bookedAt: monday,
    }),
  );
});
afterEach(() => workspace.close());

const moveTo = (hours: number) => workspace.clock.advance(monday + hours * hour - workspace.clock.now());

async function told(...news: readonly (readonly [hour: number, state: TrackingState])[]): Promise<void> {
  const events = news.map(
    ([at, status]): TrackingEvent => ({
      at: monday + at * hour,
      text: `${status} ${at}`,
      location: '',
      status,
      rawStatus: '',
    }),
  );
  await workspace.store.write(async (write) => {
    const row = await write.tracking.byWaybill(waybillNo);
    if (row === undefined) throw new Error('not followed');
    const state = news.at(-1)?.[1] ?? 'none';
    await storeSnapshot(workspace, write, row, { waybillNo, carrier: 'ZTO', state, exception: '', events });
  });
}

const open = async () => {
  await workCases(workspace);
  const rows = await workspace.store.read.cases.window({}, { offset: 0, limit: 9 }, workspace.clock.now());
  return rows.map(({ kind }) => kind);
};

describe('a computer whose clock is wrong', () => {
  it('closes what a clock far ahead took for silent, once it is right again', async () => {
    await told([1, 'collected']);
    await moveTo(2);
    expect(await open()).toEqual([]);
    await moveTo(24 * 30);
    await told([1, 'collected']);
    expect(await open()).toEqual(['silent']);
    await moveTo(3);
    expect(await open()).toEqual([]);
    await told([1, 'collected']);
    await moveTo(73.1);
    await told([1, 'collected']);
    expect(await open()).toEqual(['silent']);
  });

  it('knows nothing by a question it asked in the future', async () => {
    await told([1, 'collected']);
    await moveTo(200);
    await told([1, 'collected']);
    await moveTo(100);
    // Asked at the two hundredth hour by a clock that was wrong: whether it is silent now nobody knows yet.
    expect(await open()).toEqual([]);
  });
});

describe('a computer that was off', () => {
  it('asks before it calls a parcel silent, and says after a day what nobody could ask about', async () => {
    await told([1, 'collected']);
    await open();
    await moveTo(100);
    expect(await open()).toEqual([]);
    for (let at = 100; at < 124; at += 0.25) {
      await moveTo(at);
      expect(await open(), String(at)).toEqual([]);
    }
    await moveTo(124);
    expect(await open()).toEqual(['not-checked']);
    await told([1, 'collected']);
    expect(await open()).toEqual(['silent']);
  });
});

describe('traces from the future', () => {
  it('do not hide that a parcel is silent', async () => {
    await told([1, 'collected'], [24 * 365, 'in-transit']);
    await moveTo(74);
    await told([1, 'collected'], [24 * 365, 'in-transit']);
    expect(await open()).toEqual(['silent']);
  });
});

describe('an exception put out of sight', () => {
  it('is back when its time is over, and closes automatically where the reason went meanwhile', async () => {
    await told([1, 'collected']);
    await moveTo(74);
    await told([1, 'collected']);
    await open();
    const [row] = await workspace.store.read.cases.ofParcels([waybillNo]);
    const choice = { caseIds: [row?.id ?? ''] };
    await snoozeCases(workspace, { choice, until: workspace.clock.now() + 2 * hour });
    const stateNow = async () => {
      await workCases(workspace);
      return (await workspace.store.read.cases.ofParcels([waybillNo])).map(({ state, outcome }) => [
        state,
        outcome,
      ]);
    };
    expect(await stateNow()).toEqual([['snoozed', null]]);
    await moveTo(76);
    expect(await stateNow()).toEqual([['open', null]]);
    await snoozeCases(workspace, { choice, until: workspace.clock.now() + 9 * hour });
    await moveTo(77);
    await told([1, 'collected'], [76, 'in-transit']);
    expect(await stateNow()).toEqual([['solved', 'reason-gone']]);
  });
});
