import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordedCall } from '../../../../../electron/store/schema.ts';
import { readCallFailures, readCallRuns } from '../../../../../electron/usecases/insight/callLog.ts';
import { supportText } from '../../../../../electron/usecases/workspace/supportText.ts';
import { seededChance } from '../../../../doubles/seededChance.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleCall } from '../../../../doubles/workspace/sampleCall.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
let workspace: TestWorkspace;
let made = 0;
beforeEach(async () => {
  made = 0;
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

/** A call a second, the last of them just now. */
async function record(times: number, changes: Partial<RecordedCall> = {}): Promise<void> {
  await workspace.clock.advance(times * 1_000);
  const end = workspace.clock.now();
  await workspace.store.write(async (write) => {
    for (let no = 1; no <= times; no++)
      await write.calls.insert(sampleCall(made++, { at: end - (times - no) * 1_000, ...changes }));
  });
}
const down = { errorCode: 'CARRIER_DOWN', certainty: 'unknown' } as const;
const refused = { errorCode: 'CARRIER_REFUSED', certainty: 'did-not-happen' } as const;
const log = (asked: Partial<Parameters<typeof readCallRuns>[1]> = {}) =>
  readCallRuns(workspace, { limit: 100, ...asked });

describe('the call log', () => {
  it('shows calls next to each other that ended alike as one, with how often, since when and the slowest', async () => {
    await record(40);
    await record(1, { durationMs: 9_000, orderCode: 'A1' });
    await record(3, down);
    await record(2, { interfaceName: 'track' });
    const { runs, next } = await log();
    expect(runs.map(({ interfaceName, errorCode, times }) => [interfaceName, errorCode, times])).toEqual([
      ['track', '', 2],
      ['book', 'CARRIER_DOWN', 3],
      ['book', '', 41],
    ]);
    expect(runs[2]).toMatchObject({ slowestMs: 9_000, orderCode: 'A1', firstId: sampleCall(0).id });
    expect((runs[2]?.at ?? 0) - (runs[2]?.firstAt ?? 0)).toBe(40_000);
    expect(next).toBe('');
  });

  it('shows each single call where something is looked for, and within one run', async () => {
    await record(3, { requestId: 'r1' });
    await record(2);
    expect((await log({ search: 'r1' })).runs.map(({ times }) => times)).toEqual([1, 1, 1]);
    const within = { newestId: sampleCall(3).id, firstId: sampleCall(1).id };
    expect((await log({ within })).runs.map(({ id }) => id)).toEqual(
      [3, 2, 1].map((no) => sampleCall(no).id),
    );
  });

  it('goes on page after page without losing a call or showing one twice', async () => {
    const chance = seededChance(7);
    const codes = ['', '', 'CARRIER_DOWN', 'CARRIER_REFUSED'];
    for (let no = 0; no < 60; no++)
      await record(1 + Math.floor(chance() * 30), { errorCode: codes[Math.floor(chance() * 4)] ?? '' });
    let before: string | undefined;
    let counted = 0;
    let pages = 0;
    do {
      const { runs, next } = await log({ limit: 7, ...(before === undefined ? {} : { before }) });
      counted += runs.reduce((sum, { times }) => sum + times, 0);
      pages++;
      before = next;
    } while (before !== '');
    expect(counted).toBe(made);
    expect(pages).toBeGreaterThan(3);
  });

  it('narrowed to failures or one code joins what lies between them', async () => {
    for (let no = 0; no < 5; no++) {
      await record(4);
      await record(1, down);
    }
    await record(1, refused);
    const failed = await log({ isFailedOnly: true });
    expect(failed.runs.map(({ errorCode, times }) => [errorCode, times])).toEqual([
      ['CARRIER_REFUSED', 1],
      ['CARRIER_DOWN', 5],
    ]);
    expect((await log({ errorCode: 'CARRIER_REFUSED' })).runs).toHaveLength(1);
  });
});

it('shows what a platform did not serve in a time: what its availability falls by', async () => {
  await record(2, down);
  await workspace.clock.advance(2 * 60 * minute);
  await record(3, down);
  await record(2);
  await record(1, refused);
  await record(1, { ...down, errorCode: 'NETWORK_TIMEOUT' });
  await record(4, { ...down, platform: 'kuaidi100' });
  const away = async (span: '1h' | '24h') => {
    const { runs } = await log({ away: { platform: 'kdniao', span } });
    return runs.map(({ errorCode, times }) => [errorCode, times]);
  };
  expect(await away('1h')).toEqual([
    ['NETWORK_TIMEOUT', 1],
    ['CARRIER_DOWN', 3],
  ]);
  expect(await away('24h')).toEqual([
    ['NETWORK_TIMEOUT', 1],
    ['CARRIER_DOWN', 5],
  ]);
});

describe('what failed', () => {
  const failures = (accountId?: string) => {
    const now = workspace.clock.now();
    return readCallFailures(workspace, { from: now - day, to: now, accountId });
  };

  it('stands by line and code, faults before refusals, with its newest call', async () => {
    await record(2, down);
    await workspace.clock.advance(2 * day);
    await record(5, refused);
    await record(1, { ...down, accountId: 'a2' });
    await record(3, down);
    const found = await failures();
    expect(found.map(({ accountId, code, times, isFault }) => [accountId, code, times, isFault])).toEqual([
      ['a1', 'CARRIER_DOWN', 3, true],
      ['a2', 'CARRIER_DOWN', 1, true],
      ['a1', 'CARRIER_REFUSED', 5, false],
    ]);
    expect(found[0]?.last?.id).toBe(sampleCall(made - 1).id);
    expect((await failures('a2')).map(({ times }) => times)).toEqual([1]);
  });

  it('says in the text for the platform how often it was the same, and nothing where it was once', async () => {
    await record(7, down);
    const [group] = await failures();
    const text = await supportText(workspace, group?.last?.id ?? '', 'zh-CN');
    expect(text).toMatchObject({ value: expect.stringContaining('过去 24 小时同样的失败: 7') });
    await record(1, refused);
    const once = await supportText(workspace, sampleCall(made - 1).id, 'en');
    expect(once).toMatchObject({ value: expect.not.stringContaining('last 24 hours') });
  });
});
