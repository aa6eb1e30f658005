import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addAccount, testAccount } from '../../../electron/usecases/accounts/accounts.ts';
import {
  testAccount as addTestAccount,
  openTestWorkspace,
  type TestWorkspace,
} from '../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let closers: (() => unknown)[] = [];
beforeEach(async () => {
  workspace = await openTestWorkspace();
  closers = [() => workspace.close()];
});
afterEach(async () => {
  for (const close of closers.reverse()) await close();
});

async function anyJsonServer(): Promise<string> {
  const server = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it.each(['kdniao', 'kuaidi100', 'sf'])(
  'a server that answers {} to everything proves no %s account and lifts no stopped lane',
  async (platform) => {
    const account = await addTestAccount(workspace, { platform, endpoint: await anyJsonServer() });
    const halt = { haltCode: 'CARRIER_CREDENTIALS', haltParamsJson: '{}', haltedAt: 1 };
    await workspace.store.write((write) => write.lanes.put(account.id, halt));
    const tested = await testAccount(workspace, account.id);
    expect(tested).toMatchObject({ ok: true, value: { ok: false } });
    expect(await workspace.store.read.lanes.of(account.id)).toMatchObject(halt);
  },
);

it('an account is not made with a hundred thousand fields, nor with one of a megabyte', async () => {
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, no) => [`field${no}`, 'x']));
  for (const fields of [many, { CustomerName: 'x'.repeat(1_000_000) }, { ['k'.repeat(10_000)]: 'x' }]) {
    const added = await addAccount(workspace, {
      platform: 'kdniao',
      name: 'large',
      merchantId: 'm',
      secret: 's',
      endpoint: null,
      fields,
    });
    expect(added).toMatchObject({ ok: false, code: 'ACCOUNT_FIELDS_TOO_LARGE' });
  }
  expect(await workspace.store.read.accounts.all()).toEqual([]);
});
