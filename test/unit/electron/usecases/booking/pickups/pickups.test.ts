import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredPickup } from '../../../../../../electron/store/booking/bookingRows.ts';
import { databaseFileName } from '../../../../../../electron/store/database/openDatabase.ts';
import { reconcileJournal } from '../../../../../../electron/usecases/booking/afterRestore/reconcileJournal.ts';
import { bookShipment } from '../../../../../../electron/usecases/booking/book.ts';
import { askPickup, workPickup } from '../../../../../../electron/usecases/booking/pickups/askPickup.ts';
import {
  bookPickup,
  type PickupWish,
} from '../../../../../../electron/usecases/booking/pickups/bookPickup.ts';
import { cancelPickup } from '../../../../../../electron/usecases/booking/pickups/cancelPickup.ts';
import { planBookings } from '../../../../../../electron/usecases/booking/plan.ts';
import { recoverWork } from '../../../../../../electron/usecases/workspace/recover.ts';
import { hourMs } from '../../../../../../shared/rules/shopTime.ts';
import { KdniaoServer } from '../../../../../doubles/platforms/kdniaoServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

const { id: orderId, orderNo } = sampleOrder(1);

let server: KdniaoServer;
let workspace: TestWorkspace;
let accountId = '';
let copies = '';
beforeEach(async () => {
  copies = mkdtempSync(join(tmpdir(), 'copies-'));
  server = new KdniaoServer();
  workspace = await openTestWorkspace();
  const account = await testAccount(workspace, {
    platform: 'kdniao',
    name: 'kdn',
    merchantId: server.merchantId,
    secret: server.apiKey,
    endpoint: await server.listen(),
  });
  accountId = account.id;
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1), sampleOrder(2)]));
  await planBookings(workspace, { orderIds: [orderId], accountId, carrier: 'ZTO', printerUri: null });
  const now = workspace.clock.now();
  for (const job of await workspace.store.write((write) => write.jobs.claim(['book'], 9, now)))
    await bookShipment(workspace, job);
});
afterEach(async () => {
  await workspace.close();
  await server.close();
  rmSync(copies, { recursive: true });
});

const call = (change: Partial<PickupWish> = {}) =>
  bookPickup(workspace, { orderId, accountId: null, kind: 'appointment', window: null, ...change });
const pickups = () => workspace.store.read.pickups.ofOrder(orderId);
const last = async () => (await pickups()).at(-1) as StoredPickup;
const ordered = () => server.services.pickups.lines.map(({ orderCode }) => orderCode);

async function start(): Promise<void> {
  await reconcileJournal(workspace);
  await recoverWork(workspace);
}

describe('calling a courier', () => {
  it('sends the frozen booking with a time and a code of its own, and shows what was answered', async () => {
    const startAt = workspace.clock.now() + hourMs;
    const window = { startAt, endAt: startAt + 2 * hourMs };
    expect(await call({ window })).toMatchObject({
      ok: true,
      value: { state: 'placed', orderCode: `${orderNo}P1`, startAt, errorCode: '' },
    });
    expect(ordered()).toEqual([`${orderNo}P1`]);
    const history = await workspace.store.read.history.ofOrder(orderId);
    expect(history.map(({ kind }) => kind)).toContain('pickup-placed');
  });

  it('is refused for an order without a number, a second time, and for a time that cannot be', async () => {
    expect(await call({ orderId: sampleOrder(2).id })).toMatchObject({ code: 'PICKUP_ORDER_NOT_BOOKED' });
    const now = workspace.clock.now();
    for (const window of [
      { startAt: now - 2 * hourMs, endAt: now - hourMs },
      { startAt: now + 2 * hourMs, endAt: now + hourMs },
      { startAt: now + hourMs, endAt: now + 8 * 24 * hourMs },
    ])
      expect(await call({ window })).toMatchObject({ code: 'PICKUP_WINDOW_INVALID' });
    await call();
    expect(await call()).toMatchObject({ code: 'PICKUP_OPEN' });
    expect(ordered()).toHaveLength(1);
  });

  it('needs a platform that sends couriers', async () => {
    const practice = await testAccount(workspace, { name: 'practice' });
    expect(await call({ accountId: practice.id })).toMatchObject({ code: 'PICKUP_ACCOUNT_CANNOT' });
    expect(await pickups()).toEqual([]);
  });

  it('after a refusal tries again under a new code', async () => {
    const body = { Success: false, ResultCode: '105', Reason: '该区域暂无快递员' };
    server.faults.add({ kind: 'reply', body, requestType: '1001', times: 1 });
    expect(await call()).toMatchObject({ ok: false });
    expect(await last()).toMatchObject({ state: 'refused' });
    expect(await call()).toMatchObject({ ok: true, value: { orderCode: `${orderNo}P2` } });
  });
});

describe('a lost answer', () => {
  it('leaves the pickup unsure; asking finds it, and no second courier is called', async () => {
    server.faults.add({ kind: 'accept-then-drop', requestType: '1001', times: 1 });
    expect(await call()).toMatchObject({ code: 'PICKUP_UNSURE' });
    expect(await call()).toMatchObject({ code: 'PICKUP_OPEN' });
    expect(await cancelPickup(workspace, { orderId, reason: '' })).toMatchObject({ code: 'PICKUP_UNSURE' });
    expect(await askPickup(workspace, (await last()).id)).toMatchObject({ value: { state: 'placed' } });
    expect(ordered()).toEqual([`${orderNo}P1`]);
  });

  it('to calling it off is asked once more, which is calm where it was done', async () => {
    await call();
    server.faults.add({ kind: 'accept-then-drop', requestType: '1004', times: 1 });
    expect(await cancelPickup(workspace, { orderId, reason: '' })).toMatchObject({
      code: 'PICKUP_CANCEL_UNSURE',
    });
    expect(await last()).toMatchObject({ state: 'cancelling' });
    expect(await askPickup(workspace, (await last()).id)).toMatchObject({ value: { state: 'cancelled' } });
    expect(await call()).toMatchObject({ value: { orderCode: `${orderNo}P2` } });
  });
});

/** Works the questions that are due, as the loop would; how many. */
async function askDue(): Promise<number> {
  const now = workspace.clock.now();
  const due = await workspace.store.write((write) => write.jobs.claim(['pickup'], 9, now));
  for (const job of due) await workPickup(workspace, job);
  return due.length;
}
const jobOfLast = async () => workspace.store.read.jobs.ofSubject((await last()).id);
const calls = async (name: string) =>
  (await workspace.store.read.calls.ofOrder(orderId)).filter((one) => one.interfaceName === name).length;

describe('an unclear answer is asked about without a person', () => {
  it('after 4 s, and the courier who was called is found', async () => {
    server.faults.add({ kind: 'accept-then-drop', requestType: '1001', times: 1 });
    await call();
    expect(await askDue()).toBe(0);
    await workspace.clock.advance(4_000);
    expect(await askDue()).toBe(1);
    expect(await last()).toMatchObject({ state: 'placed' });
    expect(await jobOfLast()).toBeUndefined();
    expect(ordered()).toHaveLength(1);
  });

  it('ever more seldom, then a person is waited for, and the next start asks once more', async () => {
    server.faults.add({ kind: 'reset-before', requestType: '1001', times: 99 });
    await call();
    for (const seconds of [4, 10, 30, 120, 600, 3_600]) {
      await workspace.clock.advance(seconds * 1_000 - 1_000);
      expect(await askDue(), `before ${seconds} s`).toBe(0);
      await workspace.clock.advance(1_000);
      expect(await askDue(), `after ${seconds} s`).toBe(1);
    }
    expect(await calls('findPickup')).toBe(6);
    expect(await jobOfLast()).toMatchObject({ state: 'parked' });
    server.faults.clear();
    workspace = await workspace.reopen();
    await start();
    expect(await askDue()).toBe(1);
    expect(await last()).toMatchObject({ state: 'placed' });
    expect(ordered()).toHaveLength(1);
  });

  it('of calling it off as well', async () => {
    await call();
    server.faults.add({ kind: 'accept-then-drop', requestType: '1004', times: 1 });
    await cancelPickup(workspace, { orderId, reason: '' });
    await workspace.clock.advance(4_000);
    expect(await askDue()).toBe(1);
    expect(await last()).toMatchObject({ state: 'cancelled' });
    expect(await jobOfLast()).toBeUndefined();
  });

  it('of calling it off, and stays open while the questions do not get through', async () => {
    await call();
    server.faults.add({ kind: 'accept-then-drop', requestType: '1004', times: 1 });
    server.faults.add({ kind: 'status', status: 403, requestType: '1004', times: 1 });
    await cancelPickup(workspace, { orderId, reason: '' });
    await workspace.clock.advance(4_000);
    await askDue();
    // The courier may be called off already: nobody is to wait for him.
    expect(await last()).toMatchObject({ state: 'cancelling' });
    await workspace.clock.advance(10_000);
    expect(await askDue()).toBe(1);
    expect(await last()).toMatchObject({ state: 'cancelled' });
  });

  it('but not once its time has passed or its parcel is gone: the question might call somebody', async () => {
    server.faults.add({ kind: 'reset-before', requestType: '1001', times: 1 });
    const startAt = workspace.clock.now() + hourMs;
    await call({ window: { startAt, endAt: startAt + hourMs } });
    await workspace.clock.advance(3 * hourMs);
    expect(await askDue()).toBe(1);
    expect(await calls('findPickup')).toBe(0);
    expect(await jobOfLast()).toMatchObject({ state: 'parked' });
    expect(ordered()).toEqual([]);
  });

  it('except after one whose record cannot be read: it waits for a person, and the others are asked after', async () => {
    const other = sampleOrder(2).id;
    await planBookings(workspace, { orderIds: [other], accountId, carrier: 'ZTO', printerUri: null });
    const now = workspace.clock.now();
    for (const job of await workspace.store.write((write) => write.jobs.claim(['book'], 9, now)))
      await bookShipment(workspace, job);
    server.faults.add({ kind: 'accept-then-drop', requestType: '1001', times: 2 });
    await call();
    await call({ orderId: other });
    const broken = await last();
    const cutOff: object = { requestJson: '{"orderCode":"T2' };
    await workspace.store.write((write) => write.pickups.note(broken.id, cutOff));
    await workspace.clock.advance(4_000);
    expect(await askDue()).toBe(2);
    expect(await last()).toMatchObject({ state: 'unsure', errorCode: 'RECORD_UNREADABLE' });
    expect(await jobOfLast()).toMatchObject({ state: 'parked' });
    expect(await workspace.store.read.pickups.ofOrder(other)).toMatchObject([{ state: 'placed' }]);
  });

  it('and a person who asks first leaves nothing to ask', async () => {
    server.faults.add({ kind: 'accept-then-drop', requestType: '1001', times: 1 });
    await call();
    await askPickup(workspace, (await last()).id);
    await workspace.clock.advance(4_000);
    await askDue();
    expect(await calls('findPickup')).toBe(1);
    expect(await jobOfLast()).toBeUndefined();
  });
});

describe('an end in the middle', () => {
  it('of the call: the next start asks after it, and orders nothing again', async () => {
    server.faults.add({ kind: 'accept-then-silence', requestType: '1001', times: 1 });
    const gone = call().catch(() => undefined);
    while (ordered().length === 0) await new Promise(setImmediate);
    workspace = await workspace.reopen();
    await start();
    expect(await last()).toMatchObject({ state: 'unsure' });
    expect(await askPickup(workspace, (await last()).id)).toMatchObject({ value: { state: 'placed' } });
    expect(ordered()).toHaveLength(1);
    await gone;
  });

  it('a restored backup takes up what it has missed: asked, never ordered twice', async () => {
    workspace = await workspace.reopen();
    const copy = join(copies, 'copy.db');
    copyFileSync(join(workspace.folder, databaseFileName), copy);
    await call();
    workspace = await workspace.reopen(copy);
    await start();
    expect(await pickups()).toEqual([]);
    expect(await call()).toMatchObject({ ok: true, value: { state: 'placed', orderCode: `${orderNo}P1` } });
    expect(ordered()).toEqual([`${orderNo}P1`]);
    expect(await workspace.store.read.calls.ofOrder(orderId)).toEqual(
      expect.arrayContaining([expect.objectContaining({ interfaceName: 'findPickup' })]),
    );
  });

  it('a restored backup never uses the code of a pickup that was called off', async () => {
    workspace = await workspace.reopen();
    const copy = join(copies, 'copy.db');
    copyFileSync(join(workspace.folder, databaseFileName), copy);
    await call();
    await cancelPickup(workspace, { orderId, reason: '改天' });
    workspace = await workspace.reopen(copy);
    await start();
    expect(await call()).toMatchObject({ ok: true, value: { orderCode: `${orderNo}P2` } });
    expect(ordered()).toEqual([`${orderNo}P1`, `${orderNo}P2`]);
  });
});
