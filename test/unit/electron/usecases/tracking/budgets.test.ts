import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../../../electron/store/schema.ts';
import { setPerDay } from '../../../../../electron/usecases/tracking/budgets.ts';
import { refreshTracking } from '../../../../../electron/usecases/tracking/refreshTracking.ts';
import { nothingKnown } from '../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { readTrackingPlan } from '../../../../../electron/usecases/tracking/trackingPlan.ts';
import type { TrackingSnapshot } from '../../../../../shared/domain/tracking.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../../../shared/errors/outcome.ts';
import { startOfShopDay } from '../../../../../shared/rules/shopTime.ts';
import { scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

const hour = 3_600_000;

let workspace: TestWorkspace;
let account: Account;
let asked: string[];
let answers: CallOutcome<TrackingSnapshot>[];

beforeEach(async () => {
  asked = [];
  answers = [];
  const scripted = scriptedPlatform();
  const platform = {
    ...scripted,
    manifest: { ...scripted.manifest, trackPerDay: 20 },
    track: async ({ waybillNo }: { readonly waybillNo: string }) => {
      asked.push(waybillNo);
      return answers.shift() ?? happened(onTheWay(waybillNo));
    },
  };
  workspace = await openTestWorkspace({ platforms: [platform] });
  // Nine in the morning.
  const morning = startOfShopDay(workspace.clock.now()) + 24 * hour + 9 * hour;
  await workspace.clock.advance(morning - workspace.clock.now());
  account = await testAccount(workspace, { platform: 'scripted' });
});
afterEach(() => workspace.close());

function onTheWay(waybillNo: string): TrackingSnapshot {
  const at = workspace.clock.now() - hour;
  const event = { at, text: '运输中', location: '', status: 'in-transit' as const, rawStatus: '2' };
  return { waybillNo, carrier: 'ZTO', state: 'in-transit', exception: '', events: [event] };
}

async function follow(count: number, accountId = account.id, prefix = 'w'): Promise<void> {
  const now = workspace.clock.now();
  await workspace.store.write(async (write) => {
    for (let no = 0; no < count; no++)
      await write.tracking.follow({
        waybillNo: `${prefix}${no}`,
        carrier: 'ZTO',
        orderId: '',
        orderNo: '',
        accountId,
        phoneTail: '',
        nextDueAt: now,
        bookedAt: now - 10 * hour,
        ...nothingKnown,
      });
  });
}

const round = () => refreshTracking(workspace, { due: 'spread' });
const meter = async () => (await readTrackingPlan(workspace)).meters[0]!;
const parcel = (waybillNo: string) => workspace.store.read.tracking.byWaybill(waybillNo);

describe('a platform with so many questions a day', () => {
  it('is asked as many, spread over the day, and what was left over is reported', async () => {
    await follow(60);
    expect(await meter()).toMatchObject({ perDay: 20, dueNow: 60, leftOver: 42, days: 4, reserved: 2 });
    const byHour: number[] = [];
    for (let at = 9; at < 24; at++) {
      const before = asked.length;
      for (let no = 0; no < 12; no++) {
        await round();
        await workspace.clock.advance(5 * 60_000);
      }
      byHour.push(asked.length - before);
    }
    expect(asked).toHaveLength(20);
    expect(Math.max(...byHour)).toBeLessThanOrEqual(8);
    // The next day has questions of its own.
    await workspace.clock.advance(12 * hour);
    await round();
    expect(asked.length).toBeGreaterThan(20);
  });

  it('keeps some of them for people until nine in the evening, and tells when none is left', async () => {
    await follow(30);
    const eleven = 2 * hour;
    await workspace.clock.advance(eleven);
    const numbers = Array.from({ length: 30 }, (_, no) => `w${no}`);
    expect(await refreshTracking(workspace, { waybillNos: numbers })).toMatchObject({
      refreshed: 20,
      failed: 10,
      errorCode: 'TRACK_BUDGET_SPENT',
      errorParams: { used: 20, perDay: 20 },
    });
    expect(await meter()).toMatchObject({ used: 20, usedByPeople: 20, left: 0 });
  });

  it('asks for no more numbers once somebody stops it, and says how many are left', async () => {
    await follow(3);
    await workspace.clock.advance(2 * hour);
    const stopping = AbortSignal.abort();
    expect(await refreshTracking(workspace, { waybillNos: ['w0', 'w1'] }, stopping)).toMatchObject({
      refreshed: 0,
      failed: 0,
      left: 2,
    });
    expect(asked).toEqual([]);
  });

  it('asks for no other parcel while the platform’s guard blocks this computer', async () => {
    await follow(5);
    answers.push(didNotHappen('CARRIER_HTTP_REFUSED', { status: 405 }));
    await workspace.clock.advance(6 * hour);
    expect(await refreshTracking(workspace, { due: 'caught-up' })).toMatchObject({
      refreshed: 0,
      errorCode: 'CARRIER_HTTP_REFUSED',
    });
    expect(asked).toHaveLength(1);
  });

  it('leaves the rest of the day in peace once the platform says that they are used up', async () => {
    await follow(5);
    answers.push(happened(onTheWay('w0')), didNotHappen('CARRIER_QUOTA'));
    await workspace.clock.advance(6 * hour);
    expect(await refreshTracking(workspace, { due: 'caught-up' })).toMatchObject({
      refreshed: 1,
      errorCode: 'CARRIER_QUOTA',
    });
    expect(asked).toHaveLength(2);
    expect(await meter()).toMatchObject({ left: 0, endedAt: workspace.clock.now() });
    await round();
    expect(await refreshTracking(workspace, { waybillNos: ['w4'] })).toMatchObject({
      failed: 1,
      errorCode: 'CARRIER_QUOTA',
    });
    expect(asked).toHaveLength(2);
    // Who has bought more goes on at once.
    await setPerDay(workspace, account.id, 5_000);
    expect(await refreshTracking(workspace, { waybillNos: ['w4'] })).toMatchObject({ refreshed: 1 });
    expect(await meter()).toMatchObject({ perDay: 5_000, isOwn: true, endedAt: null });
  });

  it('counts for the merchant, however many accounts stand here for it', async () => {
    const twin = await testAccount(workspace, { platform: 'scripted', name: 'twin' });
    await follow(3);
    await follow(3, twin.id, 'v');
    await refreshTracking(workspace, { waybillNos: ['w0', 'v0'] });
    const { meters } = await readTrackingPlan(workspace);
    expect(meters).toHaveLength(1);
    expect(meters[0]).toMatchObject({ used: 2, dueNow: 4 });
    expect(meters[0]?.accounts.map(({ accountId }) => accountId)).toEqual([account.id, twin.id]);
  });

  it('remembers what was asked after a restart', async () => {
    await follow(3);
    await refreshTracking(workspace, { waybillNos: ['w0', 'w1'] });
    workspace = await workspace.reopen();
    expect(await meter()).toMatchObject({ used: 2 });
  });

  it('counts nothing that never left this computer', async () => {
    await follow(2);
    answers.push(
      didNotHappen('NETWORK_REFUSED', { host: 'h' }),
      didNotHappen('NETWORK_TIMEOUT', { host: 'h' }),
    );
    await refreshTracking(workspace, { waybillNos: ['w0'] });
    expect(await meter()).toMatchObject({ used: 0, usedByPeople: 0 });
    await refreshTracking(workspace, { waybillNos: ['w1'] });
    expect(await meter()).toMatchObject({ used: 1 });
  });

  it('gives no questions again when the clock is set back, and says so', async () => {
    await follow(9);
    await workspace.clock.advance(24 * hour);
    await refreshTracking(workspace, { waybillNos: ['w0', 'w1', 'w2'] });
    await workspace.clock.advance(-24 * hour);
    expect(await readTrackingPlan(workspace)).toMatchObject({ isClockBack: true, meters: [{ used: 3 }] });
    await refreshTracking(workspace, { waybillNos: ['w3'] });
    expect(await readTrackingPlan(workspace)).toMatchObject({ isClockBack: false, meters: [{ used: 4 }] });
  });
});

describe('a parcel that would never have its turn', () => {
  it('is due at once when the clock was far ahead as it was asked', async () => {
    await follow(1);
    await workspace.clock.advance(365 * 24 * hour);
    await refreshTracking(workspace, { waybillNos: ['w0'] });
    await workspace.clock.advance(-365 * 24 * hour);
    await refreshTracking(workspace, { due: 'caught-up' });
    expect(asked).toEqual(['w0', 'w0']);
    expect((await parcel('w0'))?.oddities).toContain('clock-back');
  });

  it('is asked as soon as there is an account', async () => {
    await follow(1, '');
    await workspace.store.write((write) =>
      write.tracking.update('w0', { stopReason: 'no-account', nextDueAt: Number.MAX_SAFE_INTEGER }),
    );
    expect((await readTrackingPlan(workspace)).stopped).toEqual([{ reason: 'no-account', count: 1 }]);
    await refreshTracking(workspace, { due: 'caught-up' });
    expect(await parcel('w0')).toMatchObject({ accountId: account.id, stopReason: '', state: 'in-transit' });
  });

  it('of a carrier its platform does not know waits for a person, and what is known stays', async () => {
    await follow(1);
    answers.push(didNotHappen('CARRIER_NOT_OFFERED', { carrier: 'X' }));
    const before = await parcel('w0');
    await refreshTracking(workspace, { due: 'caught-up' });
    const { state, lastText, checkedAt } = before ?? {};
    expect(await parcel('w0')).toMatchObject({ stopReason: 'carrier-needed', state, lastText, checkedAt });
    await workspace.clock.advance(30 * 24 * hour);
    await refreshTracking(workspace, { due: 'caught-up' });
    expect(asked).toEqual(['w0']);
  });

  it('waits for the phone its carrier wants, and is asked again once that is known', async () => {
    await follow(2);
    answers.push(didNotHappen('CARRIER_PHONE_NEEDED'));
    await refreshTracking(workspace, { waybillNos: ['w0'] });
    expect(await parcel('w0')).toMatchObject({ stopReason: 'phone-needed' });
    await workspace.clock.advance(3 * hour);
    await refreshTracking(workspace, { due: 'caught-up' });
    expect(asked).toEqual(['w0', 'w1']);
    await refreshTracking(workspace, { waybillNos: ['w0'] });
    expect(await parcel('w0')).toMatchObject({ stopReason: '', state: 'in-transit' });
  });
});
