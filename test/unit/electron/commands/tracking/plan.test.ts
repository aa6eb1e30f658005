import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { happened } from '../../../../../shared/errors/outcome.ts';
import { scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let asked: string[];

beforeEach(async () => {
  asked = [];
  const scripted = scriptedPlatform();
  const platform = {
    ...scripted,
    manifest: { ...scripted.manifest, trackPerDay: 100 },
    recognise: async (waybillNo: string) => {
      asked.push(waybillNo);
      return happened(['YD']);
    },
    track: async ({ waybillNo }: { readonly waybillNo: string }) => {
      asked.push(waybillNo);
      return happened({ waybillNo, carrier: '', state: 'none' as const, exception: '', events: [] });
    },
  };
  workspace = await openTestWorkspace({ platforms: [platform] });
  await testAccount(workspace, { platform: 'scripted', name: 'bird' });
});
afterEach(() => workspace.close());

const run = (name: string, ...words: string[]) => runCommand(workspace, commandNamed(name), words);

describe('track add', () => {
  it('tells what it costs and follows nothing with --dry-run', async () => {
    expect(await run('track add', '--dry-run', '73610555582883', 'YT8962646785389')).toMatchObject({
      value: {
        exitCode: 0,
        json: { followed: 0, costs: [{ accountName: 'bird', questions: 2, perDay: 100, days: 1 }] },
      },
    });
    expect(await workspace.store.read.tracking.byWaybill('73610555582883')).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('follows what is clear, names what is not, and exits 3', async () => {
    expect(await run('track add', '73610555582883', '3967950525457', '5685685685685685')).toMatchObject({
      value: {
        exitCode: 3,
        json: {
          followed: 1,
          open: [{ waybillNo: '3967950525457' }],
          invalid: [{ waybillNo: '5685685685685685', reason: 'repetition' }],
        },
      },
    });
    expect(asked).toEqual([]);
  });

  it('has the platform decide with --recognise, or takes a carrier for all', async () => {
    expect(await run('track add', '--recognise', '3967950525457')).toMatchObject({
      value: { exitCode: 0, json: { followed: 1, open: [] } },
    });
    expect(asked).toEqual(['3967950525457']);
    await run('track add', '--carrier', '韵达', '3967950525458');
    const { tracking } = workspace.store.read;
    expect((await tracking.byWaybill('3967950525457'))?.carrier).toBe('YD');
    expect((await tracking.byWaybill('3967950525458'))?.carrier).toBe('YD');
  });
});

describe('track plan', () => {
  it('shows today’s questions, what is due and what must wait', async () => {
    const numbers = Array.from({ length: 150 }, (_, no) => `YT${8_962_646_785_389 + no}`);
    await run('track add', ...numbers);
    expect(await run('track plan')).toMatchObject({
      value: {
        json: {
          meters: [
            { accounts: [{ accountName: 'bird' }], perDay: 100, isOwn: false, dueNow: 150, leftOver: 60 },
          ],
        },
      },
    });
  });

  it('says what of today is due now and what later, with no place left empty', async () => {
    const human = async () => {
      const outcome = await run('track plan');
      return outcome.ok ? outcome.value.human.join('\n') : '';
    };
    await run('track add', 'YT8962646785389', 'YT8962646785390');
    expect(await human()).toContain('Due now: 2 (');
    await workspace.store.write(async (write) => {
      const nextDueAt = workspace.clock.now() + 3_600_000;
      for (const number of ['YT8962646785389', 'YT8962646785390'])
        await write.tracking.update(number, { nextDueAt });
    });
    expect(await human()).toContain('Nothing is due now; later today: 2.');
    expect(await human()).not.toMatch(/[:：(（]\s*$/mu);
  });

  it('takes another number of questions a day, and goes back to that of the platform', async () => {
    const perDay = async (value: string) => run('track budget', '--account', 'bird', '--per-day', value);
    expect(await perDay('3000')).toMatchObject({
      value: { json: { meters: [{ perDay: 3_000, isOwn: true }] } },
    });
    expect(await perDay('default')).toMatchObject({
      value: { json: { meters: [{ perDay: 100, isOwn: false }] } },
    });
    expect(await perDay('9999999')).toMatchObject({ ok: false, code: 'SETTING_OUT_OF_RANGE' });
  });

  it('asks for what is due as the plan says, and tells that the rest waits', async () => {
    const numbers = Array.from({ length: 150 }, (_, no) => `YT${8_962_646_785_389 + no}`);
    await run('track add', ...numbers);
    const outcome = await run('track');
    expect(outcome).toMatchObject({ value: { exitCode: 0, json: { failed: 0 } } });
    // A quarter past six in the morning: hardly anything belongs to the day yet.
    expect(asked.length).toBeLessThan(15);
    expect(outcome).toMatchObject({ value: { json: { waiting: 150 - asked.length } } });
    expect(JSON.stringify(outcome)).toContain('wait');
  });
});
