import { afterEach, beforeEach, expect, it } from 'vitest';
import { addAccount } from '../../../../../electron/usecases/accounts/accounts.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

const accountTest = commandNamed('account test');

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
  expect(await runCommand(workspace, accountTest, ['away'])).toEqual({
    ok: false,
    code: 'NETWORK_REFUSED',
    params: { host: expect.stringContaining('127.0.0.1'), name: 'away' },
  });
});
