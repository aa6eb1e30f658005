import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordAct } from '../../../../../electron/usecases/operators/acts.ts';
import { hourMs, readMoment, shopMinute } from '../../../../../shared/rules/shopTime.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

const auditList = commandNamed('audit list');
const auditExport = commandNamed('audit export');

let workspace: TestWorkspace;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  workspace = await openTestWorkspace();
});
afterEach(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true });
});

async function act(what: string): Promise<string> {
  await workspace.store.write((write) => recordAct(workspace, write, { kind: 'retention-set', what }));
  return shopMinute(workspace.clock.now());
}

async function shown(...words: readonly string[]): Promise<readonly string[]> {
  const listed = await runCommand(workspace, auditList, words);
  if (!listed.ok) throw new Error(listed.code);
  return (listed.value.json as { acts: { what: string }[] }).acts.map(({ what }) => what);
}

describe('the record of acts, up to a moment', () => {
  it('ends with that day, or with that minute, and not a day later', async () => {
    await workspace.clock.advance((readMoment('2031-05-02T09:00') ?? 0) - workspace.clock.now());
    const first = await act('first');
    await workspace.clock.advance(hourMs);
    await act('second');
    await workspace.clock.advance(23 * hourMs);
    await act('next day');
    expect(await shown('--to', first)).toEqual(['first']);
    expect(await shown('--to', '2031-05-02')).toEqual(['second', 'first']);
    expect(await shown('--from', '2031-05-02T09:30', '--to', '2031-05-02T09:59')).toEqual([]);
    expect(await shown('--to', '2031-05-02T01:00Z')).toEqual(['first']);
  });

  it('says so where there is nothing', async () => {
    const none = await runCommand(workspace, auditList, ['--to', '2001-01-01']);
    expect(none).toMatchObject({ value: { human: ['none'] } });
  });
});

describe('the record of acts as a file', () => {
  it('is what its name says, in the time of the shop', async () => {
    const minute = await act('never');
    const csv = join(folder, 'record.csv');
    expect(await runCommand(workspace, auditExport, ['--out', csv])).toMatchObject({ ok: true });
    expect(readFileSync(csv, 'utf8')).toMatch(/^\uFEFF"?No\./);
    expect(readFileSync(csv, 'utf8')).toContain(minute);
    const lines = join(folder, 'record.jsonl');
    await runCommand(workspace, auditExport, ['--out', lines]);
    expect(JSON.parse(readFileSync(lines, 'utf8').split('\n')[0] ?? '')).toMatchObject({ what: 'never' });
    const book = join(folder, 'record.xlsx');
    await runCommand(workspace, auditExport, ['--out', book]);
    expect(readFileSync(book).subarray(0, 2).toString()).toBe('PK');
  });

  it('is refused as a workbook under the name of a text table', async () => {
    const words = ['--out', join(folder, 'record.csv'), '--as', 'xlsx'];
    expect(await runCommand(workspace, auditExport, words)).toMatchObject({ code: 'USAGE' });
  });
});
