import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../electron/store/schema.ts';
import { bookShipment } from '../../electron/usecases/booking/book.ts';
import { planBookings } from '../../electron/usecases/booking/plan.ts';
import { recoverWork } from '../../electron/usecases/workspace/recover.ts';
import { hourMs } from '../../shared/rules/shopTime.ts';
import { Kuaidi100Server, kuaidi100Keys } from '../doubles/platforms/kuaidi100Server.ts';
import type { PlatformDouble } from '../doubles/platforms/platformDouble.ts';
import { SfServer, sfKeys } from '../doubles/platforms/sfServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';

const order = sampleOrder(0);

let workspace: TestWorkspace;
let doubles: PlatformDouble[];

beforeEach(async () => {
  workspace = await openTestWorkspace();
  doubles = [];
});
afterEach(async () => {
  for (const double of doubles) await double.close();
  await workspace.close();
});

async function sfAccount(visibleAfterMs = 0): Promise<readonly [Account, SfServer]> {
  const double = new SfServer({ now: () => workspace.clock.now(), visibleAfterMs });
  doubles.push(double);
  const account = await testAccount(workspace, {
    platform: 'sf',
    merchantId: sfKeys.partnerId,
    secret: sfKeys.checkword,
    endpoint: await double.listen(),
  });
  return [account, double];
}

async function kuaidi100Account(): Promise<readonly [Account, Kuaidi100Server]> {
  const double = new Kuaidi100Server({ now: () => workspace.clock.now() });
  doubles.push(double);
  const account = await testAccount(workspace, {
    platform: 'kuaidi100',
    merchantId: kuaidi100Keys.key,
    secret: kuaidi100Keys.secret,
    fields: { customer: kuaidi100Keys.customer, partnerId: 'K1' },
    endpoint: await double.listen(),
  });
  return [account, double];
}

async function plan(account: Account, carrier: string, orders = [order]) {
  await workspace.store.write((write) => write.orders.insertMany(orders));
  return planAgain(account, carrier, orders);
}

function planAgain(account: Account, carrier: string, orders = [order]) {
  const orderIds = orders.map(({ id }) => id);
  return planBookings(workspace, { orderIds, accountId: account.id, carrier, printerUri: null });
}

/** Lets time pass in steps and works what is due, as the loop would. */
async function pass(totalMs: number, stepMs = Math.max(1_000, totalMs / 200)): Promise<void> {
  for (let passedMs = 0; passedMs <= totalMs; passedMs += stepMs) {
    const now = workspace.clock.now();
    const jobs = await workspace.store.write((write) => write.jobs.claim(['book', 'find'], 10, now));
    for (const job of jobs) await bookShipment(workspace, job);
    await workspace.clock.advance(stepMs);
  }
}

const seen = async (id = order.id) => (await workspace.store.read.orders.byId(id))!;
const shipment = async (id = order.id) => (await workspace.store.read.shipments.ofOrder(id)).at(-1)!;

describe('a platform that shows new orders late', () => {
  it.each([30_000, 600_000])('%i ms: stays unsure, is found, and was booked once', async (visibleAfterMs) => {
    const [account, double] = await sfAccount(visibleAfterMs);
    double.faults.add({ kind: 'accept-then-drop', times: 1 });
    await plan(account, 'SF');
    await pass(10_000);
    expect(await shipment()).toMatchObject({ state: 'unsure' });
    await pass(3 * hourMs);
    expect(double.ledger.lines).toHaveLength(1);
    expect(await seen()).toMatchObject({ state: 'booked', waybillNo: double.ledger.lines[0]?.waybillNo });
  });
});

describe('a platform that shows a used code never', () => {
  it('is never booked at again, nor is the order called refused, through failed questions and restarts', async () => {
    const [account, double] = await sfAccount(1_000 * hourMs);
    double.faults.add({ kind: 'accept-then-drop', times: 1 });
    await plan(account, 'SF');
    for (let restart = 0; restart < 5; restart++) {
      double.faults.add({ kind: 'status', status: 503, requestType: 'EXP_RECE_SEARCH_ORDER_RESP', times: 1 });
      await pass(3 * hourMs);
      await recoverWork(workspace);
    }
    expect(double.ledger.lines).toHaveLength(1);
    expect(await shipment()).toMatchObject({ state: 'unsure', errorCode: 'CARRIER_EXISTS_UNSEEN' });
    expect(await seen()).toMatchObject({ state: 'booking' });
  });
});

describe('a platform that forgets order codes after 48 hours', () => {
  async function loseReplyAndNetwork(): Promise<Kuaidi100Server> {
    const [account, double] = await kuaidi100Account();
    double.faults.add({ kind: 'accept-then-drop', times: 1 });
    double.faults.add({ kind: 'reset-before' });
    await plan(account, 'ZTO');
    await pass(3 * hourMs);
    expect(await shipment()).toMatchObject({ state: 'unsure' });
    double.faults.clear();
    return double;
  }

  it('is asked again within them: the one waybill is found', async () => {
    const double = await loseReplyAndNetwork();
    await workspace.clock.advance(42 * hourMs);
    await recoverWork(workspace);
    await pass(60_000);
    expect(double.ledger.lines).toHaveLength(1);
    expect(await seen()).toMatchObject({ state: 'booked', waybillNo: double.ledger.lines[0]?.waybillNo });
  });

  it('is never asked after them, when asking would book anew: a person gets the order', async () => {
    const double = await loseReplyAndNetwork();
    const sent = double.requests.length;
    await workspace.clock.advance(46 * hourMs);
    await recoverWork(workspace);
    await pass(3 * hourMs);
    expect(double.requests).toHaveLength(sent);
    expect(double.ledger.lines).toHaveLength(1);
    expect(await shipment()).toMatchObject({ state: 'unsure', errorCode: 'FIND_TOO_LATE' });
    expect(await workspace.store.read.jobs.ofSubject((await shipment()).id)).toMatchObject({
      state: 'parked',
    });
  });
});

describe('a second platform', () => {
  it('gets no order whose outcome at the first is unknown, and the first answers late', async () => {
    const [first, kuaidi100] = await kuaidi100Account();
    const [second, sf] = await sfAccount();
    kuaidi100.faults.add({ kind: 'accept-then-drop', times: 1 });
    await plan(first, 'SF');
    await pass(1_000);
    expect(await shipment()).toMatchObject({ state: 'unsure', accountId: first.id });
    expect(await planAgain(second, 'SF')).toMatchObject({ ok: true, value: { planned: 0 } });
    await pass(2 * hourMs);
    expect(sf.ledger.lines).toHaveLength(0);
    expect(kuaidi100.ledger.lines).toHaveLength(1);
    expect(await seen()).toMatchObject({ state: 'booked', waybillNo: kuaidi100.ledger.lines[0]?.waybillNo });
  });
});

describe('one number told for two orders', () => {
  it('is kept for the first; the second stays unsure and with a person', async () => {
    const [account, double] = await kuaidi100Account();
    const other = sampleOrder(1);
    await plan(account, 'ZTO');
    await pass(1_000);
    const taken = (await seen()).waybillNo;
    double.faults.add({ kind: 'patch', orderCode: other.orderNo, body: { data: { kuaidinum: taken } } });
    await plan(account, 'ZTO', [other]);
    await pass(2 * hourMs);
    expect(await seen()).toMatchObject({ state: 'booked', waybillNo: taken });
    expect(await shipment(other.id)).toMatchObject({ state: 'unsure', errorCode: 'CARRIER_WRONG_REPLY' });
  });
});
