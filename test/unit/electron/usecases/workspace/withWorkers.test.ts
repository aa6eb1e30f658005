import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlatformReply } from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { withWorkers } from '../../../../../electron/usecases/workspace/withWorkers.ts';
import type { Booking } from '../../../../../shared/domain/shipment.ts';
import { unknownOutcome } from '../../../../../shared/errors/outcome.ts';
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

const orderCount = 40;
let workspace: TestWorkspace;
let platform: ScriptedPlatform;

beforeEach(async () => {
  platform = scriptedPlatform();
  workspace = await openTestWorkspace({ platforms: [platform] });
});
afterEach(() => workspace.close());

async function plan(): Promise<void> {
  const orders = Array.from({ length: orderCount }, (_, no) => sampleOrder(no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const { id: accountId } = await testAccount(workspace, { platform: 'scripted' });
  const orderIds = orders.map(({ id }) => id);
  await planBookings(workspace, { orderIds, accountId, carrier: 'ZTO', printerUri: null });
}

/** Runs to its end on a clock moved by hand; how long it took on that clock, and what came of it. */
async function runToEnd(patienceMs?: number) {
  const startedAt = workspace.clock.now();
  let isOver = false;
  const { signal } = new AbortController();
  const run = withWorkers(workspace, { signal, patienceMs }, ({ booking, untilIdle }) => untilIdle(booking));
  void run.finally(() => {
    isOver = true;
  });
  while (!isOver) await workspace.clock.advance(500);
  return { tookMs: workspace.clock.now() - startedAt, tally: (await run).tally };
}

const silence = async (deadlineMs: number): Promise<PlatformReply<Booking>> => {
  await workspace.clock.sleep(deadlineMs);
  return unknownOutcome('NETWORK_TIMEOUT', { host: 'scripted' });
};

describe('a run', () => {
  it('ends within 90 s of its last progress when the platform takes calls and says nothing', async () => {
    await plan();
    Object.assign(platform, { book: () => silence(30_000), find: () => silence(15_000) });
    const { tookMs, tally } = await runToEnd();
    expect(tookMs).toBeLessThanOrEqual(90_000);
    expect(tally).toMatchObject({ booked: 0, failed: 0 });
    expect(tally.unsure).toBeGreaterThan(0);
  });

  it('goes on as long as something is booked, however slow the platform is', async () => {
    await plan();
    let no = 0;
    const slowly = async () => {
      await workspace.clock.sleep(20_000);
      return { ok: true, certainty: 'happened', value: bookingNo(`W${no++}`) };
    };
    Object.assign(platform, { book: slowly });
    const { tookMs, tally } = await runToEnd();
    expect(tally.booked).toBe(orderCount);
    expect(tookMs).toBeGreaterThan(90_000);
  });

  it('waits as long as a person said', async () => {
    await plan();
    Object.assign(platform, { book: () => silence(30_000), find: () => silence(15_000) });
    expect((await runToEnd(5_000)).tookMs).toBeLessThanOrEqual(36_000);
  });
});
