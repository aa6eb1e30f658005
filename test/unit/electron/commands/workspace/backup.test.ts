import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackupProcess } from '../../../../../electron/store/backup/backupMaker.ts';
import { type BenchLine, benchLine } from '../../../../doubles/program/benchLine.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { type BackupDesk, openBackupDesk } from '../../../../doubles/workspace/backupDesk.ts';

let desk: BackupDesk;
beforeEach(async () => {
  desk = await openBackupDesk();
});
afterEach(() => desk.close());

async function run(name: string) {
  const said = await runCommand(desk.workspace, commandNamed(name), []);
  if (!said.ok) throw new Error(said.code);
  return said.value;
}

it('lists the backups there are, who made them, and which does not open', async () => {
  expect(await run('backup list')).toEqual({ exitCode: 0, json: { backups: [] }, human: ['No backup yet.'] });
  await desk.after(60_000);
  await run('backup');
  writeFileSync(join(desk.workspace.folder, 'backups/broken.sdbackup'), 'half');
  const { json, human } = await run('backup list');
  expect(json).toMatchObject({
    backups: expect.arrayContaining([
      expect.objectContaining({ madeBy: 'schedule', place: 'own', orders: 0, isProven: true }),
      expect.objectContaining({ madeBy: 'person', isProven: true }),
      expect.objectContaining({ name: 'broken.sdbackup', madeAt: null, orders: null, isProven: false }),
    ]),
  });
  expect(human).toHaveLength(3);
  expect(human.at(-1)).toContain('does not open');
});

it('into a folder it goes under its usual name, one after the other', async () => {
  const stick = join(desk.workspace.folder, 'stick');
  mkdirSync(stick);
  const toStick = () => runCommand(desk.workspace, commandNamed('backup'), ['--out', stick]);
  expect(await toStick()).toMatchObject({ value: { exitCode: 0 } });
  await desk.workspace.clock.advance(60_000);
  expect(await toStick()).toMatchObject({ value: { exitCode: 0 } });
  const named = expect.stringMatching(/^shipdesk-[\d-]+\.sdbackup$/);
  expect(readdirSync(stick)).toEqual([named, named]);
});

it('doctor judges their age as the status bar does', async () => {
  const backup = async () => {
    const { checks } = (await run('doctor')).json as { checks: readonly { name: string; state: string }[] };
    return checks.find(({ name }) => name === 'backup');
  };
  expect(await backup()).toMatchObject({ state: 'warn', detail: 'never' });
  await desk.after(60_000);
  expect(await backup()).toMatchObject({ state: 'ok', detail: '0' });
  await desk.workspace.clock.advance(2 * 86_400_000);
  expect(await backup()).toMatchObject({ state: 'warn', detail: '2' });
});

it('on another computer a restore says that labels of after the backup ask before they print', async () => {
  const [lost, found] = [benchLine(), benchLine()];
  try {
    const file = join(lost.folder, 'day.sdbackup');
    await lost.run(['doctor']);
    await lost.json(['backup', '--out', file]);
    expect(await found.run(['restore', file])).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('you are asked first'),
    });
  } finally {
    for (const line of [lost, found]) line.remove();
  }
});

describe('Ctrl+C', () => {
  const makerFile = fileURLToPath(new URL('../../../../../electron/backupMaker.ts', import.meta.url));
  let line: BenchLine;
  let stopping: AbortController;
  beforeEach(async () => {
    stopping = new AbortController();
    const works = createBackupProcess(makerFile);
    // Pressed once the process has been started.
    const press = <T>(started: T): T => {
      stopping.abort();
      return started;
    };
    line = benchLine({
      backupWorks: {
        ...works,
        make: (...given) => press(works.make(...given)),
        inspect: (...given) => press(works.inspect(...given)),
        rekey: (...given) => press(works.rekey(...given)),
      },
    });
    await line.run(['doctor']);
  });
  afterEach(() => line.remove());

  it('ends a backup: exit code 2, one sentence, and nothing is left of it', async () => {
    const stopped = await line.run(
      ['backup', '--out', join(line.folder, 'day.sdbackup')],
      [],
      stopping.signal,
    );
    expect(stopped).toMatchObject({ exitCode: 2, out: '', notes: expect.stringContaining('BACKUP_STOPPED') });
    expect(readdirSync(line.folder, { recursive: true }).filter(isOfBackup)).toEqual([]);
  });

  it('ends a restore before the backup takes the workspace’s place, and the workspace is as it was', async () => {
    const file = join(line.folder, 'day.sdbackup');
    await line.json(['backup', '--out', file]);
    stopping = new AbortController();
    const before = await line.json(['audit', 'verify']);
    const stopped = await line.run(['restore', file], [], stopping.signal);
    expect(stopped).toMatchObject({
      exitCode: 2,
      out: '',
      notes: expect.stringContaining('RESTORE_STOPPED'),
    });
    expect(readdirSync(line.folder)).not.toContain('restoring');
    expect(await line.json(['audit', 'verify'])).toEqual(before);
  });

  it('ends keys renew: the workspace opens as before, and its record tells of no new key', async () => {
    const before = await line.json(['audit', 'verify']);
    const stopped = await line.run(['keys', 'renew'], [], stopping.signal);
    expect(stopped).toMatchObject({
      exitCode: 2,
      out: '',
      notes: expect.stringContaining('KEY_RENEW_STOPPED'),
    });
    expect(readdirSync(line.folder)).not.toContain('restoring');
    expect(await line.json(['audit', 'verify'])).toEqual(before);
  });
});

const isOfBackup = (name: string | Buffer) => /\.(sdbackup|tmp)/.test(String(name));
