import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAccount } from '../../../../../electron/usecases/accounts/accounts.ts';
import { openAccount } from '../../../../../electron/usecases/accounts/openAccount.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

const accountTest = commandNamed('account test');

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

it('names the platform of each account as people call it', async () => {
  await testAccount(workspace, { platform: 'practice', name: 'mine' });
  const listed = await runCommand(workspace, commandNamed('account list'), []);
  expect(JSON.stringify(listed)).toContain('Practice platform');
});

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

it.each([
  ['account balance', ['practice', '--carrier', 'ZT0']],
  ['preflight', ['--carrier', 'ZT0']],
  ['account golive', ['practice', '--carrier', 'ZT0']],
])('%s asks nothing of a carrier that nobody knows', async (name, words) => {
  await testAccount(workspace, { platform: 'practice', name: 'practice' });
  expect(await runCommand(workspace, commandNamed(name), words)).toMatchObject({
    ok: false,
    code: 'CARRIER_UNKNOWN',
    params: { carrier: 'ZT0' },
  });
});

describe('account change', () => {
  const change = commandNamed('account change');
  const run = (words: readonly string[], input: readonly string[] = []) =>
    runCommand(workspace, change, words, input);
  const stored = async () => {
    const [account] = await workspace.store.read.accounts.all();
    const opened = await openAccount(workspace, account?.id ?? '');
    return opened.ok ? { name: opened.value.row.name, ...opened.value.account } : null;
  };
  beforeEach(async () => {
    await testAccount(workspace, { platform: 'kdniao', name: 'kdn', fields: { CustomerName: 'A' } });
  });

  it('reads key and secret fields from standard input, and says in JSON neither of them', async () => {
    const words = ['kdn', '--name', 'new', '--customer', 'SendSite=余杭', '--key-stdin', '--customer-stdin'];
    const changed = await run([...words, '--untested'], ['n3wkey', 'CustomerPwd=p=1', '', 'MonthCode=m2']);
    expect(changed).toMatchObject({ ok: true, value: { exitCode: 0, json: { name: 'new', test: null } } });
    expect(JSON.stringify(changed)).not.toMatch(/n3wkey|p=1|m2/);
    expect(await stored()).toMatchObject({
      name: 'new',
      secret: 'n3wkey',
      fields: { CustomerName: 'A', SendSite: '余杭', CustomerPwd: 'p=1', MonthCode: 'm2' },
    });
  });

  it('takes no secret from the command line, and says what to do instead', async () => {
    expect(await run(['kdn', '--customer', 'CustomerPwd=x'])).toMatchObject({
      code: 'ACCOUNT_SECRET_IN_ARGUMENT',
      params: { field: 'CustomerPwd' },
    });
  });

  it('is refused with nothing to change, and with a key that the platform does not take', async () => {
    const before = await stored();
    expect(await run(['kdn'])).toMatchObject({ code: 'ACCOUNT_NOTHING_TO_CHANGE' });
    expect(await run(['kdn', '--key-stdin'], ['other'])).toMatchObject({ code: 'NETWORK_REFUSED' });
    expect(await stored()).toEqual(before);
  });
});

it('account remove hands parcels and rules to another account with --to', async () => {
  const keys = { platform: 'kdniao', merchantId: 'm', secret: 's', endpoint: 'http://127.0.0.1:9' };
  await testAccount(workspace, { ...keys, name: 'old' });
  await testAccount(workspace, { ...keys, name: 'heir' });
  const remove = commandNamed('account remove');
  expect(await runCommand(workspace, remove, ['old', '--to', 'nobody'])).toMatchObject({
    code: 'ACCOUNT_NOT_FOUND',
  });
  expect(await runCommand(workspace, remove, ['old', '--to', 'heir'])).toMatchObject({
    value: { json: { removed: 'old', handedTo: 'heir' } },
  });
});
