import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMs } from '../../../../../electron/dispatch/breaker.ts';
import type { Account, Job, Order, Shipment } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { actAs } from '../../../../../electron/usecases/operators/desk.ts';
import { cancelOrder } from '../../../../../electron/usecases/orders/edit.ts';
import { queuePrints } from '../../../../../electron/usecases/printing/queue.ts';
import { recoverWork } from '../../../../../electron/usecases/workspace/recover.ts';
import { startWorkers } from '../../../../../electron/usecases/workspace/workers.ts';
import type { Workspace } from '../../../../../electron/usecases/workspace/workspace.ts';
import { didNotHappen, happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import {
  bookingNo,
  type ScriptedPlatform,
  scriptedPlatform,
} from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let platform: ScriptedPlatform;
let account: Account;

beforeEach(async () => {
  platform = scriptedPlatform();
  workspace = await openTestWorkspace({ platforms: [platform] });
  account = await testAccount(workspace, { platform: 'scripted' });
});
afterEach(() => workspace.close());

async function plan(
  count: number,
  change: Partial<Order> = {},
  printerUri: string | null = null,
  hands: Workspace = workspace,
) {
  const orders = Array.from({ length: count }, (_, no) => sampleOrder(no, change));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  const planned = await planBookings(hands, {
    orderIds,
    accountId: account.id,
    carrier: 'ZTO',
    printerUri,
  });
  expect(planned).toEqual({ ok: true, value: { planned: count, refused: [] } });
}

/** Claims what is due and works it, as the loop would. */
async function workDue() {
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim(['book', 'find'], 100, now));
  const worked = [];
  for (const job of jobs) worked.push(await bookShipment(workspace, job));
  return worked;
}

const order = async (no = 0) => (await workspace.store.read.orders.byId(sampleOrder(no).id)) as Order;
const shipment = async (no = 0) =>
  (await workspace.store.read.shipments.ofOrder(sampleOrder(no).id)).at(-1) as Shipment;
const job = async (no = 0) => workspace.store.read.jobs.ofSubject((await shipment(no)).id);

describe('settling a booking', () => {
  it('writes waybill, order, tracking, history, call record and print job together', async () => {
    await plan(1, {}, 'virtual:');
    platform.next.push(happened(bookingNo('73000000000042')));
    expect(await workDue()).toMatchObject([{ kind: 'booked' }]);
    expect(await order()).toMatchObject({
      state: 'booked',
      waybillNo: '73000000000042',
      printState: 'waiting',
    });
    expect(await shipment()).toMatchObject({ state: 'booked', attempts: 1 });
    expect(await job()).toBeUndefined();
    expect(await workspace.store.read.tracking.byWaybill('73000000000042')).toMatchObject({
      orderNo: sampleOrder(0).orderNo,
      phoneTail: '8000',
    });
    expect(await workspace.store.read.calls.count({})).toBe(1);
    expect((await workspace.store.read.history.ofOrder(sampleOrder(0).id)).map(({ kind }) => kind)).toEqual([
      'booked',
    ]);
  });

  it('prints no label of a number that another copy of the workspace got: a person looks first', async () => {
    await plan(1, {}, 'virtual:');
    platform.next.push(happened({ ...bookingNo('73000000000042'), isKnownBefore: true }));
    expect(await workDue()).toMatchObject([{ kind: 'booked', hasLabel: false }]);
    expect(await order()).toMatchObject({ state: 'booked', errorCode: 'BOOKED_ELSEWHERE', printState: null });
    expect(await workspace.store.read.printJobs.ofShipment((await shipment()).id)).toEqual([]);
    // Their word is enough.
    const printed = await queuePrints(workspace, [sampleOrder(0).id], 'virtual:');
    expect(printed).toMatchObject({ ok: true, value: { queued: 1 } });
  });

  it('prints the label of a number that its own lost answer had got', async () => {
    await plan(1, {}, 'virtual:');
    platform.next.push(unknownOutcome('NETWORK_TIMEOUT'));
    await workDue();
    platform.next.push(didNotHappen('CARRIER_NOT_FOUND'));
    await workspace.clock.advance(3_600_000);
    await workDue();
    platform.next.push(happened({ ...bookingNo('73000000000042'), isKnownBefore: true }));
    expect(await workDue()).toMatchObject([{ kind: 'booked', hasLabel: true }]);
  });

  it('keeps the label for the operator who asked for it, whoever works when the number comes', async () => {
    const clerk = actAs(workspace, { operatorId: 'o1', name: '小李', role: 'clerk' });
    await plan(1, {}, 'virtual:', clerk);
    await workDue();
    const [label] = await workspace.store.read.printJobs.ofOrder(sampleOrder(0).id);
    expect(label).toMatchObject({ copyNo: 1, operator: '小李', approver: '' });
  });

  it('sends a refused order to a person, with the reason, and gives its place free', async () => {
    await plan(1);
    platform.next.push(didNotHappen('CARRIER_REFUSED', { reason: '不派送' }));
    expect(await workDue()).toMatchObject([{ kind: 'refused' }]);
    expect(await order()).toMatchObject({ state: 'needs-review', errorCode: 'CARRIER_REFUSED' });
    expect(JSON.parse((await order()).complaintsJson)).toEqual([
      { code: 'CARRIER_REFUSED', field: '', params: { reason: '不派送' } },
    ]);
    expect(await job()).toBeUndefined();
  });

  it('asks after an unknown outcome with the same code and the same request, never books', async () => {
    await plan(1);
    platform.next.push(
      unknownOutcome('NETWORK_TIMEOUT', { host: 'h' }),
      unknownOutcome('NETWORK_REFUSED', { host: 'h' }),
      happened(bookingNo('73000000000007')),
    );
    expect(await workDue()).toMatchObject([{ kind: 'unsure' }]);
    expect(await order()).toMatchObject({
      state: 'booking',
      shipmentState: 'unsure',
      errorCode: 'NETWORK_TIMEOUT',
    });
    expect(await workDue()).toEqual([]);
    await workspace.clock.advance(4_000);
    expect(await workDue()).toMatchObject([{ kind: 'unsure' }]);
    await workspace.clock.advance(10_000);
    expect(await workDue()).toMatchObject([{ kind: 'booked' }]);
    expect(platform.calls.map(({ kind }) => kind)).toEqual(['book', 'find', 'find']);
    expect(new Set(platform.calls.map(({ request }) => JSON.stringify(request))).size).toBe(1);
    expect(await order()).toMatchObject({ state: 'booked', errorCode: '' });
  });

  it('leaves an outcome that stays unknown to a person, and asks once more at each start', async () => {
    await plan(1);
    platform.next.push(...Array.from({ length: 9 }, () => unknownOutcome('NETWORK_TIMEOUT', { host: 'h' })));
    await workDue();
    for (const delayMs of [4_000, 10_000, 30_000, 120_000, 600_000, 3_600_000]) {
      await workspace.clock.advance(delayMs);
      expect(await workDue()).toHaveLength(1);
    }
    expect(await job()).toMatchObject({ kind: 'find', state: 'parked' });
    // A start looks for itself: its breakers know nothing yet.
    await workspace.clock.advance(openMs);
    await recoverWork(workspace);
    expect(await workDue()).toMatchObject([{ kind: 'unsure' }]);
    expect(await job()).toMatchObject({ kind: 'find', state: 'parked' });
    expect(platform.calls.filter(({ kind }) => kind === 'book')).toHaveLength(1);
  });

  it('books again when asking proved that nothing exists, and gives up after three lost replies', async () => {
    await plan(1);
    const lost = unknownOutcome('NETWORK_TIMEOUT', { host: 'h' });
    const nothing = didNotHappen('CARRIER_NOT_FOUND');
    platform.next.push(lost, nothing, lost, nothing, lost, nothing);
    const kinds: unknown[] = [];
    for (let round = 0; round < 8; round++) {
      kinds.push(...(await workDue()).map((worked) => worked?.kind));
      await workspace.clock.advance(4_000);
    }
    expect(kinds).toEqual(['unsure', 'planned', 'unsure', 'planned', 'unsure', 'refused']);
    expect(await order()).toMatchObject({ state: 'needs-review', errorCode: 'NETWORK_TIMEOUT' });
    expect(new Set(platform.calls.map(({ request }) => request.orderCode)).size).toBe(1);
  });

  it('begins to count its lost replies anew when a person has it booked again', async () => {
    await plan(1);
    const lost = unknownOutcome('NETWORK_TIMEOUT', { host: 'h' });
    const nothing = didNotHappen('CARRIER_NOT_FOUND');
    platform.next.push(lost, nothing, lost, nothing, lost, nothing, lost, nothing);
    const workOn = async () => {
      for (let round = 0; round < 8; round++) {
        await workDue();
        await workspace.clock.advance(openMs);
      }
    };
    await workOn();
    const refused = await order();
    expect(refused.state).toBe('needs-review');
    await workspace.store.write((write) => write.orders.move(refused, 'ready'));
    const again = { orderIds: [refused.id], accountId: account.id, carrier: 'ZTO', printerUri: null };
    expect(await planBookings(workspace, again)).toMatchObject({ value: { planned: 1 } });
    await workOn();
    expect(await order()).toMatchObject({ state: 'booked' });
  });

  it('parks at once when the platform says "booked" without a number', async () => {
    await plan(1);
    platform.next.push(unknownOutcome('CARRIER_NUMBER_MISSING', { orderCode: 'x' }));
    await workDue();
    expect(await job()).toMatchObject({ state: 'parked', kind: 'find' });
  });

  it('never takes a waybill number that belongs to another order', async () => {
    await plan(2);
    platform.next.push(happened(bookingNo('73000000000001')), happened(bookingNo('73000000000001')));
    expect((await workDue()).map((worked) => String(worked?.kind)).sort()).toEqual(['booked', 'unsure']);
    const states = [await shipment(0), await shipment(1)];
    const alarmed = states.find(({ state }) => state === 'unsure');
    expect(alarmed).toMatchObject({ errorCode: 'CARRIER_WRONG_REPLY', waybillNo: '' });
    expect(states.filter(({ waybillNo }) => waybillNo === '73000000000001')).toHaveLength(1);
  });

  it('takes a number that its carrier gives out anew, once the order that had it is cancelled', async () => {
    await plan(1);
    platform.next.push(happened(bookingNo('73000000000001')));
    await workDue();
    expect(await cancelOrder(workspace, { orderId: sampleOrder(0).id, version: null })).toMatchObject({
      ok: true,
    });
    await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1)]));
    const orderIds = [sampleOrder(1).id];
    await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: null });
    platform.next.push(happened(bookingNo('73000000000001')));
    await workDue();
    expect(await shipment(1)).toMatchObject({ state: 'booked', waybillNo: '73000000000001' });
    expect(await workspace.store.read.tracking.byWaybill('73000000000001')).toMatchObject({
      orderId: sampleOrder(1).id,
      state: 'none',
      nextDueAt: workspace.clock.now(),
    });
  });

  it('holds two equal numbers apart even when both answers arrive together', async () => {
    await plan(2);
    platform.next.push(happened(bookingNo('73000000000001')), happened(bookingNo('73000000000001')));
    const ahead = workspace.breaker.admit(`${account.id} book`);
    if (ahead.isAdmitted) ahead.pass.settle('through');
    const now = workspace.clock.now();
    const jobs = await workspace.store.write((write) => write.jobs.claim(['book'], 2, now));
    await Promise.all(jobs.map((claimed) => bookShipment(workspace, claimed)));
    expect([(await shipment(0)).state, (await shipment(1)).state].sort()).toEqual(['booked', 'unsure']);
  });

  it('adopts a number that was followed by hand before it was booked here', async () => {
    await plan(1);
    await workspace.store.write((write) =>
      write.tracking.follow({
        waybillNo: '73000000000009',
        carrier: '',
        orderId: '',
        orderNo: '',
        accountId: account.id,
        phoneTail: '',
        state: 'in-transit',
        exception: '',
        lastText: 'x',
        lastAt: 5,
        checkedAt: 6,
        nextDueAt: 7,
        bookedAt: null,
      }),
    );
    platform.next.push(happened(bookingNo('73000000000009')));
    await workDue();
    expect(await workspace.store.read.tracking.byWaybill('73000000000009')).toMatchObject({
      orderId: sampleOrder(0).id,
      state: 'in-transit',
      checkedAt: 6,
    });
  });

  it('drops the job of an order that is booked already', async () => {
    await plan(1);
    await workDue();
    const done = await shipment();
    expect(
      await bookShipment(workspace, { ...({} as Job), id: 'x', kind: 'book', subjectId: done.id }),
    ).toBeNull();
    expect(platform.calls).toHaveLength(1);
  });
});

describe('an account that is refused', () => {
  it.each([
    didNotHappen('CARRIER_CREDENTIALS'),
    didNotHappen('CARRIER_HTTP_REFUSED', { status: 404 }),
    didNotHappen('CARRIER_BALANCE', { reason: '余额不足' }),
  ])('is tried by as many calls as run side by side, not by every order (%j)', async (answer) => {
    await plan(40);
    platform.next.push(...Array.from({ length: 40 }, () => answer));
    const kinds: string[] = [];
    const workers = await startWorkers(workspace, {
      onBooking: (worked) => kinds.push(worked.kind),
      onBug: (error) => {
        throw error;
      },
    });
    await workers.booking.untilIdle(0);
    await workers.stop();
    expect(platform.calls.length).toBeLessThanOrEqual(platform.manifest.concurrency);
    expect(kinds).toContain('halted');
    for (let no = 0; no < 40; no++) {
      expect(await order(no)).toMatchObject({
        state: 'ready',
        shipmentState: 'refused',
        errorCode: answer.ok ? '' : answer.code,
      });
      expect(await job(no)).toBeUndefined();
    }
  });
});

describe('an account that was halted', () => {
  const haltCode = async () => (await workspace.store.read.lanes.of(account.id)).haltCode;

  beforeEach(async () => {
    await plan(2);
    platform.next.push(happened(bookingNo('73000000000001')), didNotHappen('CARRIER_BALANCE'));
    expect(await workDue()).toMatchObject([{ kind: 'booked' }, { kind: 'halted' }]);
    expect(await haltCode()).toBe('CARRIER_BALANCE');
    await workspace.clock.advance(openMs);
  });

  it('is no longer called halted once it books', async () => {
    const orderIds = [sampleOrder(1).id];
    await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: null });
    expect(await workDue()).toMatchObject([{ kind: 'booked' }]);
    expect(await haltCode()).toBe('');
  });

  it('is tried with one order, not with as many as run side by side', () => {
    const tries = [1, 2, 3].map(() => workspace.breaker.admit(`${account.id} book`).isAdmitted);
    expect(tries).toEqual([true, false, false]);
  });
});

describe('a network that is gone', () => {
  it('lets the lane wait as a whole and goes on when it is back, each order booked once', async () => {
    await plan(12);
    const gone = didNotHappen('NETWORK_REFUSED', { host: 'h' });
    platform.next.push(...Array.from({ length: 4 }, () => gone));
    const now = workspace.clock.now();
    const firstFour = await workspace.store.write((write) => write.jobs.claim(['book'], 4, now));
    for (const claimed of firstFour)
      expect(await bookShipment(workspace, claimed)).toMatchObject({ kind: 'wait' });
    expect(await workDue()).toEqual([]);
    const due = (await workspace.store.read.jobs.nextDueAt(['book'])) as number;
    expect(due - now).toBeGreaterThanOrEqual(3_000);
    expect(due - now).toBeLessThanOrEqual(5_000);
    await workspace.clock.advance(5_000);
    expect(await workDue()).toHaveLength(12);
    expect(new Set(platform.calls.slice(4).map(({ request }) => request.orderCode)).size).toBe(12);
    expect(await order(11)).toMatchObject({ state: 'booked' });
  });

  it('waits as long as a busy platform asks for', async () => {
    await plan(2);
    platform.next.push(didNotHappen('CARRIER_BUSY', { waitSeconds: 45 }));
    const now = workspace.clock.now();
    const [claimed] = await workspace.store.write((write) => write.jobs.claim(['book'], 1, now));
    await bookShipment(workspace, claimed as Job);
    expect(await workspace.store.read.jobs.nextDueAt(['book'])).toBe(now + 45_000);
  });
});

describe('against the platform double', () => {
  it('repeats byte for byte what it sent before the reply was lost', async () => {
    const server = new KdniaoServer();
    const { merchantId, apiKey: secret } = server;
    const named = { platform: 'kdniao', endpoint: await server.listen(), merchantId, secret };
    try {
      account = await testAccount(workspace, named);
      await plan(1);
      server.faults.add({ kind: 'accept-then-drop', times: 1 });
      expect(await workDue()).toMatchObject([{ kind: 'unsure' }]);
      // The order is changed in between: the question must not change with it.
      await workspace.store.write((write) => write.orders.show(sampleOrder(0).id, { detail: '别处2号' }));
      await workspace.clock.advance(4_000);
      expect(await workDue()).toMatchObject([{ kind: 'booked' }]);
      expect(server.requests.map(({ service }) => service)).toEqual(['1007', '1007']);
      expect(server.requests[1]?.body).toBe(server.requests[0]?.body);
      expect(server.ledger.lines).toHaveLength(1);
      expect((await order()).waybillNo).toBe(server.ledger.lines[0]?.waybillNo);
    } finally {
      await server.close();
    }
  });
});
