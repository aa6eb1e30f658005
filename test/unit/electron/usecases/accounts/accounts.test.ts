import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAccount } from '../../../../../electron/usecases/accounts/accounts.ts';
import { askBalance } from '../../../../../electron/usecases/accounts/balance.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let server: KdniaoServer;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  server = new KdniaoServer();
  await server.listen();
});
afterEach(async () => {
  await workspace.close();
  await server.close();
});

const add = (fields: Readonly<Record<string, string>>, name = 'kdn') =>
  addAccount(workspace, {
    platform: 'kdniao',
    name,
    merchantId: server.merchantId,
    secret: server.apiKey,
    endpoint: server.url,
    fields,
  });

describe('an account', () => {
  it('needs nothing of any carrier as long as it is for none in particular', async () => {
    expect(await add({})).toMatchObject({ ok: true });
    expect(await add({ SomethingOfTheCarriers: 'x' }, 'other')).toMatchObject({ ok: true });
  });

  it('for one carrier needs what that carrier never goes without, named as the carrier names it', async () => {
    expect(await add({ carrier: '申通', CustomerName: 'A', CustomerPwd: 'B' })).toEqual({
      ok: false,
      code: 'ACCOUNT_FIELD_MISSING',
      params: { carrier: 'STO', field: 'SendSite', called: '网点名称 / Branch name' },
    });
    expect(await add({ carrier: 'STO', CustomerName: 'A', CustomerPwd: 'B', SendSite: 'C' })).toMatchObject({
      ok: true,
    });
    expect(await workspace.store.read.accounts.all()).toHaveLength(1);
  });

  it.each([
    ['PayType', '5', '1 | 2 | 3 | 4'],
    ['TransType', 'air', '0, 1, 2 …'],
    ['Volume', '1,5', '0, 1, 1.5 …'],
  ])('is refused with %s = %s, and says what it must be', async (field, value, wanted) => {
    expect(await add({ [field]: value })).toEqual({
      ok: false,
      code: 'ACCOUNT_FIELD_INVALID',
      params: { field, wanted },
    });
  });
});

describe('the numbers left', () => {
  it('are asked once, recorded as a call, and remembered', async () => {
    const account = await add({ StationCode: '57100', StationName: '余杭一部' });
    if (!account.ok) throw new Error(account.code);
    expect(await askBalance(workspace, account.value.id, 'YTO')).toEqual({
      ok: true,
      value: {
        carrier: 'YTO',
        balance: { kind: 'counted', available: 1_000, total: 1_000 },
        checkedAt: workspace.clock.now(),
      },
    });
    expect(await workspace.store.read.lanes.of(account.value.id)).toMatchObject({ balanceTotal: 1_000 });
    const calls = await workspace.store.read.calls.window({}, { offset: 0, limit: 9 });
    expect(calls).toMatchObject([{ interfaceName: 'balance', certainty: 'happened' }]);
  });

  it('are not told by a platform that offers no such thing', async () => {
    const practice = await addAccount(workspace, {
      platform: 'practice',
      name: 'p',
      merchantId: '',
      secret: '',
      endpoint: null,
      fields: {},
    });
    if (!practice.ok) throw new Error(practice.code);
    expect(await askBalance(workspace, practice.value.id, '')).toEqual({
      ok: false,
      code: 'SERVICE_UNSUPPORTED',
      params: { name: 'p' },
    });
  });
});
