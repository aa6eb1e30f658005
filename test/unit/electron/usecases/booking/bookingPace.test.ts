import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Account } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { readBookingPace, readRunProgress } from '../../../../../electron/usecases/booking/run.ts';
import { scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const planned = 60;
let workspace: TestWorkspace;
let account: Account;

beforeEach(async () => {
  workspace = await openTestWorkspace({ platforms: [scriptedPlatform()] });
  account = await testAccount(workspace, { platform: 'scripted' });
  const orders = Array.from({ length: planned }, (_, no) => sampleOrder(no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: null });
});
afterEach(() => workspace.close());

/** So many get through, each so long after the one before. */
async function book(count: number, gapMs: number): Promise<void> {
  for (let no = 0; no < count; no++) {
    await workspace.clock.advance(gapMs);
    const now = workspace.clock.now();
    const [job] = await workspace.store.write((write) => write.jobs.claim(['book'], 1, now));
    if (job !== undefined) await bookShipment(workspace, job);
  }
}

it('says nothing of the first moments, from which a minute would be guessed', async () => {
  expect(await readBookingPace(workspace)).toBeNull();
  await book(5, 300);
  expect(await readBookingPace(workspace)).toBeNull();
  await book(3, 300);
  expect(await readBookingPace(workspace)).toBeNull();
});

it('stays where it is while the pace does: what is left falls evenly, from one to the next', async () => {
  await book(10, 1_000);
  let before = Number.POSITIVE_INFINITY;
  for (let no = 0; no < 20; no++) {
    await book(1, 1_000);
    const { waiting, perMinute, secondsLeft } = await readRunProgress(workspace, null);
    expect(perMinute).toBeCloseTo(60, 5);
    expect(secondsLeft?.most).toBeCloseTo(waiting, 5);
    expect(secondsLeft?.least).toBeCloseTo(waiting, 5);
    expect(before - (secondsLeft?.most ?? 0)).toBeGreaterThan(0);
    before = secondsLeft?.most ?? 0;
  }
});

it('gives a range where the last ones went at another pace than all of the last minute', async () => {
  await book(25, 300);
  await book(20, 1_500);
  const { waiting, secondsLeft } = await readRunProgress(workspace, null);
  expect(secondsLeft?.most).toBeCloseTo(waiting * 1.5, 5);
  expect(secondsLeft?.least).toBeLessThan(waiting * 1.2);
});

it('says nothing once nothing gets through any more, instead of counting on', async () => {
  await book(20, 1_000);
  await workspace.clock.advance(15_000);
  expect(await readBookingPace(workspace)).not.toBeNull();
  await workspace.clock.advance(1_000);
  expect(await readBookingPace(workspace)).toBeNull();
});

it('is patient with a platform that may be asked only now and then', async () => {
  await book(12, 4_500);
  await workspace.clock.advance(20_000);
  expect((await readBookingPace(workspace))?.perMinute).toBeGreaterThan(10);
});
