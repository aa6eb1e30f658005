import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../../../electron/store/schema.ts';
import { testAccount as tryAccount } from '../../../../../electron/usecases/accounts/accounts.ts';
import { changeAccount, readAccount } from '../../../../../electron/usecases/accounts/changeAccount.ts';
import { openAccount } from '../../../../../electron/usecases/accounts/openAccount.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { accountLock } from '../../../../../electron/usecases/booking/goLive/checklist.ts';
import { readBookingHealth } from '../../../../../electron/usecases/booking/health.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { readBookingStory } from '../../../../../electron/usecases/booking/story.ts';
import type { Workspace } from '../../../../../electron/usecases/workspace/workspace.ts';
import { goLiveSteps } from '../../../../../shared/domain/booking.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
  unpacedStart,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const newKey = 'aaaaaaaa-2222-3333-4444-555555555555';

let workspace: TestWorkspace;
let server: KdniaoServer;
let account: Account;
beforeEach(async () => {
  server = new KdniaoServer();
  workspace = await openTestWorkspace();
  account = await testAccount(workspace, {
    platform: 'kdniao',
    name: 'kdn',
    merchantId: server.merchantId,
    secret: server.apiKey,
    endpoint: await server.listen(),
    fields: { CustomerName: 'SHOP', CustomerPwd: 'old-password', Unheard: 'x' },
  });
});
afterEach(async () => {
  await workspace.close();
  await server.close();
});

type Change = Partial<Omit<Parameters<typeof changeAccount>[1], 'accountId'>>;
const change = (wish: Change) =>
  changeAccount(workspace, { accountId: account.id, isUntested: false, ...wish });
const stored = async () => (await workspace.store.read.accounts.byId(account.id)) as Account;
const opened = async () => {
  const found = await openAccount(workspace, account.id);
  if (!found.ok) throw new Error(found.code);
  return found.value.account;
};

async function plan(): Promise<void> {
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1)]));
  const orderIds = [sampleOrder(1).id];
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: null });
}

async function work(of: Workspace = workspace): Promise<void> {
  const now = workspace.clock.now();
  for (const job of await workspace.store.write((write) => write.jobs.claim(['book'], 9, now)))
    await bookShipment(of, job);
}

async function book(): Promise<void> {
  await plan();
  await work();
}

describe('a form that changes an account', () => {
  it('begins with everything but the secrets, of which it only says that they are there', async () => {
    expect(await readAccount(workspace, account.id)).toMatchObject({
      ok: true,
      value: { name: 'kdn', fields: { CustomerName: 'SHOP' }, keptSecrets: ['CustomerPwd', 'Unheard'] },
    });
    const told = JSON.stringify(await readAccount(workspace, account.id));
    for (const secret of [server.apiKey, 'old-password']) expect(told).not.toContain(secret);
  });

  it('changes only what it names; what is empty stays if it is the key and goes if it is a field', async () => {
    expect(await change({ secret: '', fields: { CustomerName: '', SendSite: '余杭' } })).toMatchObject({
      ok: true,
      value: { isSaved: true, test: null },
    });
    expect(await opened()).toMatchObject({
      secret: server.apiKey,
      fields: { CustomerPwd: 'old-password', Unheard: 'x', SendSite: '余杭' },
    });
    expect((await opened()).fields).not.toHaveProperty('CustomerName');
  });

  it('is refused with fields that cannot be, and with the name of another account', async () => {
    await testAccount(workspace, { name: 'taken' });
    expect(await change({ fields: { PayType: '9' } })).toMatchObject({ code: 'ACCOUNT_FIELD_INVALID' });
    expect(await change({ name: 'taken' })).toMatchObject({ code: 'ACCOUNT_EXISTS' });
    expect(await change({ endpoint: 'http://example.com' })).toMatchObject({
      code: 'ACCOUNT_ENDPOINT_INVALID',
    });
    expect(await stored()).toEqual(account);
  });
});

describe('a new key', () => {
  it('takes the place of the old one after one harmless call has proven it, and is recorded without it', async () => {
    server.otherKeys.push(newKey);
    expect(await change({ secret: newKey })).toMatchObject({
      ok: true,
      value: { isSaved: true, test: { ok: true } },
    });
    expect(server.requests.map((call) => server.keyOf(call))).toEqual([newKey]);
    expect(await opened()).toMatchObject({ id: account.id, secret: newKey });
    const [act] = await workspace.store.read.operatorActs.window({ offset: 0, limit: 1 });
    expect(act).toMatchObject({ kind: 'account-changed', what: 'kdn key' });
  });

  it('that the platform does not accept changes nothing, unless it is wanted untested', async () => {
    expect(await change({ secret: newKey })).toMatchObject({
      ok: true,
      value: { isSaved: false, test: { ok: false, errorCode: 'CARRIER_CREDENTIALS' } },
    });
    expect(await stored()).toEqual(account);
    expect(await change({ secret: newKey, isUntested: true })).toMatchObject({ value: { isSaved: true } });
    expect(await opened()).toMatchObject({ secret: newKey });
  });

  it('lifts the lane that the old one has stopped', async () => {
    const halt = { haltCode: 'CARRIER_CREDENTIALS', haltParamsJson: '{}', haltedAt: 1 };
    await workspace.store.write((write) => write.lanes.put(account.id, halt));
    expect(await change({ name: 'renamed' })).toMatchObject({ ok: true });
    expect(await workspace.store.read.lanes.of(account.id)).toMatchObject(halt);
    server.otherKeys.push(newKey);
    await change({ secret: newKey });
    expect(await workspace.store.read.lanes.of(account.id)).toMatchObject({ haltCode: '' });
  });

  it('signs a booking that waited for its turn while it was changed', async () => {
    server.otherKeys.push(newKey);
    const pacer = {
      take: async (lane: string) => {
        if (lane.endsWith(' send')) await change({ secret: newKey });
        return unpacedStart;
      },
    };
    await plan();
    await work({ ...workspace, pacer });
    const booked = server.requests.filter(({ service }) => service === '1007');
    expect(booked.map((call) => server.keyOf(call))).toEqual([newKey]);
    expect(await workspace.store.read.orders.byId(sampleOrder(1).id)).toMatchObject({ state: 'booked' });
  });
});

describe('what has been proven of a real account', () => {
  const lock = async () => accountLock(workspace, await stored());
  const passAll = (endpoint = '') =>
    workspace.store.write(async (write) => {
      for (const step of goLiveSteps)
        await write.goLive.put({
          accountId: account.id,
          step,
          state: 'passed',
          endpoint,
          errorCode: '',
          errorParamsJson: '{}',
          note: '',
          durationMs: 1,
          at: 1,
        });
    });
  beforeEach(async () => {
    await workspace.store.write((write) => write.accounts.update(account.id, { endpoint: null }));
    await passAll();
    expect(await lock()).toBe('unlocked');
  });

  it('stays with another name and other fields', async () => {
    await change({ name: 'renamed', fields: { CustomerPwd: 'new-password' } });
    expect(await lock()).toBe('unlocked');
  });

  it('ends with an untested key until one good test, and with another merchant altogether', async () => {
    await change({ secret: newKey, isUntested: true });
    expect(await lock()).toBe('locked');
    // The double stands in for the platform's own address.
    server.otherKeys.push(newKey);
    await workspace.store.write((write) => write.accounts.update(account.id, { endpoint: server.url }));
    expect(await tryAccount(workspace, account.id)).toMatchObject({ value: { ok: true } });
    await workspace.store.write((write) => write.accounts.update(account.id, { endpoint: null }));
    expect(await lock()).toBe('unlocked');
    await change({ merchantId: 'other', isUntested: true });
    expect(await workspace.store.read.goLive.ofAccount(account.id)).toEqual([]);
    expect(await lock()).toBe('locked');
  });
});

describe('another merchant id', () => {
  it('is refused while parcels are at the old one, where the platform knows them', async () => {
    await book();
    expect(await change({ merchantId: 'other', isUntested: true })).toEqual({
      ok: false,
      code: 'ACCOUNT_MERCHANT_KEPT',
      params: { name: 'kdn', count: 1 },
    });
    await workspace.store.write(async (write) => {
      const order = await write.orders.byId(sampleOrder(1).id);
      if (order !== undefined) await write.orders.move(order, 'handed-over');
    });
    expect(await change({ merchantId: 'other', isUntested: true })).toMatchObject({ ok: true });
  });

  it('is not needed for a word that an unconfirmed booking must repeat: that is refused too', async () => {
    server.faults.add({ kind: 'accept-then-drop', requestType: '1007', times: 1 });
    await book();
    expect(await change({ fields: { CustomerName: 'OTHER' } })).toMatchObject({ code: 'ACCOUNT_BUSY' });
    expect(await change({ fields: { CustomerPwd: 'new-password' } })).toMatchObject({ ok: true });
  });
});

describe('another name', () => {
  it('is shown wherever the account is named, what was stopped under the old one included', async () => {
    await book();
    const halt = { haltCode: 'ACCOUNT_LOCKED', haltParamsJson: '{"name":"kdn"}', haltedAt: 1 };
    await workspace.store.write((write) => write.lanes.put(account.id, halt));
    await change({ name: 'renamed' });
    expect(await readBookingHealth(workspace)).toMatchObject([
      { name: 'renamed', errorParams: { name: 'renamed' } },
    ]);
    expect(await readBookingStory(workspace, sampleOrder(1).id)).toMatchObject([
      { accountName: 'renamed', calls: [{ accountName: 'renamed' }] },
    ]);
    expect(await workspace.store.read.calls.window({}, { offset: 0, limit: 9 })).toMatchObject([
      { accountName: 'renamed' },
    ]);
  });

  it('stands in the reasons of orders that were stopped under the old one', async () => {
    await plan();
    await workspace.store.write((write) => write.accounts.update(account.id, { endpoint: null }));
    await work();
    const complaints = async () =>
      JSON.parse(
        (await workspace.store.read.orders.byId(sampleOrder(1).id))?.complaintsJson ?? '[]',
      ) as unknown;
    expect(await complaints()).toMatchObject([{ code: 'ACCOUNT_LOCKED', params: { name: 'kdn' } }]);
    await change({ name: 'renamed' });
    expect(await complaints()).toMatchObject([{ code: 'ACCOUNT_LOCKED', params: { name: 'renamed' } }]);
  });
});
