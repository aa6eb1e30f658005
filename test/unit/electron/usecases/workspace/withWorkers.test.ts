import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlatformReply } from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import type { PrinterTransport } from '../../../../../electron/printers/kit/printerTransport.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { savePrinterSetup } from '../../../../../electron/usecases/printing/printers/printerSetup.ts';
import { queuePrints } from '../../../../../electron/usecases/printing/queue.ts';
import { type WorkerLoops, withWorkers } from '../../../../../electron/usecases/workspace/withWorkers.ts';
import type { Booking } from '../../../../../shared/domain/shipment.ts';
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

const orderCount = 40;
let workspace: TestWorkspace;
let platform: ScriptedPlatform;
/** What came out. */
let papers: string[];

const printerUri = 'tcp://127.0.0.1:9100';
/** The printer takes a part of each label so often, and so many parts. */
let slowly = { everyMs: 0, parts: 0 };
const transport: PrinterTransport = {
  id: 'tcp',
  async send(_target, job) {
    for (let part = 0; part < slowly.parts; part += 1) {
      await workspace.clock.sleep(slowly.everyMs);
      job.onMoving?.();
    }
    papers.push(job.jobId);
    return happened({ level: 'accepted' as const });
  },
  find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
  probe: async () => 'ready',
};

beforeEach(async () => {
  platform = scriptedPlatform();
  papers = [];
  slowly = { everyMs: 0, parts: 0 };
  workspace = await openTestWorkspace({ platforms: [platform], transports: [transport] });
});
afterEach(() => workspace.close());

/** Orders from `first` on, waiting in the queue of an account. */
async function plan(first = 0, count = orderCount, labelTo: string | null = null): Promise<string[]> {
  const orders = Array.from({ length: count }, (_, no) => sampleOrder(first + no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const [known] = await workspace.store.read.accounts.all();
  const { id: accountId } = known ?? (await testAccount(workspace, { platform: 'scripted' }));
  const orderIds = orders.map(({ id }) => id);
  await planBookings(workspace, { orderIds, accountId, carrier: 'ZTO', printerUri: labelTo });
  return orderIds;
}

const bookThenPrint = async ({ booking, printing, untilIdle }: WorkerLoops): Promise<void> => {
  await untilIdle(booking);
  await untilIdle(printing);
};

/** Runs to its end on a clock moved by hand; how long it took on that clock, and what came of it. */
async function runToEnd(
  patienceMs?: number,
  work: (loops: WorkerLoops) => Promise<void> = bookThenPrint,
  isOwn: (orderId: string) => boolean = () => true,
) {
  const startedAt = workspace.clock.now();
  let isOver = false;
  const { signal } = new AbortController();
  const run = withWorkers(workspace, { signal, patienceMs, isOwn }, work);
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

  it('ends when the printer wants paper, and when the platform is silent besides', async () => {
    await savePrinterSetup(workspace, { uri: printerUri, name: 'A', profile: { isPaused: true } });
    await plan(0, 3, printerUri);
    const waiting = await runToEnd();
    expect(waiting.tally).toMatchObject({ booked: 3, printed: 0 });
    expect(waiting.tookMs).toBeLessThanOrEqual(90_000);
    await plan(10, 40);
    Object.assign(platform, { book: () => silence(30_000), find: () => silence(15_000) });
    expect((await runToEnd()).tookMs).toBeLessThanOrEqual(90_000);
  });

  it('goes on as long as a printer takes something, however slow its line is', async () => {
    // A label of 100 × 150 mm at 9,600 baud.
    slowly = { everyMs: 5_000, parts: 25 };
    await plan(0, 3, printerUri);
    const { tookMs, tally } = await runToEnd();
    expect(tally).toMatchObject({ booked: 3, printed: 3 });
    expect(tookMs).toBeGreaterThan(3 * 125_000);
  });

  it('asks about labels that somebody deleted in the queue of the system, also of a printer that was never saved', async () => {
    const spool: PrinterTransport = {
      id: 'spool',
      send: async () => happened({ level: 'accepted', deviceJob: '7' }),
      find: async () => didNotHappen('PRINTER_JOB_DELETED'),
      probe: async () => 'ready',
    };
    await workspace.close();
    workspace = await openTestWorkspace({ platforms: [platform], transports: [spool] });
    const [orderId = ''] = await plan(0, 1, 'spool://LABELS');
    await runToEnd();
    expect(await workspace.store.read.printJobs.ofOrder(orderId)).toMatchObject([
      { state: 'unsure', errorCode: 'PRINTER_JOB_DELETED' },
    ]);
  });

  it('begins no booking any more while the last labels of a run without progress come out', async () => {
    await savePrinterSetup(workspace, { uri: printerUri, name: 'A', profile: { isPaused: true } });
    await plan(0, 3, printerUri);
    await runToEnd();
    await plan(10, 40);
    const begunAt: number[] = [];
    const unclear = async () => {
      begunAt.push(workspace.clock.now());
      await workspace.clock.sleep(9_000);
      return unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason: '105' });
    };
    Object.assign(platform, { book: unclear, find: unclear });
    let printingFrom = Number.POSITIVE_INFINITY;
    await runToEnd(undefined, async ({ booking, printing, untilIdle }) => {
      await untilIdle(booking);
      printingFrom = workspace.clock.now();
      await untilIdle(printing);
    });
    expect(begunAt.length).toBeGreaterThan(3);
    expect(begunAt.filter((at) => at > printingFrom)).toEqual([]);
  });

  it('prints what is booked, however long the platform was silent before', async () => {
    const booked = await plan(0, 3);
    await runToEnd();
    await plan(10, 40);
    Object.assign(platform, { book: () => silence(30_000), find: () => silence(15_000) });
    const { tally } = await runToEnd(undefined, async ({ booking, printing, untilIdle }) => {
      await untilIdle(booking);
      await queuePrints(workspace, booked, printerUri);
      printing.wake();
      await untilIdle(printing);
    });
    expect(papers).toHaveLength(3);
    expect(tally).toMatchObject({ printed: 3 });
  });

  it('prints what the last calls of a run that has waited long enough still booked', async () => {
    await plan(0, 1, printerUri);
    Object.assign(platform, {
      book: async () => {
        await workspace.clock.sleep(20_000);
        return happened(bookingNo('W1'));
      },
    });
    const { tally, tookMs } = await runToEnd(5_000);
    expect(tally).toMatchObject({ booked: 1, printed: 1 });
    expect(papers).toHaveLength(1);
    expect(tookMs).toBeLessThanOrEqual(36_000);
  });

  it('leaves no label behind because the computer slept, or gave the program no turn, meanwhile', async () => {
    slowly = { everyMs: 1_000, parts: 2 };
    await plan(0, 5, printerUri);
    let isOver = false;
    const run = withWorkers(workspace, { signal: new AbortController().signal }, bookThenPrint);
    void run.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      // Five minutes, in the middle of the second label.
      await workspace.clock.advance(papers.length === 1 ? 300_000 : 500);
    }
    expect(papers).toHaveLength(5);
    expect((await run).tally).toMatchObject({ booked: 5, printed: 5 });
  });

  it('counts its own bookings and labels alone, whatever others book and print meanwhile', async () => {
    const own = new Set(await plan(0, 3, printerUri));
    await plan(10, 5, printerUri);
    const { tally } = await runToEnd(undefined, bookThenPrint, (id) => own.has(id));
    expect(papers).toHaveLength(8);
    expect(tally).toMatchObject({ booked: 3, printed: 3 });
  });

  it('leaves time for another account when the first is silent, and still ends within 90 s', async () => {
    await plan();
    Object.assign(platform, { book: () => silence(30_000), find: () => silence(15_000) });
    const lastAt: number[] = [];
    const handOver = async ({ booking, untilIdle }: WorkerLoops): Promise<void> => {
      await untilIdle(booking, { isLast: false });
      lastAt.push(workspace.clock.now());
      await untilIdle(booking);
      lastAt.push(workspace.clock.now());
    };
    const { tookMs } = await runToEnd(undefined, handOver);
    const [first = 0, last = 0] = lastAt;
    expect(last - first).toBeGreaterThanOrEqual(20_000);
    expect(tookMs).toBeLessThanOrEqual(90_000);
  });

  it('is patient from its first wait on, however long planning took', async () => {
    let no = 0;
    const slowly = async () => {
      await workspace.clock.sleep(20_000);
      return happened(bookingNo(`W${no++}`));
    };
    Object.assign(platform, { book: slowly });
    const { tally } = await runToEnd(undefined, async ({ booking, untilIdle }) => {
      await workspace.clock.sleep(60_000);
      await plan();
      booking.wake();
      await untilIdle(booking);
    });
    expect(tally.booked).toBe(orderCount);
  });
});
