import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nothingKnown } from '../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;

const troubled = (now: number) =>
  ({
    ...nothingKnown,
    waybillNo: 'w3',
    carrier: 'ZTO',
    orderId: '',
    orderNo: '',
    accountId: '',
    phoneTail: '8000',
    state: 'problem',
    exception: 'refused',
    lastAt: now,
    checkedAt: now,
    nextDueAt: now,
    bookedAt: now,
  }) as const;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  const now = workspace.clock.now();
  await workspace.store.write(async (write) => {
    for (const [waybillNo, exception] of [
      ['w1', 'refused'],
      ['w2', 'damaged'],
    ] as const)
      await write.tracking.follow({ ...troubled(now), waybillNo, exception });
  });
});
afterEach(() => workspace.close());

const run = async (name: string, ...words: string[]) => {
  const outcome = await runCommand(workspace, commandNamed(name), words);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};
const listed = async (...words: string[]) => {
  const { json } = await run('cases list', ...words);
  return (json as { cases: { id: string; kind: string; dueAt: string }[] }).cases;
};

describe('cases on the command line', () => {
  it('names what is wrong without a window having been open, the worst first, and exits 3', async () => {
    const { exitCode, human } = await run('cases list');
    expect(exitCode).toBe(3);
    expect(human.map((line) => line.match(/Damaged|Refused|2 open/)?.[0])).toEqual([
      'Damaged',
      'Refused',
      '2 open',
    ]);
    expect((await listed('--kind', 'refused')).map(({ kind }) => kind)).toEqual(['refused']);
  });

  it('tells a program the reason once, in times it can read, and no digit of a phone', async () => {
    const [first] = await listed();
    expect(Object.keys(first ?? {})).not.toContain('basisJson');
    expect(first).toMatchObject({ basis: { told: 'damaged', promisedAt: null } });
    const { json } = await run('cases show', first?.id ?? '');
    for (const shown of [JSON.stringify(first), JSON.stringify(json)]) {
      expect(shown).not.toContain('8000');
      expect(shown).not.toMatch(/At":\d/);
    }
  });

  it('takes a carrier by code or name, one that only a platform knows by its cases, and refuses any other', async () => {
    expect(await listed('--carrier', '中通')).toHaveLength(2);
    expect(await listed('--carrier', 'SF')).toEqual([]);
    const refused = await runCommand(workspace, commandNamed('cases list'), ['--carrier', 'ZT0']);
    expect(refused).toMatchObject({ ok: false, code: 'CARRIER_UNKNOWN' });
    const now = workspace.clock.now();
    await workspace.store.write((write) => write.tracking.follow({ ...troubled(now), carrier: 'QFWL' }));
    expect(await listed('--carrier', 'QFWL')).toHaveLength(1);
  });

  it('takes notes, waits and outcomes, and then exits 0', async () => {
    const ids = (await listed()).map(({ id }) => id);
    const [first = ''] = ids;
    await run('cases note', first, '网点说明天派');
    await run('cases snooze', first, '--hours', '2');
    expect(await listed('--state', 'snoozed')).toHaveLength(1);
    const shown = await run('cases show', first);
    expect(shown.human.join('\n')).not.toMatch(/\d\dT\d\d/);
    expect((await run('cases close', ...ids, '--outcome', 'resent')).json).toMatchObject({ changed: 2 });
    expect((await run('cases list')).exitCode).toBe(0);
    expect((await run('cases show', first)).human.join('\n')).toContain('网点说明天派');
  });

  it('shows the rules and changes one of them', async () => {
    await run('cases rule', 'silent', '--limit', '48', '--answer', '12');
    expect((await run('cases rules')).human.join('\n')).toMatch(/No updates +on +48 h/);
    await expect(run('cases rule', 'silent', '--limit', '1')).rejects.toThrow('CASE_RULES_INVALID');
    await run('cases rule', 'damaged', '--off');
    expect((await listed()).map(({ kind }) => kind)).toEqual(['refused']);
  });

  it('gives an exception to nobody who does not work here', async () => {
    const [first] = await listed();
    await expect(run('cases own', first?.id ?? '', '--operator', '王芳')).rejects.toThrow(
      'CASE_OWNER_UNKNOWN',
    );
  });
});

describe('limits of their own', () => {
  const limits = async (...words: string[]) => {
    const { json } = await run('cases limit', ...words);
    return (json as { exceptions: unknown[] }).exceptions;
  };

  it('stand for a carrier to a province, take the place of the one before, and are taken back', async () => {
    const lane = ['--carrier', '中通', '--province', '新疆维吾尔自治区'];
    await limits('silent', ...lane, '--limit', '96');
    expect(await limits('silent', ...lane, '--limit', '120')).toEqual([
      { kind: 'silent', carrier: 'ZTO', province: '新疆维吾尔自治区', limit: 120 },
    ]);
    expect((await run('cases rules')).human.at(-1)).toMatch(/ZTO.*新疆维吾尔自治区.*120 h/);
    expect(await limits('silent', ...lane, '--off')).toEqual([]);
  });

  it('are refused without a place, for a province there is not, and out of range', async () => {
    const refused = async (...words: string[]) => {
      const outcome = await runCommand(workspace, commandNamed('cases limit'), words);
      return outcome.ok ? '' : outcome.code;
    };
    expect(await refused('silent', '--limit', '96')).toBe('CASE_LIMIT_PLACE_UNKNOWN');
    expect(await refused('silent', '--limit', '96', '--province', '广州省')).toBe('CASE_LIMIT_PLACE_UNKNOWN');
    expect(await refused('silent', '--limit', '5', '--carrier', 'ZTO')).toBe('CASE_RULES_INVALID');
  });
});
