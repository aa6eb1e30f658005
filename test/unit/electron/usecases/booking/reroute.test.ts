import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Order } from '../../../../../electron/store/schema.ts';
import { setFallback } from '../../../../../electron/usecases/booking/lanes.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { actAs } from '../../../../../electron/usecases/operators/desk.ts';
import { startWorkers, type Workers } from '../../../../../electron/usecases/workspace/workers.ts';
import type { Workspace } from '../../../../../electron/usecases/workspace/workspace.ts';
import type { Fallback } from '../../../../../shared/domain/booking.ts';
import { didNotHappen, happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
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
let first: ScriptedPlatform;
let second: ScriptedPlatform;
let accounts: { readonly first: Account; readonly second: Account };
let workers: Workers;
const bugs: unknown[] = [];

beforeEach(async () => {
  first = scriptedPlatform();
  second = { ...scriptedPlatform() };
  second = { ...second, manifest: { ...second.manifest, id: 'second' } };
  workspace = await openTestWorkspace({ platforms: [first, second] });
  accounts = {
    first: await testAccount(workspace, { platform: 'scripted', name: 'A' }),
    second: await testAccount(workspace, { platform: 'second', name: 'B' }),
  };
  bugs.length = 0;
});
afterEach(async () => {
  await workers.stop();
  await workspace.close();
  expect(bugs).toEqual([]);
});

async function fallBack(fallback: Fallback) {
  const set = await setFallback(workspace, {
    accountId: accounts.first.id,
    fallback,
    backupAccountId: accounts.second.id,
  });
  expect(set.ok).toBe(true);
}

async function plan(count: number, hands: Workspace = workspace) {
  const orders = Array.from({ length: count }, (_, no) => sampleOrder(no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  await planBookings(hands, {
    orderIds: orders.map(({ id }) => id),
    accountId: accounts.first.id,
    carrier: 'ZTO',
    printerUri: null,
  });
}

/** Lets the workers go on, and time with them, until nothing is due within a minute. */
async function work() {
  workers = await startWorkers(workspace, { onBug: (error) => bugs.push(error) });
  for (let step = 0; step < 40; step++) {
    await workspace.clock.advance(500);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const order = async (no = 0) => (await workspace.store.read.orders.byId(sampleOrder(no).id)) as Order;
const history = async (no = 0) =>
  (await workspace.store.read.history.ofOrder(sampleOrder(no).id)).map(({ kind, note }) => `${kind} ${note}`);

describe('an order that an account certainly did not book', () => {
  it('stays with the operator who asked for it when the backup account takes it', async () => {
    await fallBack('backup');
    first.next.push(didNotHappen('CARRIER_REFUSED', { reason: '不派送' }));
    await plan(1, actAs(workspace, { operatorId: 'o1', name: '小李', role: 'clerk' }));
    await work();
    const shipments = await workspace.store.read.shipments.ofOrder(sampleOrder(0).id);
    expect(shipments.map(({ platform, askedBy }) => [platform, askedBy])).toEqual([
      ['scripted', '小李'],
      ['second', '小李'],
    ]);
  });

  it('goes to the backup account, and its history says so', async () => {
    await fallBack('backup');
    first.next.push(didNotHappen('CARRIER_REFUSED', { reason: '不派送' }));
    second.next.push(happened(bookingNo('73000000000042')));
    await plan(1);
    await work();
    expect(await order()).toMatchObject({
      state: 'booked',
      waybillNo: '73000000000042',
      platform: 'second',
    });
    expect(await history()).toEqual(['refused ', 'rerouted A → B', 'booked 73000000000042']);
    const shipments = await workspace.store.read.shipments.ofOrder(sampleOrder(0).id);
    expect(shipments.map(({ state, path }) => [state, path])).toEqual([
      ['refused', 'first'],
      ['booked', 'backup'],
    ]);
  });

  it('takes all that wait with it when the account itself is refused', async () => {
    await fallBack('backup');
    first.next.push(didNotHappen('CARRIER_BALANCE', { reason: '余额不足' }));
    await plan(30);
    await work();
    expect(first.calls).toHaveLength(1);
    expect(second.calls).toHaveLength(30);
    expect(await workspace.store.read.orders.count({ state: 'booked' })).toBe(30);
    expect(await workspace.store.read.lanes.of(accounts.first.id)).toMatchObject({
      haltCode: 'CARRIER_BALANCE',
    });
  });

  it('takes all that wait with it when nothing gets through after the repeats', async () => {
    await fallBack('backup');
    first.next.push(...Array.from({ length: 3 }, () => didNotHappen('NETWORK_REFUSED', { host: 'h' })));
    await plan(12);
    await work();
    expect(first.calls).toHaveLength(3);
    expect(await workspace.store.read.orders.count({ state: 'booked' })).toBe(12);
    expect(second.calls).toHaveLength(12);
  });

  it('waits for a hand-obtained number where the setting says so', async () => {
    await fallBack('manual');
    first.next.push(didNotHappen('CARRIER_REFUSED', { reason: '不派送' }));
    await plan(1);
    await work();
    expect(await order()).toMatchObject({ state: 'ready', errorCode: 'BOOKING_BY_HAND' });
    expect(await history()).toEqual(['refused ', 'by-hand A']);
    expect(await workspace.store.read.orders.countByHand()).toBe(1);
    expect(second.calls).toEqual([]);
  });

  it('stays with a person when its own content was refused, and when both accounts refused it', async () => {
    await fallBack('backup');
    first.next.push(
      didNotHappen('CARRIER_FIELD', { reason: '电话格式' }),
      didNotHappen('CARRIER_REFUSED', { reason: '不派送' }),
    );
    second.next.push(didNotHappen('CARRIER_REFUSED', { reason: '不派送' }));
    await workspace.store.write((write) =>
      write.lanes.put(accounts.second.id, { fallback: 'backup', backupAccountId: accounts.first.id }),
    );
    await plan(2);
    await work();
    expect((await order(0)).state).toBe('needs-review');
    expect((await order(1)).state).toBe('needs-review');
    expect([first.calls.length, second.calls.length]).toEqual([2, 1]);
  });
});

describe('an order whose booking is unsure', () => {
  it('never goes to another account, whatever happens to the lane', async () => {
    await fallBack('backup');
    first.next.push(
      unknownOutcome('NETWORK_TIMEOUT', { host: 'h' }),
      didNotHappen('CARRIER_BALANCE', { reason: '余额不足' }),
      ...Array.from({ length: 9 }, () => unknownOutcome('NETWORK_TIMEOUT', { host: 'h' })),
    );
    await plan(2);
    await work();
    const unsure = [await order(0), await order(1)].filter(({ shipmentState: state }) => state === 'unsure');
    expect(unsure).toHaveLength(1);
    expect(second.calls.map(({ request }) => request.orderCode)).not.toContain(unsure[0]?.orderNo);
    expect(second.calls).toHaveLength(1);
  });
});
