import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../../../electron/store/schema.ts';
import { readCaseRules, saveCaseRules } from '../../../../../electron/usecases/tracking/caseRules.ts';
import { refreshTracking } from '../../../../../electron/usecases/tracking/refreshTracking.ts';
import type { TrackingSnapshot } from '../../../../../shared/domain/tracking.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../../../shared/errors/outcome.ts';
import { scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let account: Account;
let asked: string[];
let answers: CallOutcome<TrackingSnapshot>[];

beforeEach(async () => {
  asked = [];
  answers = [];
  const platform = {
    ...scriptedPlatform(),
    track: async ({ waybillNo }: { readonly waybillNo: string }) => {
      asked.push(waybillNo);
      return answers.shift() ?? happened(snapshot(waybillNo, 'in-transit'));
    },
  };
  workspace = await openTestWorkspace({ platforms: [platform] });
  account = await testAccount(workspace, { platform: 'scripted' });
});
afterEach(() => workspace.close());

function snapshot(waybillNo: string, state: TrackingSnapshot['state']): TrackingSnapshot {
  const event = {
    at: 1_699_990_000_000,
    text: '已揽收',
    location: '杭州',
    status: 'collected' as const,
    rawStatus: '1',
  };
  return { waybillNo, carrier: 'ZTO', state, exception: '', events: [event, event] };
}

async function follow(count: number): Promise<void> {
  await workspace.store.write(async (write) => {
    for (let no = 0; no < count; no++) {
      await write.orders.insertMany([sampleOrder(no, { state: 'booked' })]);
      await write.tracking.follow({
        waybillNo: `w${no}`,
        carrier: 'ZTO',
        orderId: sampleOrder(no).id,
        orderNo: sampleOrder(no).orderNo,
        accountId: account.id,
        phoneTail: '8000',
        state: 'none',
        exception: '',
        lastText: '',
        lastAt: null,
        checkedAt: null,
        nextDueAt: workspace.clock.now() - 10 + no,
        bookedAt: 5,
      });
    }
  });
}

describe('refreshing what is on its way', () => {
  it('stores each event once, says when it was learned, and moves the order along', async () => {
    await follow(1);
    expect(await refreshTracking(workspace, { due: 'spread' })).toMatchObject({
      refreshed: 1,
      failed: 0,
      errorCode: '',
    });
    expect(await workspace.store.read.tracking.events('w0')).toHaveLength(1);
    expect(await workspace.store.read.tracking.byWaybill('w0')).toMatchObject({
      state: 'in-transit',
      checkedAt: workspace.clock.now(),
      lastText: '已揽收',
    });
    expect(await workspace.store.read.orders.byId(sampleOrder(0).id)).toMatchObject({ state: 'in-transit' });
    answers.push(happened(snapshot('w0', 'signed')));
    await refreshTracking(workspace, { waybillNos: ['w0'] });
    expect(await workspace.store.read.orders.byId(sampleOrder(0).id)).toMatchObject({ state: 'delivered' });
    expect(await workspace.store.read.tracking.due(Number.MAX_SAFE_INTEGER - 1, 10)).toEqual([]);
  });

  it('asks again right after the moment at which the shop’s own rule makes it an exception', async () => {
    const set = await readCaseRules(workspace.store.read);
    const rules = set.rules.map((rule) => (rule.kind === 'silent' ? { ...rule, limit: 12 } : rule));
    await saveCaseRules(workspace, { ...set, rules });
    await follow(1);
    const lastAt = workspace.clock.now() - 11 * 3_600_000;
    answers.push(told('in-transit', lastAt));
    await refreshTracking(workspace, { waybillNos: ['w0'] });
    expect(await workspace.store.read.tracking.byWaybill('w0')).toMatchObject({
      nextDueAt: lastAt + 12 * 3_600_000 + 60_000,
    });
  });

  it('never takes a delivered order back to the road', async () => {
    await follow(1);
    answers.push(happened(snapshot('w0', 'signed')), happened(snapshot('w0', 'delivering')));
    await refreshTracking(workspace, { due: 'spread' });
    await refreshTracking(workspace, { waybillNos: ['w0'] });
    expect(await workspace.store.read.orders.byId(sampleOrder(0).id)).toMatchObject({ state: 'delivered' });
  });

  const told = (state: TrackingSnapshot['state'], ...times: number[]): CallOutcome<TrackingSnapshot> =>
    happened({
      ...snapshot('w0', state),
      events: times.map((at) => ({ at, text: `t${at}`, location: '', status: state, rawStatus: '2' })),
    });
  const parcel = () => workspace.store.read.tracking.byWaybill('w0');

  it('does not go back for an answer that knows less, and keeps the lines it brings', async () => {
    await follow(1);
    answers.push(told('in-transit', 1_000, 3_000), told('collected', 1_000, 2_000), told('collected', 3_000));
    await refreshTracking(workspace, { due: 'spread' });
    await refreshTracking(workspace, { waybillNos: ['w0'] });
    expect(await parcel()).toMatchObject({ state: 'in-transit', lastAt: 3_000, lastText: 't3000' });
    await refreshTracking(workspace, { waybillNos: ['w0'] });
    expect(await parcel()).toMatchObject({ state: 'in-transit', checkedAt: workspace.clock.now() });
    const events = await workspace.store.read.tracking.events('w0');
    expect(events.map(({ at }) => at)).toEqual([1_000, 2_000, 3_000]);
  });

  it('takes a problem or a return whenever it is reported', async () => {
    await follow(1);
    answers.push(told('delivering', 3_000), told('problem', 3_000), told('returning', 4_000));
    const states: (string | undefined)[] = [];
    for (let no = 0; no < 3; no++) {
      await refreshTracking(workspace, { waybillNos: ['w0'] });
      states.push((await parcel())?.state);
    }
    expect(states).toEqual(['delivering', 'problem', 'returning']);
  });

  it('leaves what we know as old as it was when nobody answers', async () => {
    await follow(1);
    await refreshTracking(workspace, { due: 'spread' });
    const known = await workspace.store.read.tracking.byWaybill('w0');
    await workspace.clock.advance(10 * 3_600_000);
    answers.push(didNotHappen('NETWORK_REFUSED', { host: 'h' }));
    expect(await refreshTracking(workspace, { due: 'spread' })).toMatchObject({
      refreshed: 0,
      failed: 1,
      errorCode: 'NETWORK_REFUSED',
    });
    const after = await workspace.store.read.tracking.byWaybill('w0');
    expect(after).toMatchObject({ state: 'in-transit', checkedAt: known?.checkedAt });
    expect(await workspace.store.read.tracking.due(workspace.clock.now(), 10)).toEqual([]);
  });

  it('asks an unreachable platform once, not for every parcel', async () => {
    await follow(8);
    answers.push(didNotHappen('NETWORK_CONNECT_TIMEOUT', { host: 'h' }));
    expect(await refreshTracking(workspace, { due: 'spread' })).toMatchObject({ refreshed: 0, failed: 8 });
    expect(asked).toEqual(['w0']);
    await refreshTracking(workspace, { due: 'spread' });
    expect(asked.slice(1)).toEqual(['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7']);
  });

  it('lets a number that fails for itself keep nobody waiting', async () => {
    await follow(3);
    answers.push(didNotHappen('CARRIER_NOT_FOUND'));
    expect(await refreshTracking(workspace, { due: 'spread' })).toMatchObject({ refreshed: 2, failed: 1 });
  });
});

describe('a platform that locks a number asked for twice within 30 minutes', () => {
  beforeEach(async () => {
    const [platform] = workspace.platforms.filter(({ manifest }) => manifest.id === 'scripted');
    Object.assign(platform!.manifest, { trackIntervalMs: 30 * 60_000 });
    await follow(1);
  });
  const refresh = () => refreshTracking(workspace, { waybillNos: ['w0'] });

  it('is asked once, however often an operator refreshes; what is known stands', async () => {
    await refresh();
    expect(await refresh()).toMatchObject({ refreshed: 0, failed: 0, errorCode: '' });
    await workspace.clock.advance(30 * 60_000 - 1);
    await refresh();
    expect(asked).toHaveLength(1);
    await workspace.clock.advance(1);
    expect(await refresh()).toMatchObject({ refreshed: 1 });
    expect(asked).toHaveLength(2);
  });

  it('is not asked again sooner after a failed question, which it may have counted', async () => {
    answers.push(didNotHappen('NETWORK_TIMEOUT', { host: 'h' }));
    await refresh();
    expect(await refresh()).toMatchObject({ refreshed: 0, failed: 1, errorCode: 'TRACK_TOO_SOON' });
    expect(asked).toHaveLength(1);
  });

  it('is not asked again by a program that died while asking', async () => {
    const [platform] = workspace.platforms.filter(({ manifest }) => manifest.id === 'scripted');
    let dueWhileAsking = 0;
    Object.assign(platform!, {
      track: async () => {
        dueWhileAsking = (await workspace.store.read.tracking.byWaybill('w0'))!.nextDueAt;
        return didNotHappen('NETWORK_REFUSED', { host: 'h' });
      },
    });
    await refresh();
    expect(dueWhileAsking).toBe(workspace.clock.now() + 30 * 60_000);
  });
});
