import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseFileName } from '../../../../../../electron/store/database/openDatabase.ts';
import type { Order } from '../../../../../../electron/store/schema.ts';
import { reconcileJournal } from '../../../../../../electron/usecases/booking/afterRestore/reconcileJournal.ts';
import { bindWaybill } from '../../../../../../electron/usecases/booking/bind.ts';
import { bookShipment } from '../../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../../electron/usecases/booking/plan.ts';
import { cancelOrder } from '../../../../../../electron/usecases/orders/edit.ts';
import { recoverWork } from '../../../../../../electron/usecases/workspace/recover.ts';
import { unknownOutcome } from '../../../../../../shared/errors/outcome.ts';
import {
  type ScriptedPlatform,
  scriptedPlatform,
} from '../../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

const number = '73610555582883';
const { id: orderId } = sampleOrder(1);

let copies = '';
let workspace: TestWorkspace;
let platform: ScriptedPlatform;
let accountId = '';
beforeEach(async () => {
  copies = mkdtempSync(join(tmpdir(), 'copies-'));
  platform = scriptedPlatform();
  workspace = await openTestWorkspace({ platforms: [platform] });
  accountId = (await testAccount(workspace, { platform: 'scripted' })).id;
});
afterEach(async () => {
  await workspace.close();
  rmSync(copies, { recursive: true });
});

const copyPath = () => join(copies, 'copy.db');
const bring = (id = orderId) =>
  workspace.store.write((write) => write.orders.insertMany([sampleOrder(1, { id })]));
const order = async (id = orderId) => (await workspace.store.read.orders.byId(id)) as Order;
const bind = (waybillNo: string, id = orderId) =>
  bindWaybill(workspace, { orderId: id, waybillNo, carrier: 'ZTO' });
const plan = (id = orderId) =>
  planBookings(workspace, { orderIds: [id], accountId, carrier: 'ZTO', printerUri: null });

async function backUp(): Promise<void> {
  workspace = await workspace.reopen();
  copyFileSync(join(workspace.folder, databaseFileName), copyPath());
}

async function restore(): Promise<void> {
  workspace = await workspace.reopen(copyPath());
  await start();
}

async function start(): Promise<void> {
  await reconcileJournal(workspace);
  await recoverWork(workspace);
}

/** Works what is due, as the loop would. */
async function work(): Promise<void> {
  const now = workspace.clock.now();
  const due = await workspace.store.write((write) => write.jobs.claim(['book', 'find'], 9, now));
  for (const job of due) await bookShipment(workspace, job);
}

const booked = { state: 'booked', waybillNo: number, bookedCarrier: 'ZTO' };

describe('a number bound by hand after the backup that is restored', () => {
  it('comes back with its order when that is sent out again, and no platform is called', async () => {
    await bring();
    await backUp();
    await bind(number);
    await restore();
    expect(await order()).toMatchObject({ state: 'ready', waybillNo: '' });
    expect(await plan()).toMatchObject({ ok: true, value: { planned: 0, refused: [] } });
    await work();
    expect(await order()).toMatchObject({ ...booked, platform: 'manual' });
    expect(await workspace.store.read.tracking.byWaybill(number)).toMatchObject({ orderId });
    expect(platform.calls).toEqual([]);
    expect(await workspace.store.read.outsideReferences.countOpen()).toBe(0);
  });

  it('is known by the content of an order that the backup never had, whatever row it is now', async () => {
    await backUp();
    await bring();
    await bind(number);
    await restore();
    await bring('another-row');
    await plan('another-row');
    expect(await order('another-row')).toMatchObject(booked);
    expect(platform.calls).toEqual([]);
  });

  it('takes an order out of the queue of the old backup before anything is sent', async () => {
    await bring();
    await plan();
    await backUp();
    await bind(number);
    await restore();
    await work();
    expect(platform.calls).toEqual([]);
    expect(await order()).toMatchObject({ state: 'ready', shipmentState: 'refused' });
    await plan();
    expect(await order()).toMatchObject(booked);
    expect(platform.calls).toEqual([]);
  });

  it('settles the unsure booking it answered, without asking again', async () => {
    await bring();
    await plan();
    await backUp();
    platform.next.push(unknownOutcome('NETWORK_TIMEOUT'));
    await work();
    await bind(number);
    expect(platform.calls).toHaveLength(1);
    await restore();
    expect(await order()).toMatchObject({ ...booked, platform: 'scripted' });
    await work();
    expect(platform.calls).toHaveLength(1);
  });

  it('may be bound again by hand, and only it', async () => {
    await bring();
    await backUp();
    await bind(number);
    await restore();
    expect(await bind('73610555582884')).toMatchObject({
      code: 'BOUND_BEFORE_RESTORE',
      params: { waybillNo: number },
    });
    expect(await bind(number)).toMatchObject({ ok: true, value: booked });
    expect(await workspace.store.read.outsideReferences.countOpen()).toBe(0);
  });

  it('stays with the order that a person has bound it to since', async () => {
    await bring();
    await backUp();
    await bind(number);
    await restore();
    const other = sampleOrder(2);
    await workspace.store.write((write) => write.orders.insertMany([other]));
    expect(await bind(number, other.id)).toMatchObject({ ok: true });
    expect(await plan()).toMatchObject({
      value: { planned: 0, refused: [{ failure: { code: 'WAYBILL_TAKEN', params: { waybillNo: number } } }] },
    });
    expect(await order(other.id)).toMatchObject(booked);
    expect((await order()).waybillNo).toBe('');
  });

  it('is reported once as given back when it was cancelled since, and the order then gets a new code', async () => {
    await bring();
    await backUp();
    await bind(number);
    await cancelOrder(workspace, { orderId, version: null });
    await restore();
    expect(await plan()).toMatchObject({
      value: { refused: [{ failure: { code: 'VOIDED_BEFORE_RESTORE' } }] },
    });
    await workspace.store.write(async (write) => write.orders.move(await order(), 'ready'));
    expect(await plan()).toMatchObject({ value: { planned: 1 } });
    const [shipment] = await workspace.store.read.shipments.ofOrder(orderId);
    expect(shipment?.orderCode).toBe(`${sampleOrder(1).orderNo}R2`);
  });
});

describe('an order that a platform may have booked after the backup', () => {
  it('is asked for before a number of hand is taken, at the account that is still there', async () => {
    await bring();
    await backUp();
    await plan();
    await work();
    await restore();
    expect(await bind(number)).toMatchObject({ code: 'ASK_BEFORE_BINDING' });
    await workspace.store.write((write) => write.accounts.remove(accountId));
    expect(await bind(number)).toMatchObject({ ok: true, value: booked });
  });

  it('is not sent by the account that had it in its queue, once another one took it over', async () => {
    const other = (await testAccount(workspace, { platform: 'scripted', name: 'other' })).id;
    await bring();
    await plan();
    await backUp();
    const [first] = await workspace.store.read.shipments.ofOrder(orderId);
    await workspace.store.write(async (write) => {
      if (first !== undefined) await write.shipments.move(first, 'refused');
      const job = await write.jobs.ofSubject(first?.id ?? '');
      if (job !== undefined) await write.jobs.settle(job);
      await write.orders.move(await order(), 'ready');
    });
    const orderIds = [orderId];
    await planBookings(workspace, { orderIds, accountId: other, carrier: 'ZTO', printerUri: null });
    await work();
    expect(platform.calls).toHaveLength(1);
    await restore();
    await work();
    expect(platform.calls).toHaveLength(1);
    await plan();
    await work();
    expect(platform.calls.map(({ kind }) => kind)).toEqual(['book', 'find']);
  });
});
