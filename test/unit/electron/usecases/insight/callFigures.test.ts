import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordedCall } from '../../../../../electron/store/schema.ts';
import { openAccount } from '../../../../../electron/usecases/accounts/openAccount.ts';
import { removeAccount } from '../../../../../electron/usecases/accounts/removeAccount.ts';
import { callAndRecord, callOutside } from '../../../../../electron/usecases/booking/callOutside.ts';
import {
  type CallFiguresRequest,
  countEarlierCalls,
  readCallFigures,
} from '../../../../../electron/usecases/insight/callFigures.ts';
import { didNotHappen, happened } from '../../../../../shared/errors/outcome.ts';
import { scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleCall } from '../../../../doubles/workspace/sampleCall.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let workspace: TestWorkspace;
let made = 0;

beforeEach(async () => {
  made = 0;
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const now = () => workspace.clock.now();

async function record(changes: Partial<RecordedCall>, times = 1): Promise<void> {
  await workspace.store.write(async (write) => {
    for (let no = 0; no < times; no++)
      await write.calls.insert(sampleCall(made++, { at: now(), ...changes }));
  });
}

const figures = (request: Partial<CallFiguresRequest> = {}) =>
  readCallFigures(workspace, { from: now() - hour, to: now(), by: 'platform', ...request });

describe('what outside calls came to', () => {
  it('tells faults of the call from refusals of one order, and counts every code', async () => {
    await record({}, 97);
    await record({ errorCode: 'CARRIER_DOWN' });
    await record({ errorCode: 'CARRIER_REFUSED' }, 2);
    const { total } = await figures();
    expect(total).toMatchObject({ calls: 100, faults: 1, refusals: 2, unavailable: 1, errorShare: 0.01 });
    expect(total.codes).toEqual([
      { code: 'CARRIER_REFUSED', count: 2, isFault: false },
      { code: 'CARRIER_DOWN', count: 1, isFault: true },
    ]);
  });

  it('keeps the shop’s own debts out of the availability of the platform', async () => {
    await record({}, 8);
    await record({ errorCode: 'CARRIER_ARREARS' });
    await record({ errorCode: 'NETWORK_TIMEOUT' });
    expect((await figures()).total).toMatchObject({ faults: 2, availability: 0.9, errorShare: 0.2 });
  });

  it('knows nothing, not zero, where there was no call', async () => {
    expect((await figures()).total).toEqual({
      calls: 0,
      faults: 0,
      refusals: 0,
      unavailable: 0,
      errorShare: null,
      availability: null,
      p50Ms: null,
      p95Ms: null,
      p99Ms: null,
      codes: [],
    });
  });

  it('does not count what never left this computer', async () => {
    await record({ errorCode: 'JOURNAL_BROKEN', certainty: 'did-not-happen' });
    expect((await figures()).total.calls).toBe(0);
  });

  it('tells two accounts of one platform apart, and each interface of each', async () => {
    await record({ accountId: 'a1', durationMs: 100 }, 3);
    await record({ accountId: 'a2', durationMs: 900 });
    await record({ accountId: 'a2', interfaceName: 'track' });
    await record({ accountId: 'b', platform: 'sf' });
    const told = async (by: CallFiguresRequest['by']) =>
      (await figures({ by })).rows.map((row) => [
        row.platform,
        row.accountId,
        row.interfaceName,
        row.calls,
        row.p50Ms,
      ]);
    expect(await told('platform')).toEqual([
      ['kdniao', '', '', 5, 100],
      ['sf', '', '', 1, 100],
    ]);
    expect(await told('account')).toEqual([
      ['kdniao', 'a1', '', 3, 100],
      ['kdniao', 'a2', '', 2, 100],
      ['sf', 'b', '', 1, 100],
    ]);
    expect(await told('interface')).toEqual([
      ['kdniao', '', 'book', 4, 100],
      ['kdniao', '', 'track', 1, 100],
      ['sf', '', 'book', 1, 100],
    ]);
    expect((await told('line')).map(([, account, name, calls]) => `${account} ${name} ${calls}`)).toEqual([
      'a1 book 3',
      'a2 book 1',
      'a2 track 1',
      'b book 1',
    ]);
  });

  it('goes on naming an account that was removed', async () => {
    const account = await testAccount(workspace, { platform: 'kdniao' });
    await record({ accountId: account.id });
    await removeAccount(workspace, { accountId: account.id, heirId: null });
    expect((await figures({ by: 'account' })).rows).toMatchObject([{ accountName: account.name, calls: 1 }]);
  });

  it('comes to the same over minutes, hours and days', async () => {
    const start = now();
    await workspace.store.write(async (write) => {
      for (let no = 0; no < 200; no++)
        await write.calls.insert(sampleCall(no, { at: start - no * 53 * minute, durationMs: no }));
    });
    for (const spanMs of [hour, day, 7 * day]) {
      const wanted = Math.min(200, Math.floor(spanMs / (53 * minute)) + 1);
      expect((await figures({ from: start - spanMs, to: start + minute })).total.calls).toBe(wanted);
    }
  });
});

describe('a clock that jumps', () => {
  it('leaves each call in the minute it was made in, and moves nothing else', async () => {
    await record({});
    await record({ at: now() + 400 * day });
    await record({ at: now() - 20 * 365 * day, durationMs: -3 });
    await record({ at: 0 });
    expect((await figures()).total.calls).toBe(1);
    const ahead = now() + 400 * day;
    expect((await figures({ from: ahead - hour, to: ahead + minute })).total.calls).toBe(1);
    expect((await figures({ from: 0, to: minute })).total.calls).toBe(1);
  });

  it('records no duration below zero', async () => {
    const opened = {
      row: await testAccount(workspace, { platform: 'kdniao' }),
      platform: scriptedPlatform(),
    };
    const send = async () => happened(null);
    const { made } = await callOutside(workspace, opened, {
      interfaceName: 'book',
      startedAt: now() + day,
      send,
    });
    expect(made.durationMs).toBe(0);
  });
});

describe('figures beside the call records', () => {
  it('are written with each call that leaves', async () => {
    const row = await testAccount(workspace, { platform: 'kdniao' });
    const opened = await openAccount(workspace, row.id);
    if (!opened.ok) throw new Error(opened.code);
    const send = async () => didNotHappen('CARRIER_BUSY');
    await callAndRecord(workspace, opened.value, { interfaceName: 'track', send });
    const { rows } = await figures({ by: 'line', to: now() + 1 });
    expect(rows).toMatchObject([{ accountId: row.id, interfaceName: 'track', calls: 1, faults: 1 }]);
  });

  it('are gone with the record when the program dies between call and record', async () => {
    const dying = workspace.store.write(async (write) => {
      await write.calls.insert(sampleCall(1, { at: now() }));
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect((await figures()).total.calls).toBe(0);
    expect(await workspace.store.read.calls.count({})).toBe(0);
  });

  it('are counted once from the calls of an earlier program', async () => {
    await record({ durationMs: 120 }, 30);
    await record({ errorCode: 'CARRIER_DOWN', at: now() - 40 * day }, 5);
    const before = await figures({ from: now() - 60 * day });
    await workspace.store.write((write) => write.settings.put('callFigures', null));
    await countEarlierCalls(workspace);
    await countEarlierCalls(workspace);
    expect(await figures({ from: now() - 60 * day })).toEqual(before);
  });

  it('say since when they are complete where there were more calls than are counted', async () => {
    await record({ at: now() - 2 * day }, 10);
    await record({ at: now() - hour / 2 }, 10);
    await workspace.store.write(async (write) =>
      write.settings.put('callFigures', await write.callBuckets.fill(12)),
    );
    expect(await figures({ from: now() - 7 * day })).toMatchObject({
      knownSince: now() - 2 * day,
      total: { calls: 12 },
    });
    expect((await figures({ from: now() - day })).knownSince).toBeNull();
  });

  it('are kept for ninety days, and what is older goes a few hours at a time', async () => {
    const start = now();
    for (let no = 0; no < 10; no++) await record({ at: start - (100 * 24 - no) * hour });
    for (let no = 0; no < 40; no++) await record({ at: start + no * hour });
    const kept = await figures({ from: start - 101 * day, to: start - 90 * day });
    expect(kept.total.calls).toBe(0);
    expect((await figures({ from: start, to: start + 40 * hour })).total.calls).toBe(40);
  });

  it('are not thrown away by a clock that is a year ahead for a morning', async () => {
    const start = now();
    for (let no = 0; no < 30; no++) await record({ at: start + no * hour });
    for (let no = 0; no < 12; no++) await record({ at: start + 365 * day + no * hour });
    expect((await figures({ from: start, to: start + 30 * hour })).total.calls).toBe(30);
  });
});
