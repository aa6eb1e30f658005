import { afterEach, beforeEach, expect, it } from 'vitest';
import { openMs } from '../../../../../electron/dispatch/breaker.ts';
import type { Account } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { loadLanes } from '../../../../../electron/usecases/booking/lanes.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { readBookingSummary } from '../../../../../electron/usecases/booking/summary.ts';
import { didNotHappen } from '../../../../../shared/errors/outcome.ts';
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

beforeEach(async () => {
  platform = scriptedPlatform();
  workspace = await openTestWorkspace({ platforms: [platform] });
  account = await testAccount(workspace, { platform: 'scripted' });
});
afterEach(() => workspace.close());

async function failUntilClosed(): Promise<void> {
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(0)]));
  const orderIds = [sampleOrder(0).id];
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: null });
  for (let round = 0; round < 4; round++) {
    platform.next.push(didNotHappen('NETWORK_REFUSED', { host: 'h' }));
    const now = workspace.clock.now();
    for (const job of await workspace.store.write((write) => write.jobs.claim(['book'], 9, now)))
      await bookShipment(workspace, job);
    await workspace.clock.advance(6_000);
  }
}

it('calls an account held back while its lane makes no call, and no longer once a start only looks for itself', async () => {
  await failUntilClosed();
  expect(await readBookingSummary(workspace)).toMatchObject({
    brokenAccounts: 1,
    standing: [{ name: account.name, retryAt: expect.any(Number), waiting: 1 }],
  });
  workspace = await workspace.reopen();
  await loadLanes(workspace);
  await workspace.clock.advance(openMs);
  expect(await readBookingSummary(workspace)).toMatchObject({ brokenAccounts: 0, standing: [] });
});
