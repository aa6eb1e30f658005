import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readActs } from '../../../../../electron/usecases/operators/actList.ts';
import { backUpByHand, backUpWorkspace } from '../../../../../electron/usecases/workspace/backup.ts';
import { giveKeyFile } from '../../../../doubles/workspace/backupDesk.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  giveKeyFile(workspace);
});
afterEach(() => workspace.close());

const recorded = async () => (await readActs(workspace, { offset: 0, limit: 10 })).rows;

it('a backup by hand is on record before it is made, by the name of its file alone', async () => {
  const target = join(workspace.folder, 'missing', 'stick.sdbackup');
  expect(await backUpByHand(workspace, target)).toMatchObject({ ok: false });
  expect(await recorded()).toMatchObject([{ kind: 'backed-up', what: 'stick.sdbackup' }]);
});

it('backups that make themselves every hour do not fill the record', async () => {
  const hourly = join(workspace.folder, 'hourly.sdbackup');
  expect(await backUpWorkspace(workspace, hourly)).toMatchObject({ ok: true });
  expect(await recorded()).toEqual([]);
});

it('a backup by hand stands in the list of an open window at once, also when a command made it', async () => {
  const before = workspace.topics.length;
  const stick = join(workspace.folder, 'stick.sdbackup');
  expect(await backUpByHand(workspace, stick)).toMatchObject({ ok: true });
  expect(workspace.topics.slice(before)).toContain('backups');
});
