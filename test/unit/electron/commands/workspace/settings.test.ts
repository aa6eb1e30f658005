import { afterEach, beforeEach, expect, it } from 'vitest';
import { settingsCommands } from '../../../../../electron/commands/workspace/settings.ts';
import { numberSettingNames } from '../../../../../shared/domain/settings.ts';
import { runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const run = (name: string, words: readonly string[] = []) => {
  const command = settingsCommands.find((one) => one.name === `settings ${name}`);
  if (command === undefined) throw new Error(`no command settings ${name}`);
  return runCommand(workspace, command, words);
};

it('lists every setting that is a number, with what it may be', async () => {
  const listed = await run('list');
  const { settings } = (listed.ok ? listed.value.json : {}) as { settings: { name: string }[] };
  expect(settings.map(({ name }) => name)).toEqual(numberSettingNames);
  expect(settings[0]).toEqual({ name: 'bookingRetries', value: 2, usual: 2, least: 1, most: 2 });
});

it('changes one, and refuses a name or a number that there is not', async () => {
  expect(await run('set', ['unshippedDays', '5'])).toMatchObject({
    value: { exitCode: 0, json: { settings: [{ name: 'unshippedDays', value: 5 }] } },
  });
  expect(await run('list')).toMatchObject({
    value: { json: { settings: expect.arrayContaining([expect.objectContaining({ value: 5 })]) } },
  });
  expect(await run('set', ['colour', '5'])).toMatchObject({ code: 'SETTING_UNKNOWN' });
  expect(await run('set', ['unshippedDays', '61'])).toMatchObject({ code: 'SETTING_OUT_OF_RANGE' });
  expect(await run('set', ['unshippedDays', 'many'])).toMatchObject({ code: 'SETTING_OUT_OF_RANGE' });
  expect(await run('set', ['unshippedDays'])).toMatchObject({ code: 'USAGE' });
});
