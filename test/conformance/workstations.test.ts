import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { CarrierPlatform } from '../../electron/carriers/kit/carrierPlatform.ts';
import type { Job, PrintJob, Shipment } from '../../electron/store/schema.ts';
import { bookShipment } from '../../electron/usecases/booking/book.ts';
import { planBookings } from '../../electron/usecases/booking/plan.ts';
import { checkWorkspace } from '../../electron/usecases/workspace/check.ts';
import { recoverWork, takeOverWork } from '../../electron/usecases/workspace/recover.ts';
import { readClockGap } from '../../electron/usecases/workstations/workstations.ts';
import { happened, unknownOutcome } from '../../shared/errors/outcome.ts';
import { describeError } from '../../shared/text/describeError.ts';
import { bookingNo, type ScriptedPlatform, scriptedPlatform } from '../doubles/platforms/scriptedPlatform.ts';
import { type TestWorkspace, testAccount, unpacedStart } from '../doubles/workspace/openTestWorkspace.ts';
import { sampleJob } from '../doubles/workspace/sampleJob.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { openSharedBook, type SharedBook } from './sharedBook.ts';
import { engines } from './storeEngines.ts';

describe.each(engines)('jobs that change hands on $name', ({ open }) => {
  const desk = storeDesk(open);
  const claim = async () =>
    (await desk.store.write((write) => write.jobs.claim(['book', 'print'], 1, 1_000)))[0] as Job;

  it('take nothing from whoever has them no more, and say so', async () => {
    await desk.store.write((write) => write.jobs.insert(sampleJob()));
    const first = await claim();
    expect(await desk.store.read.jobs.isHeld(first)).toBe(true);
    await desk.store.write((write) => write.jobs.release([first.id]));
    expect(await desk.store.read.jobs.isHeld(first)).toBe(false);
    const second = await claim();
    expect(second.fence).toBeGreaterThan(first.fence);
    const { beforeSending, beforeSettling } = desk.store.read.bookingStates;
    const gone = { isForeign: false, isHalted: false, version: null, order: null };
    const booking = { id: 'none', orderId: 'none', accountId: 'none' };
    expect(await beforeSettling(first, booking, ['YT1'])).toEqual({ isTakenOver: true, ...gone });
    expect(await beforeSettling(second, booking, ['YT1'])).toEqual({ isTakenOver: false, ...gone });
    const plain = { isDoubtful: false, carriesOthers: false };
    expect(await beforeSending(first, 'none')).toEqual({ isHeld: false, ...plain });
    expect(await beforeSending(second, 'none')).toEqual({ isHeld: true, ...plain });
    const late = await desk.store.write(async ({ jobs }) => [
      await jobs.settle(first),
      await jobs.putBack(first, 5, 'find'),
      await jobs.park(first),
    ]);
    expect(late).toEqual([false, false, false]);
    expect(await desk.store.read.jobs.ofSubject(first.subjectId)).toEqual(second);
    expect(await desk.store.write((write) => write.jobs.settle(second))).toBe(true);
    expect(await desk.store.write((write) => write.jobs.settle(second))).toBe(false);
  });

  it('that were put back are in nobody’s hands, whoever put them back', async () => {
    await desk.store.write((write) => write.jobs.insert(sampleJob()));
    const first = await claim();
    expect(await desk.store.write((write) => write.jobs.putBack(first, 0))).toBe(true);
    expect(await desk.store.write((write) => write.jobs.settle(first))).toBe(false);
    expect(await claim()).toMatchObject({ id: first.id, attempts: 2 });
  });

  it('and hang on the devices of another workstation are not seen', async () => {
    await desk.store.write((write) =>
      write.jobs.insert(sampleJob({ kind: 'print', workstationId: 'other' })),
    );
    expect(await claim()).toBeUndefined();
    expect(await desk.store.read.jobs.nextDueAt(['print'])).toBeNull();
    expect(await desk.store.read.jobs.inHand(1_000)).toEqual([]);
  });

  it('a lease that has run out is not renewed, only taken anew', async () => {
    const renew = () => desk.store.write((write) => write.leases.renew(60_000));
    expect(await renew()).toBe(false);
    await desk.store.write((write) => write.leases.take(60_000));
    expect(await renew()).toBe(true);
    await desk.store.write((write) => write.leases.take(0));
    expect(await renew()).toBe(false);
    expect(await desk.store.write((write) => write.leases.leave())).toBe(true);
  });
});

const place = inject('server');

describe.skipIf(place === null)('two workstations on one book', () => {
  let book: SharedBook;
  let a: TestWorkspace;
  let b: TestWorkspace;
  let platform: ScriptedPlatform;
  let held: Promise<void>;

  beforeEach(async () => {
    if (place === null) return;
    platform = scriptedPlatform();
    held = Promise.resolve();
    const slow: CarrierPlatform = {
      ...platform,
      async book(request, account, ports) {
        const reply = await platform.book(request, account, ports);
        await held;
        return reply;
      },
    };
    book = await openSharedBook(place);
    a = await book.join('a', { platforms: [slow] });
    b = await book.join('b', { platforms: [slow] });
    await recoverWork(a);
    await recoverWork(b);
    await a.store.write((write) => write.orders.insertMany([sampleOrder(0)]));
  });
  afterEach(() => book.close());

  it('are told when the clocks of PC and server are apart, and of nothing while they agree', async () => {
    const serverNow = () => a.store.apart(({ leases }) => leases.now());
    await a.clock.advance((await serverNow()) - a.clock.now());
    await b.clock.advance((await serverNow()) + 600_000 - b.clock.now());
    expect(await readClockGap(a)).toBeNull();
    const gap = await readClockGap(b);
    expect(gap?.code).toBe('WORKSTATION_CLOCK_APART');
    expect(gap?.params?.minutesApart).toBe(10);
    expect(describeError('WORKSTATION_CLOCK_APART', gap?.params).says).toContain('相差 10 分钟');
    // Also where no platform has ever been asked.
    const stateAt = async (at: TestWorkspace) =>
      (await checkWorkspace(at)).find(({ name }) => name === 'clock')?.state;
    expect([await stateAt(b), await stateAt(a)]).toEqual(['warn', 'ok']);
  });

  const shipment = async () => (await a.store.read.shipments.ofOrder(sampleOrder(0).id))[0] as Shipment;
  const label = async () => (await a.store.read.printJobs.ofOrder(sampleOrder(0).id))[0] as PrintJob;
  const none: ReadonlySet<string> = new Set();

  async function plan(printerUri: string | null = null): Promise<void> {
    const { id: accountId } = await testAccount(a, { platform: 'scripted' });
    const wanted = { orderIds: [sampleOrder(0).id], accountId, carrier: 'ZTO', printerUri };
    expect(await planBookings(a, wanted)).toMatchObject({ ok: true, value: { planned: 1 } });
  }

  async function claim(by: TestWorkspace, kind: Job['kind'] = 'book'): Promise<Job> {
    const [job] = await by.store.write((write) => write.jobs.claim([kind], 1, by.clock.now() + 10_000));
    return job as Job;
  }

  /** As if nothing had been heard of it for a minute. */
  const dies = (workspace: TestWorkspace) => workspace.store.write((write) => write.leases.take(0));

  /** Bookings are on their way until the test lets their answers come. */
  function onItsWay() {
    let answer: () => void = () => undefined;
    held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    return { answer: () => answer() };
  }

  async function untilSending(): Promise<void> {
    while ((await shipment()).state !== 'sending' || platform.calls.length === 0)
      await new Promise(setImmediate);
  }

  it('a start leaves alone what the other one has in hand', async () => {
    await plan();
    const job = await claim(a);
    const { answer } = onItsWay();
    const worked = bookShipment(a, job);
    await untilSending();
    await recoverWork(b);
    expect(await takeOverWork(b, () => none)).toBe(false);
    expect(await shipment()).toMatchObject({ state: 'sending' });
    answer();
    expect(await worked).toMatchObject({ kind: 'booked' });
    expect(await shipment()).toMatchObject({ state: 'booked' });
  });

  it('what a dead one was sending is asked for with the same code; its late answer changes nothing', async () => {
    await plan();
    const job = await claim(a);
    const { answer } = onItsWay();
    const worked = bookShipment(a, job);
    await untilSending();
    await dies(a);
    expect(await takeOverWork(b, () => none)).toBe(true);
    expect(await shipment()).toMatchObject({ state: 'unsure', errorCode: 'BOOKING_INTERRUPTED' });
    const find = await claim(b, 'find');
    answer();
    expect(await worked).toBeNull();
    expect(await b.store.read.jobs.isHeld(find)).toBe(true);
    const first = platform.calls[0]?.request.orderCode;
    platform.next.push(happened(bookingNo('730000000001')));
    expect(await bookShipment(b, find)).toMatchObject({ kind: 'booked' });
    expect(platform.calls.map(({ kind, request }) => [kind, request.orderCode])).toEqual([
      ['book', first],
      ['find', first],
    ]);
    expect(await shipment()).toMatchObject({ state: 'booked', waybillNo: '730000000001' });
  });

  it('one that slept between its mark and its call sends nothing when it wakes', async () => {
    await plan();
    const job = await claim(a);
    a.pacer.take = async (lane) => {
      if (lane.endsWith(' send')) {
        await dies(a);
        await takeOverWork(b, () => none);
        // It comes back, and its lease begins anew: the job is not its own for that.
        await a.lease.renew();
      }
      return unpacedStart;
    };
    expect(await bookShipment(a, job)).toBeNull();
    expect(platform.calls).toEqual([]);
    expect(await shipment()).toMatchObject({ state: 'unsure' });
    expect(await claim(b, 'find')).toMatchObject({ subjectId: (await shipment()).id });
  });

  it('one that was not heard of for half a minute sends nothing, and says why', async () => {
    await plan();
    const job = await claim(a);
    await a.clock.advance(30_000);
    expect(await bookShipment(a, job)).toMatchObject({ kind: 'wait', code: 'SERVER_OUT_OF_TOUCH' });
    expect(platform.calls).toEqual([]);
    await a.lease.renew();
    await a.clock.advance(120_000);
    await a.lease.renew();
    expect(await bookShipment(a, await claim(a))).toMatchObject({ kind: 'booked' });
  });

  it('a job that was given to the other one before it began is not begun', async () => {
    await plan();
    const job = await claim(a);
    await dies(a);
    expect(await takeOverWork(b, () => none)).toBe(true);
    const taken = await claim(b);
    expect(taken.fence).toBeGreaterThan(job.fence);
    expect(await bookShipment(a, job)).toBeNull();
    expect(platform.calls).toEqual([]);
    expect(await bookShipment(b, taken)).toMatchObject({ kind: 'booked' });
  });

  it('asks again after a lost answer once, whichever of them asks', async () => {
    await plan();
    platform.next.push(unknownOutcome('NETWORK_CUT'));
    expect(await bookShipment(a, await claim(a))).toMatchObject({ kind: 'unsure' });
    expect(await bookShipment(b, await claim(b, 'find'))).toMatchObject({ kind: 'booked' });
    expect(await claim(a, 'find')).toBeUndefined();
  });

  it('a label that a dead one was printing is left to a person, and what it had only drawn waits for it', async () => {
    await plan('tcp://127.0.0.1:9');
    await bookShipment(a, await claim(a));
    const job = await claim(a, 'print');
    const seen = await label();
    await a.store.write(async (write) => {
      const rendering = await write.printJobs.move(seen, 'rendering');
      if (rendering !== undefined) await write.printJobs.move(rendering, 'sending', { sentAt: 1 });
    });
    expect(await takeOverWork(b, () => none)).toBe(false);
    await dies(a);
    expect(await takeOverWork(b, () => none)).toBe(true);
    expect(await label()).toMatchObject({ state: 'unsure' });
    expect(await a.store.write((write) => write.jobs.settle(job))).toBe(false);
    expect(await claim(b, 'print')).toBeUndefined();
  });

  it('what one has claimed and does not work on is put right by itself, beside what it works on', async () => {
    await plan();
    const job = await claim(a);
    expect(await takeOverWork(a, () => new Set([job.id]))).toBe(false);
    expect(await takeOverWork(a, () => none)).toBe(true);
    expect(await a.store.read.jobs.isHeld(job)).toBe(false);
    expect(await claim(b)).toMatchObject({ id: job.id });
  });
});
