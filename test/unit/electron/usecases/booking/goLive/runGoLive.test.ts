import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../../electron/usecases/booking/book.ts';
import { accountLock, readGoLive } from '../../../../../../electron/usecases/booking/goLive/checklist.ts';
import { runGoLive } from '../../../../../../electron/usecases/booking/goLive/runGoLive.ts';
import { readBookingHealth } from '../../../../../../electron/usecases/booking/health.ts';
import { planBookings } from '../../../../../../electron/usecases/booking/plan.ts';
import { accountReport } from '../../../../../../electron/usecases/booking/preflight/accountReport.ts';
import { readSettings } from '../../../../../../electron/usecases/workspace/settings.ts';
import { KdniaoServer } from '../../../../../doubles/platforms/kdniaoServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let server: KdniaoServer;
let account: Account;

beforeEach(async () => {
  server = new KdniaoServer();
  await server.listen();
  workspace = await openTestWorkspace();
  account = await testAccount(workspace, { platform: 'kdniao', endpoint: null, secret: 'real-key' });
});
afterEach(async () => {
  await workspace.close();
  await server.close();
});

const test = (change: Partial<Parameters<typeof runGoLive>[1]> = {}) =>
  runGoLive(workspace, {
    accountId: account.id,
    testMerchantId: server.merchantId,
    testSecret: server.apiKey,
    testEndpoint: server.url,
    carrier: 'ZTO',
    printerUri: null,
    ...change,
  });

const states = (outcome: Awaited<ReturnType<typeof test>>) =>
  outcome.ok ? outcome.value.steps.map(({ step, state }) => `${step} ${state}`) : outcome.code;

async function plan() {
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(0)]));
  return planBookings(workspace, {
    orderIds: [sampleOrder(0).id],
    accountId: account.id,
    carrier: 'ZTO',
    printerUri: null,
  });
}

describe('an account that wants to book for real', () => {
  it('is locked: nothing is planned, and what was planned before is given back unsent', async () => {
    expect(await plan()).toMatchObject({ ok: false, code: 'ACCOUNT_LOCKED' });
    expect(await workspace.store.read.orders.count({ state: 'ready' })).toBe(1);
  });

  it('unlocks once signature, create, query, print, track and cancel have passed with test keys', async () => {
    expect(states(await test())).toEqual([
      'signature passed',
      'create passed',
      'query passed',
      'print passed',
      'track passed',
      'cancel passed',
    ]);
    expect(await accountLock(workspace, account)).toBe('unlocked');
    expect(server.ledger.lines.map(({ isCancelled }) => isCancelled)).toEqual([true]);
    expect(await plan()).toMatchObject({ ok: true, value: { planned: 1 } });
    expect(await workspace.store.read.goLive.ofAccount(account.id)).toHaveLength(6);
  });

  it('stays locked when one step fails, and the number that was created is given back all the same', async () => {
    const outcome = await test({ printerUri: 'tcp://127.0.0.1:1?lang=zpl' });
    expect(states(outcome)).not.toContain('print passed');
    expect(await accountLock(workspace, account)).toBe('locked');
    expect(server.ledger.lines.every(({ isCancelled }) => isCancelled)).toBe(true);
  });

  it('stays locked while the platform lets it not ask where a parcel is', async () => {
    for (const requestType of ['1002', '8001', '8002'])
      server.faults.add({
        kind: 'reply',
        requestType,
        body: { Success: false, ResultCode: '402', Reason: '没有权限' },
      });
    expect(states(await test())).toEqual(expect.arrayContaining(['track failed', 'cancel passed']));
    expect(await accountLock(workspace, account)).toBe('locked');
  });

  it('stays live when it passed before tracking was a step, and every batch says what is left to try', async () => {
    await test();
    const rows = await workspace.store.read.goLive.ofAccount(account.id);
    await workspace.store.write(async (write) => {
      await write.goLive.forget(account.id);
      for (const row of rows) if (row.step !== 'track') await write.goLive.put(row);
    });
    expect(await accountLock(workspace, account)).toBe('unlocked');
    expect((await readGoLive(workspace, account)).untried).toEqual(['track']);
    const { findings } = await accountReport(workspace, {
      accountId: account.id,
      lanes: [],
      settings: await readSettings(workspace),
      sender: null,
      mayAsk: false,
    });
    expect(findings).toContainEqual(expect.objectContaining({ state: 'warn', code: 'GOLIVE_TRACK_UNTRIED' }));
    await test();
    expect((await readGoLive(workspace, account)).untried).toEqual([]);
  });

  it('does not try things out with its real keys at the real address', async () => {
    for (const change of [
      { testMerchantId: '', testSecret: '', testEndpoint: '' },
      { testMerchantId: account.merchantId, testSecret: 'real-key', testEndpoint: '' },
    ])
      expect(await test(change)).toMatchObject({ ok: false, code: 'ACCOUNT_TEST_KEYS_MISSING' });
    expect(server.requests).toEqual([]);
  });

  it('stays unlocked when a later test fails', async () => {
    await test();
    expect(states(await test({ testSecret: 'wrong' }))).toContain('signature failed');
    expect(await accountLock(workspace, account)).toBe('unlocked');
  });

  it('is a test account, and locked behind nothing, when its endpoint was replaced', async () => {
    const replaced = await testAccount(workspace, {
      platform: 'kdniao',
      name: 'replaced',
      endpoint: server.url,
    });
    expect(await accountLock(workspace, replaced)).toBe('test');
  });

  it('gives waiting orders back in words when its queue is worked before it may', async () => {
    await test();
    await plan();
    await workspace.store.write((write) => write.goLive.forget(account.id));
    const now = workspace.clock.now();
    const [job] = await workspace.store.write((write) => write.jobs.claim(['book'], 1, now));
    const requests = server.requests.length;
    expect(await bookShipment(workspace, job!)).toMatchObject({ kind: 'halted' });
    expect(server.requests).toHaveLength(requests);
    expect(await workspace.store.read.orders.byId(sampleOrder(0).id)).toMatchObject({
      state: 'ready',
      errorCode: 'ACCOUNT_LOCKED',
    });
    const health = (await readBookingHealth(workspace)).find(({ accountId }) => accountId === account.id);
    expect(health).toMatchObject({ lock: 'locked', lane: 'stopped', errorCode: 'ACCOUNT_LOCKED' });
  });

  it('keeps no trace of the test keys', async () => {
    await test();
    const rows = [
      await workspace.store.read.goLive.ofAccount(account.id),
      await workspace.store.read.calls.window({}, { offset: 0, limit: 50 }),
      await workspace.store.read.accounts.all(),
    ];
    expect(JSON.stringify(rows)).not.toContain(server.apiKey);
  });
});
