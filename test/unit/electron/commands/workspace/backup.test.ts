import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
