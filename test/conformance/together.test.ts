import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createBookClock } from '../../electron/dispatch/bookClock.ts';
import { createSharedPacer } from '../../electron/dispatch/sharedPacer.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import type { Store } from '../../electron/store/store.ts';
import { bookShipment } from '../../electron/usecases/booking/book.ts';
import { planBookings } from '../../electron/usecases/booking/plan.ts';
import { choosePrinter } from '../../electron/usecases/printing/printers/choosePrinter.ts';
import { addPrinter } from '../../electron/usecases/printing/printers/printers.ts';
import { onDuty } from '../../electron/usecases/workstations/duty.ts';
import { createNotices } from '../../electron/usecases/workstations/notices.ts';
import type { ChangeTopic } from '../../shared/contracts/session.ts';
import { scriptedPlatform } from '../doubles/platforms/scriptedPlatform.ts';
import { type TestWorkspace, testAccount } from '../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { openSharedBook, type SharedBook } from './sharedBook.ts';
import { engines } from './storeEngines.ts';

describe.each(engines)('what workstations tell each other on $name', ({ open }) => {
  const desk = storeDesk(open);
  const reserve = (spacingMs: number, leadMs = 0) =>
    desk.store.apart(({ paces }) => paces.reserve('a1 book', spacingMs, leadMs));

  it('gives each start away once, so far apart as was asked', async () => {
    // So far ahead that a busy machine does not pass them while it asks.
    const starts = [await reserve(15_000, 15_000), await reserve(15_000), await reserve(15_000)];
    const [first, second, third] = starts.map(({ at }) => at);
    expect(first).toBeGreaterThanOrEqual((starts[0]?.now ?? 0) + 14_950);
    expect([second, third]).toEqual([(first ?? 0) + 15_000, (first ?? 0) + 30_000]);
  });

  it('waits a second before a lower pace begins', async () => {
    const { at } = await reserve(20, 15_000);
    expect((await reserve(50)).at).toBe(at + 20 + 1_100);
    expect((await reserve(20)).at).toBe(at + 20 + 1_100 + 50);
  });

  it('does not wait for a moment that a clock planned before it was set back', async () => {
    const { now } = await reserve(1, 3_600_000);
    expect((await reserve(1)).at).toBeLessThan(now + 60_000);
  });

  it('numbers what changed, for the others alone, and forgets it after its time', async () => {
    await desk.store.apart(({ notices }) => notices.add('orders status'));
    expect(await desk.store.read.notices.lastNo()).toBe(1);
    expect(await desk.store.read.notices.around(0)).toEqual([]);
    await desk.store.apart(({ notices }) => notices.forget(60_000));
    expect(await desk.store.read.notices.lastNo()).toBe(1);
    await desk.store.apart(({ notices }) => notices.forget(-60_000));
    expect(await desk.store.read.notices.lastNo()).toBe(0);
  });
});

const place = inject('server');

/** Until a transaction stands behind another one. */
async function untilSomebodyWaits(database: string): Promise<void> {
  const client = new Client({ ...place, database });
  await client.connect();
  const waits =
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while ((await client.query(waits)).rows.length === 0);
  await client.end();
}

/** A start as the store gave it away: for when, what time it was, and how soon it was wanted. */
interface GrantedStart {
  readonly at: number;
  readonly now: number;
  readonly leadMs: number;
}

/** The same store, with the starts it gives away written down. */
function noting(store: Store, given: GrantedStart[]): Store {
  return {
    ...store,
    apart: (work) =>
      store.apart((repositories) =>
        work({
          ...repositories,
          paces: {
            async reserve(lane, spacingMs, leadMs) {
              const start = await repositories.paces.reserve(lane, spacingMs, leadMs);
              given.push({ ...start, leadMs });
              return start;
            },
          },
        }),
      ),
  };
}

describe.skipIf(place === null)('workstations of one book', () => {
  let book: SharedBook;
  let a: TestWorkspace;
  let b: TestWorkspace;
  const platform = scriptedPlatform();

  beforeEach(async () => {
    if (place === null) return;
    book = await openSharedBook(place);
    a = await book.join('a', { platforms: [platform] });
    b = await book.join('b', { platforms: [platform] });
    for (const { store, lease } of [a, b]) await store.write((write) => lease.take(write));
  });
  afterEach(() => book.close());

  it('start no more calls in any second than one alone may, nor later than that, whatever their clocks say', async () => {
    const starts: number[] = [];
    const given: GrantedStart[] = [];
    const skewed = [0, 60_000, -60_000, 1_234].map((aheadMs) => ({
      ...systemClock,
      now: () => systemClock.now() + aheadMs,
    }));
    await Promise.all(
      skewed.map(async (clock, no) => {
        const store = noting((no % 2 === 0 ? a : b).store, given);
        const pacer = createSharedPacer(store, createBookClock(clock));
        for (let call = 0; call < 12; call++) {
          await pacer.take('a1 send', 20);
          starts.push(performance.now());
        }
      }),
    );
    starts.sort((one, other) => one - other);
    for (const [no, at] of starts.entries())
      expect(starts.slice(no).filter((other) => other < at + 1_000).length).toBeLessThanOrEqual(20);
    // Not slower than nine tenths of the pace either: each follows the one before it so closely, unless nobody asked so soon.
    expect(given.length).toBeGreaterThanOrEqual(starts.length);
    given.sort((one, other) => one.at - other.at);
    for (const [no, { at, now, leadMs }] of given.entries())
      expect(at).toBeLessThanOrEqual(Math.max((given[no - 1]?.at ?? 0) + 1_000 / 18, now + leadMs));
    // A start that comes late is given up for another one, again and again beside much other work.
  });

  it('change nothing in a book that left while they waited for their turn', async () => {
    let waiting: Promise<unknown> = Promise.resolve();
    await a.store.write(async (write) => {
      waiting = b.store.write((late) => late.settings.put('language', 'en')).catch((error) => error);
      await untilSomebodyWaits(book.database);
      await write.settings.put('bookMove', { state: 'left', benchId: 'a', benchName: 'first', copy: null });
    });
    expect(await waiting).toMatchObject({ failure: { code: 'SERVER_BOOK_MOVED' } });
  });

  it('refuse what waits for its turn when their book is closed, and end what has it', async () => {
    const done: string[] = [];
    let closing: Promise<unknown> = Promise.resolve();
    let waiting: Promise<unknown> = Promise.resolve();
    const { store } = await book.join('c');
    await store.write(async ({ settings }) => {
      waiting = store.write(async () => done.push('late')).catch((error) => error);
      await settings.put('language', 'en');
      closing = store.close();
      expect(await waiting).toMatchObject({ failure: { code: 'SERVER_AWAY' } });
      done.push('begun before');
    });
    await closing;
    expect(done).toEqual(['begun before']);
  });

  it('let what is not a booking write first, where several wait at one of them', async () => {
    const done: string[] = [];
    const note = (name: string) => async () => done.push(name);
    await Promise.all([
      a.store.write(note('first')),
      a.store.write(note('booking'), 'behind'),
      a.store.write(note('label')),
      a.store.write(note('person')),
    ]);
    expect(done).toEqual(['first', 'label', 'person', 'booking']);
  });

  it('do one thing for all at one of them, and at another once that one is gone', async () => {
    const done: string[] = [];
    const round = (workspace: TestWorkspace, name: string) =>
      onDuty(workspace, 'tracking', async () => done.push(name));
    await round(a, 'a');
    await round(b, 'b');
    await round(a, 'a');
    expect(done).toEqual(['a', 'a']);
    await a.lease.leave();
    await round(b, 'b');
    expect(done).toEqual(['a', 'a', 'b']);
  });

  it('hear once what the other one changed, and never of their own', async () => {
    const heard: ChangeTopic[][] = [[], []];
    const stop = new AbortController();
    const notices = [a, b].map(({ store }, no) =>
      createNotices({
        store,
        clock: systemClock,
        tellHere: (...topics) => heard[no]?.push(...topics),
        onBug: (error) => expect.unreachable(String(error)),
      }),
    );
    const came: (() => void)[] = [];
    const following = notices.map((one) =>
      one.follow(() => came.splice(0).map((tell) => tell()), stop.signal),
    );
    const next = () => new Promise<void>((resolve) => came.push(resolve));
    // Whoever follows begins with what comes from then on.
    await b.store.read.notices.lastNo();
    const news = next();
    notices[0]?.changed('orders', 'status');
    const askedAt = performance.now();
    await news;
    // Looked for every half second.
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    const more = next();
    notices[0]?.changed('orders');
    await more;
    stop.abort();
    await Promise.all(following);
    expect(heard).toEqual([
      ['orders', 'status', 'orders'],
      ['orders', 'status', 'orders'],
    ]);
  });

  it('tell what is on its way before they leave, and nothing behind it', async () => {
    const onBug = (error: unknown) => expect.unreachable(String(error));
    let pass = (): void => undefined;
    const waited = new Promise<void>((resolve) => {
      pass = resolve;
    });
    const told: string[] = [];
    const slow = {
      ...a.store,
      apart: (async () => {
        await waited;
        told.push('told');
      }) as typeof a.store.apart,
    };
    const clock = { ...systemClock, sleep: async () => undefined };
    const notices = createNotices({ store: slow, clock, tellHere: () => undefined, onBug });
    notices.changed('orders');
    await new Promise(setImmediate);
    const left = notices.leave().then(() => told.push('left'));
    notices.changed('status');
    pass();
    await left;
    expect(told).toEqual(['told', 'left']);
  });

  it('have printers of their own under the same address, and print a label where it was wanted', async () => {
    const uri = 'file:///dev/usb/lp0';
    for (const workspace of [a, b])
      expect(await addPrinter(workspace, { uri, name: 'bench' })).toMatchObject({ ok: true });
    const ofA = (await a.store.read.printers.all()).map((printer) => printer.uri);
    const ofB = (await b.store.read.printers.all()).map((printer) => printer.uri);
    expect([ofA, ofB]).toEqual([[`at:a/${uri}`], [`at:b/${uri}`]]);
    expect(await choosePrinter(b, ofA[0] ?? '')).toMatchObject({ ok: false, code: 'PRINTER_ELSEWHERE' });
    const chosen = await choosePrinter(a, uri);
    expect(chosen).toEqual({ ok: true, value: ofA[0] });
    await a.store.write((write) => write.orders.insertMany([sampleOrder(0)]));
    const { id: accountId } = await testAccount(a, { platform: 'scripted' });
    await planBookings(a, {
      orderIds: [sampleOrder(0).id],
      accountId,
      carrier: 'ZTO',
      printerUri: ofA[0] ?? '',
    });
    const [job] = await b.store.write((write) => write.jobs.claim(['book'], 1, b.clock.now()));
    if (job !== undefined) expect(await bookShipment(b, job)).toMatchObject({ kind: 'booked' });
    const claimPrint = (by: TestWorkspace) =>
      by.store.write((write) => write.jobs.claim(['print'], 1, by.clock.now()));
    expect(await claimPrint(b)).toEqual([]);
    expect(await claimPrint(a)).toMatchObject([{ workstationId: 'a', lane: ofA[0] }]);
  });
});
