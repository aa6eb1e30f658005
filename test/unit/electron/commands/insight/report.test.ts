import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const run = (kind: 'day' | 'week', words: readonly string[] = []) =>
  runCommand(workspace, commandNamed(`report ${kind}`), words);

it('looks back on yesterday and on last week, and says unknown where nothing is known', async () => {
  const day = await run('day');
  expect(day).toMatchObject({
    ok: true,
    value: { exitCode: 0, json: { kind: 'day', isFinished: true, calls: { calls: 0, errorShare: null } } },
  });
  const week = await run('week');
  expect(week).toMatchObject({ ok: true, value: { json: { kind: 'week' } } });
  if (week.ok) expect(week.value.human.join('\n')).toContain('unknown');
});

it('says of a table without a row that there is none, instead of a head alone', async () => {
  const day = await run('day');
  const lines = day.ok ? day.value.human : [];
  const at = lines.indexOf('Error codes');
  expect(at).toBeGreaterThan(0);
  expect(lines[at + 1]).toBe('none');
  expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
});

it('names the folder that is missing, for a sheet and for a page', async () => {
  const folder = join(workspace.folder, 'no-such-folder');
  for (const name of ['w.xlsx', 'w.html'])
    expect(await run('week', ['--out', join(folder, name)])).toMatchObject({
      ok: false,
      code: 'OUT_FOLDER_MISSING',
      params: { folder },
    });
  expect(existsSync(folder)).toBe(false);
});

it('writes the same as a sheet or as a page to print, by the name of the file', async () => {
  for (const name of ['w.xlsx', 'w.html']) {
    const file = join(workspace.folder, name);
    expect(await run('week', ['--out', file])).toMatchObject({ ok: true, value: { json: { file } } });
    expect(existsSync(file)).toBe(true);
  }
  expect(await run('week', ['--out', 'w.pdf'])).toMatchObject({ ok: false, code: 'OUT_ENDING_UNKNOWN' });
});

it('refuses what is no day', async () => {
  expect(await run('day', ['--date', '27.11.'])).toMatchObject({ ok: false, code: 'REVIEW_DAY_INVALID' });
});
