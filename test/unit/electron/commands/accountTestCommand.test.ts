import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountTestCommand } from '../../../../electron/commands/accountCommands.ts';
import { addAccount } from '../../../../electron/usecases/accounts.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../doubles/openTestWorkspace.ts';
import { runCommand } from '../../../doubles/runCommand.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

it('names the server that an account cannot reach', async () => {
  await addAccount(workspace, {
    platform: 'kdniao',
    name: 'away',
    merchantId: 'm',
    secret: 'k',
    endpoint: 'http://127.0.0.1:1',
    fields: {},
  });
  expect(await runCommand(workspace, accountTestCommand, ['away'])).toEqual({
    ok: false,
    code: 'NETWORK_REFUSED',
    params: { host: expect.stringContaining('127.0.0.1'), name: 'away' },
  });
});
