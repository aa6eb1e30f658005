import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeError } from '../../../../../shared/text/describeError.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let folder: string;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  await testAccount(workspace, { platform: 'kdniao', name: 'main' });
  folder = mkdtempSync(join(tmpdir(), 'record-'));
});
afterEach(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true });
});

const run = (name: string, ...words: string[]) => runCommand(workspace, commandNamed(name), words);
const json = async (name: string, ...words: string[]) => {
  const ran = await run(name, ...words);
  if (!ran.ok) throw new Error(ran.code);
  return ran.value.json as Record<string, never>;
};

describe('the requirement list on the command line', () => {
  it('is open work until it is complete and every need is met, and what is not given stays', async () => {
    expect(await run('requirements show')).toMatchObject({ value: { exitCode: 3 } });
    await run('requirements set', '--scene', 'domestic', '--scene', 'batch', '--function', 'tracking');
    const set = await run('requirements set', '--no-systems', '--service', 'cod', '--usual-day', '300');
    expect(set).toMatchObject({
      value: {
        exitCode: 0,
        json: { missing: [], list: { scenes: ['domestic', 'batch'], services: ['cod'] } },
      },
    });
    expect(await run('requirements confirm', 'business', '王店长')).toMatchObject({
      value: { json: { unconfirmed: ['technical', 'provider'] } },
    });
    expect(await run('requirements set', '--scene', 'cross-border', '--scene', 'batch')).toMatchObject({
      value: { exitCode: 3, json: { unconfirmed: ['business', 'technical', 'provider'] } },
    });
    expect(await run('requirements set', '--outside', 'customs=our forwarder')).toMatchObject({
      value: { exitCode: 0 },
    });
  });
});

describe('words that are typed', () => {
  it('say what a half answered scene still lacks', async () => {
    const half = await run('requirements set', '--scene', 'domestic');
    expect(half.ok && half.value.human.join('\n')).toContain('give --scene several times');
    const whole = await run('requirements set', '--scene', 'domestic', '--scene', 'single');
    expect(whole.ok && whole.value.human.join('\n')).not.toContain('--scene');
  });

  it('name the days of service one by one, or from one to another', async () => {
    const days = async (said: string) =>
      (await json('platform terms', 'main', '--hours', `${said}=09:00-18:00`)).support;
    expect(await days('1,2,6-7')).toMatchObject({ terms: { hours: { days: [1, 2, 6, 7] } } });
    expect(await days('1-5')).toMatchObject({ terms: { hours: { days: [1, 2, 3, 4, 5] } } });
    expect(await run('platform terms', 'main', '--hours', '1,8=09:00-18:00')).toMatchObject({
      code: 'USAGE',
    });
  });

  it('lead from an incident that is not there to the list of incidents', () => {
    expect(describeError('INCIDENT_NOT_FOUND', {}, 'en', 'commandLine').next).toContain('incident list');
  });
});

describe('a platform on the command line', () => {
  it('gets its terms, and keeps what a later command leaves out', async () => {
    await run(
      'platform terms',
      'main',
      '--hours',
      '1-7=09:00-21:00',
      '--answer',
      '60',
      '--adviser',
      '李顾问',
    );
    const terms = await json('platform terms', 'main', '--solution', '480', '--holiday', '2026-10-01');
    expect(terms).toMatchObject({
      support: {
        terms: {
          adviserName: '李顾问',
          answerMinutes: 60,
          solutionMinutes: 480,
          hours: {
            days: [1, 2, 3, 4, 5, 6, 7],
            opensMinute: 540,
            closesMinute: 1_260,
            holidays: ['2026-10-01'],
          },
        },
      },
    });
    expect(await run('platform terms', 'main', '--hours', '5-1=9-5')).toMatchObject({ code: 'USAGE' });
  });

  it('takes an incident from report to solution, late ones as open work', async () => {
    await run('platform terms', 'main', '--hours', '1-7=00:00-00:00', '--answer', '60');
    const { id } = await json('incident start', 'main', '批量取号失败', '--ticket', 'T1');
    await workspace.clock.advance(61 * 60_000);
    expect(await run('incident list', 'main')).toMatchObject({ value: { exitCode: 3 } });
    expect(await run('incident move', id ?? '', 'solved')).toMatchObject({ code: 'RECORD_TEXT_MISSING' });
    await run('incident move', id ?? '', 'solved', '--outcome', '平台已扩容');
    expect(await run('incident list', 'main')).toMatchObject({
      value: { exitCode: 0, json: { months: [{ incidents: 1, lateAnswers: 1 }] } },
    });
  });

  it('keeps a file and gives it back, and writes the record in three forms', async () => {
    const path = join(folder, 'level3.pdf');
    writeFileSync(path, '%PDF-1.7 x');
    const { id } = await json('platform attach', 'main', 'protection-level', path, '--until', '2030-01-01');
    const out = join(folder, 'out.pdf');
    await run('platform file', id ?? '', '--out', out);
    expect(readFileSync(out, 'utf8')).toBe('%PDF-1.7 x');
    for (const format of ['xlsx', 'html', 'json']) {
      const file = join(folder, `record.${format}`);
      expect(await json('platform export', 'main', '--out', file)).toEqual({ file });
    }
    expect(readFileSync(join(folder, 'record.html'), 'utf8')).toContain('level3.pdf');
    expect(await run('platform export', 'main', '--out', join(folder, 'record.doc'))).toMatchObject({
      code: 'USAGE',
    });
    await run('platform detach', id ?? '');
    expect(await json('platform show', 'main')).toMatchObject({ evidence: [] });
  });

  it('the way to everyday work is open work until everything is done', async () => {
    expect(await run('setup show')).toMatchObject({ value: { exitCode: 3, json: { phase: 'requirement' } } });
    expect(await run('setup tick', 'contract-read')).toMatchObject({ ok: true });
    expect(await run('setup tick', 'golive-passed')).toMatchObject({ code: 'SETUP_NOT_BY_HAND' });
  });

  it('diagnose writes its file where it is told to', async () => {
    const file = join(folder, 'diag.zip');
    expect(await json('diagnose', '--out', file)).toMatchObject({ file });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });
});
