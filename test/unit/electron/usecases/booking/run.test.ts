import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { moveWaiting, readRunProgress, stopRun } from '../../../../../electron/usecases/booking/run.ts';
import { didNotHappen, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let platform: ScriptedPlatform;
let account: Account;
let backup: Account;
const ids = Array.from({ length: 6 }, (_, no) => sampleOrder(no).id);

beforeEach(async () => {
  platform = scriptedPlatform();
  workspace = await openTestWorkspace({ platforms: [platform] });
  account = await testAccount(workspace, { platform: 'scripted', name: '主账号' });
  backup = await testAccount(workspace, { platform: 'scripted', name: '备用' });
  await workspace.store.write((write) => write.orders.insertMany(ids.map((_, no) => sampleOrder(no))));
});
afterEach(() => workspace.close());

const plan = (orderIds: readonly string[]) =>
  planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: null });

async function workSome(limit: number): Promise<void> {
  const now = workspace.clock.now();
  for (const job of await workspace.store.write((write) => write.jobs.claim(['book', 'find'], limit, now)))
    await bookShipment(workspace, job);
}

const states = async () =>
  (await workspace.store.read.orders.byIds(ids)).map((order) => order.shipmentState ?? order.state);

describe('a run of bookings', () => {
  it('counts what waits, what got a number, what was refused and what is not known', async () => {
    const since = workspace.clock.now();
    await plan(ids.slice(0, 5));
    await workspace.clock.advance(30_000);
    platform.next.push(unknownOutcome('NETWORK_TIMEOUT'), didNotHappen('CARRIER_REFUSED', { reason: 'x' }));
    await workSome(3);
    expect(await readRunProgress(workspace, since)).toMatchObject({
      waiting: 2,
      sending: 0,
      unsure: 1,
      forPerson: 0,
      booked: 1,
      refused: 1,
      since,
    });
  });

  it('tells no time that is left while too few have got through to tell, and none when nothing waits', async () => {
    const since = workspace.clock.now();
    await plan(ids);
    await workspace.clock.advance(2_000);
    await workSome(2);
    expect(await readRunProgress(workspace, since)).toMatchObject({ perMinute: null, secondsLeft: null });
    await workSome(10);
    expect(await readRunProgress(workspace, since)).toMatchObject({ waiting: 0, secondsLeft: null });
  });

  it('finds its own beginning when the page has forgotten it', async () => {
    await workspace.clock.advance(1_000);
    const since = workspace.clock.now();
    await plan(ids);
    await workspace.clock.advance(90_000);
    await workSome(1);
    expect(await readRunProgress(workspace, null)).toMatchObject({ since, waiting: 5, booked: 1 });
  });

  it('is stopped by taking back what was not sent; what may have left stays', async () => {
    const since = workspace.clock.now();
    await plan(ids);
    platform.next.push(unknownOutcome('NETWORK_TIMEOUT'));
    await workSome(2);
    expect(await stopRun(workspace, since)).toBe(4);
    expect((await states()).sort()).toEqual(['booked', 'refused', 'refused', 'refused', 'refused', 'unsure']);
    expect(await readRunProgress(workspace, since)).toMatchObject({ waiting: 0, refused: 0, unsure: 1 });
    const ready = await workspace.store.read.orders.readyIds(10);
    expect(ready).toHaveLength(4);
  });

  it('goes on with the backup account, unsure bookings excepted', async () => {
    await plan(ids);
    platform.next.push(unknownOutcome('NETWORK_TIMEOUT'));
    await workSome(1);
    const moved = await moveWaiting(workspace, { fromAccountId: account.id, toAccountId: backup.id });
    expect(moved).toEqual({ ok: true, value: { planned: 5, refused: 0 } });
    await workSome(10);
    const accounts = await Promise.all(
      ids.map(async (id) => (await workspace.store.read.shipments.ofOrder(id)).at(-1)?.accountId),
    );
    expect(accounts.filter((id) => id === backup.id)).toHaveLength(5);
    expect(new Set(platform.calls.map(({ request }) => request.orderCode)).size).toBe(6);
  });
});
