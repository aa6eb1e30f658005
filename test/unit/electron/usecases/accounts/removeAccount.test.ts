import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Order } from '../../../../../electron/store/schema.ts';
import { readAccountUse } from '../../../../../electron/usecases/accounts/accountUse.ts';
import { removeAccount } from '../../../../../electron/usecases/accounts/removeAccount.ts';
import { reconcileJournal } from '../../../../../electron/usecases/booking/afterRestore/reconcileJournal.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { readRuleSet, saveRuleSet } from '../../../../../electron/usecases/booking/choosing/ruleSets.ts';
import { answerVoid } from '../../../../../electron/usecases/booking/givingBack/voidByHand.ts';
import { setFallback } from '../../../../../electron/usecases/booking/lanes.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { readBookingStory } from '../../../../../electron/usecases/booking/story.ts';
import { cancelOrder } from '../../../../../electron/usecases/orders/edit.ts';
import { refreshTracking } from '../../../../../electron/usecases/tracking/refreshTracking.ts';
import { recoverWork } from '../../../../../electron/usecases/workspace/recover.ts';
import { changeSettings, readSettings } from '../../../../../electron/usecases/workspace/settings.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { sampleRuleSet } from '../../../../doubles/workspace/sampleRuleSet.ts';

let workspace: TestWorkspace;
let server: KdniaoServer;
let endpoint: string;
let account: Account;
beforeEach(async () => {
  server = new KdniaoServer();
  endpoint = await server.listen();
  workspace = await openTestWorkspace();
  account = await add('kdn');
});
afterEach(async () => {
  await workspace.close();
  await server.close();
});

const add = (name: string, change: Partial<Parameters<typeof testAccount>[1]> = {}) =>
  testAccount(workspace, {
    platform: 'kdniao',
    name,
    merchantId: server.merchantId,
    secret: server.apiKey,
    endpoint,
    ...change,
  });
const remove = (heirId: string | null = null, accountId = account.id) =>
  removeAccount(workspace, { accountId, heirId });
const order = async (no = 1) => (await workspace.store.read.orders.byId(sampleOrder(no).id)) as Order;
const cancel = (no = 1) => cancelOrder(workspace, { orderId: sampleOrder(no).id, version: null });
const voids = () => server.requests.filter(({ service }) => service === '1147').length;

async function plan(...nos: number[]): Promise<void> {
  await workspace.store.write((write) => write.orders.insertMany(nos.map((no) => sampleOrder(no))));
  const orderIds = nos.map((no) => sampleOrder(no).id);
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: null });
}

async function work(): Promise<void> {
  await workspace.clock.advance(5_000);
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim(['book', 'find'], 50, now));
  for (const job of jobs) await bookShipment(workspace, job);
}

/** As the removals of earlier versions left it: the row is gone, and nothing says which merchant it was. */
async function removeAsBefore(): Promise<void> {
  await workspace.store.write(async (write) => {
    await write.accounts.remove(account.id);
    await write.removedAccounts.insert({
      id: account.id,
      name: 'kdniao',
      platform: 'kdniao',
      merchantId: null,
      endpoint: null,
      createdAt: 1,
      removedAt: 1,
      handedTo: null,
    });
  });
}

describe('removing an account', () => {
  it('is refused while parcels, pickups or rules need it, and says how many of what', async () => {
    await plan(1, 2);
    await work();
    await plan(3);
    await saveRuleSet(workspace, sampleRuleSet(account.id, workspace.clock.now()), 0);
    expect(await remove()).toMatchObject({
      ok: false,
      code: 'ACCOUNT_IN_USE',
      params: { name: 'kdn', count: 3, waiting: 1, booked: 2, unconfirmed: 0, pickups: 0, rules: 6 },
    });
    expect(await readAccountUse(workspace, account.id)).toMatchObject({
      value: {
        parcels: { planned: 1, booked: 2 },
        orders: [1, 2, 3].map((no) => ({ orderNo: sampleOrder(no).orderNo })),
        heirs: [],
      },
    });
    expect(await workspace.store.read.accounts.byId(account.id)).toEqual(account);
  });

  it('goes through once its parcels are handed over, and history and calls go on naming it', async () => {
    await plan(1);
    await work();
    await workspace.store.write(
      async (write) => void (await write.orders.move(await order(), 'handed-over')),
    );
    await changeSettings(workspace, { defaultAccountId: account.id });
    expect(await remove()).toMatchObject({ ok: true });
    expect(await workspace.store.read.accounts.all()).toEqual([]);
    expect((await readSettings(workspace)).defaultAccountId).toBeNull();
    expect(await readBookingStory(workspace, sampleOrder(1).id)).toMatchObject([{ accountName: 'kdn' }]);
    expect(await workspace.store.read.calls.window({}, { offset: 0, limit: 9 })).toMatchObject([
      { accountName: 'kdn' },
    ]);
    const [act] = await workspace.store.read.operatorActs.window({ offset: 0, limit: 1 });
    expect(act).toMatchObject({ kind: 'account-removed', what: 'kdn' });
    // Its name is free again, and nothing secret of it is left.
    expect(await add('kdn')).toMatchObject({ name: 'kdn' });
    expect(Object.keys((await workspace.store.read.removedAccounts.byId(account.id)) ?? {})).not.toContain(
      'sealedSecret',
    );
  });
});

describe('handing an account over', () => {
  it('is refused to another platform, merchant or address', async () => {
    const others = [
      await add('merchant', { merchantId: 'other' }),
      await add('address', { endpoint: 'http://127.0.0.1:9' }),
      await testAccount(workspace, { name: 'practice' }),
      account,
    ];
    for (const { id } of others) expect(await remove(id)).toMatchObject({ code: 'ACCOUNT_HEIR_OTHER' });
    expect(await workspace.store.read.accounts.all()).toHaveLength(4);
  });

  it('lets what was not sent wait with the heir, with rules, default, backup and prices', async () => {
    const heir = await add('heir');
    const third = await add('third', { merchantId: 'other' });
    await plan(1);
    await saveRuleSet(workspace, sampleRuleSet(account.id, workspace.clock.now()), 0);
    await changeSettings(workspace, { defaultAccountId: account.id });
    await setFallback(workspace, { accountId: third.id, fallback: 'backup', backupAccountId: account.id });
    await setFallback(workspace, { accountId: heir.id, fallback: 'backup', backupAccountId: account.id });
    expect(await remove(heir.id)).toMatchObject({ ok: true });
    const [shipment] = await workspace.store.read.shipments.ofOrder(sampleOrder(1).id);
    expect(shipment).toMatchObject({ accountId: heir.id, state: 'planned' });
    expect(await workspace.store.read.jobs.ofSubject(shipment?.id ?? '')).toMatchObject({ lane: heir.id });
    const { set, versionNo } = await readRuleSet(workspace.store.read);
    expect(versionNo).toBe(2);
    expect(JSON.stringify(set)).not.toContain(account.id);
    expect((await readSettings(workspace)).defaultAccountId).toBe(heir.id);
    expect(await workspace.store.read.lanes.of(third.id)).toMatchObject({ backupAccountId: heir.id });
    // It cannot fall back on itself.
    expect(await workspace.store.read.lanes.of(heir.id)).toMatchObject({ fallback: 'wait' });
    await work();
    expect(await order()).toMatchObject({ state: 'booked' });
    expect(server.ledger.lines).toHaveLength(1);
  });

  it('lets the heir ask after a booking whose outcome is not known, under the code it was sent with', async () => {
    const heir = await add('heir');
    server.faults.add({ kind: 'accept-then-drop', requestType: '1007', times: 1 });
    await plan(1);
    await work();
    expect(await order()).toMatchObject({ shipmentState: 'unsure' });
    expect(await remove(heir.id)).toMatchObject({ ok: true });
    await work();
    expect(await order()).toMatchObject({ state: 'booked' });
    expect(server.ledger.lines).toHaveLength(1);
    // A start after it finds journal and booking under the same id, and asks nothing anew.
    workspace = await workspace.reopen();
    await reconcileJournal(workspace);
    await recoverWork(workspace);
    expect(await workspace.store.read.outsideReferences.countOpen()).toBe(0);
    expect(await order()).toMatchObject({ state: 'booked', shipmentState: 'booked' });
  });

  it('lets the heir give a number back and follow a parcel, over two removals', async () => {
    const heir = await add('heir');
    const last = await add('last');
    await plan(1, 2);
    await work();
    await remove(heir.id);
    expect(await remove(null, heir.id)).toMatchObject({ code: 'ACCOUNT_IN_USE', params: { booked: 2 } });
    await remove(last.id, heir.id);
    expect(await cancel(1)).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    expect(voids()).toBe(1);
    const { waybillNo } = await order(2);
    expect(await refreshTracking(workspace, { waybillNos: [waybillNo] })).toMatchObject({ refreshed: 1 });
  });
});

describe('a booked order whose account was removed long ago', () => {
  beforeEach(async () => {
    await plan(1);
    await work();
    await removeAsBefore();
  });

  it('becomes a question to a person when it is cancelled, instead of hanging for ever', async () => {
    expect(await cancel()).toMatchObject({ code: 'VOID_ACCOUNT_REMOVED', params: { name: 'kdniao' } });
    expect(await order()).toMatchObject({ shipmentState: 'voiding', errorCode: 'VOID_ACCOUNT_REMOVED' });
    const orderId = sampleOrder(1).id;
    const answered = await answerVoid(workspace, { orderId, answer: 'cancelled', note: '后台已取消' });
    expect(answered).toMatchObject({ ok: true, value: { state: 'cancelled', shipmentState: 'voided' } });
    const history = await workspace.store.read.history.ofOrder(orderId);
    expect(history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['given-back-by-hand', 'voided']));
  });

  it('goes on with its number when a person has seen that it was not cancelled', async () => {
    await cancel();
    const orderId = sampleOrder(1).id;
    expect(await answerVoid(workspace, { orderId, answer: 'stands', note: '后台仍有效' })).toMatchObject({
      value: { state: 'booked', shipmentState: 'booked', errorCode: '' },
    });
  });

  it('is found at the next start where an earlier version left it hanging', async () => {
    await cancel();
    // What an earlier version wrote.
    await workspace.store.write(async (write) => {
      const [shipment] = await write.shipments.ofOrder(sampleOrder(1).id);
      await write.shipments.note(shipment?.id ?? '', { errorCode: 'VOID_UNSURE', errorParamsJson: '{}' });
      await write.orders.show(sampleOrder(1).id, { errorCode: 'VOID_UNSURE' });
    });
    workspace = await workspace.reopen();
    await recoverWork(workspace);
    expect(await order()).toMatchObject({ errorCode: 'VOID_ACCOUNT_REMOVED' });
  });

  it('is given back at the platform once the account is added again', async () => {
    await cancel();
    await add('again');
    expect(await order()).toMatchObject({ shipmentState: 'voiding', errorCode: 'VOID_UNSURE' });
    const orderId = sampleOrder(1).id;
    // Now the platform can be asked: its word counts.
    expect(await answerVoid(workspace, { orderId, answer: 'stands', note: 'x' })).toMatchObject({
      code: 'VOID_UNSURE',
    });
    expect(await cancel()).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    expect(voids()).toBe(1);
  });

  it('is not taken for one that never was where its outcome is unknown and its merchant too', async () => {
    await workspace.store.write(async (write) => {
      const [shipment] = await write.shipments.ofOrder(sampleOrder(1).id);
      if (shipment !== undefined)
        await write.shipments.insert({ ...shipment, id: 's-unsure', orderCode: 'U1', state: 'unsure' });
    });
    await add('again');
    expect(await workspace.store.read.removedAccounts.byId(account.id)).toMatchObject({ handedTo: null });
  });
});

it('an account that was added again answers for the parcels of the removed one, of the same merchant only', async () => {
  await plan(1);
  await work();
  await workspace.store.write(async (write) => void (await write.orders.move(await order(), 'in-transit')));
  await remove();
  const { waybillNo } = await order();
  await add('other', { merchantId: 'other' });
  expect(await refreshTracking(workspace, { waybillNos: [waybillNo] })).toMatchObject({
    errorCode: 'ACCOUNT_NOT_FOUND',
  });
  await add('again');
  expect(await refreshTracking(workspace, { waybillNos: [waybillNo] })).toMatchObject({ refreshed: 1 });
});
