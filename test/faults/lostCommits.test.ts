import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrinterTransport } from '../../electron/printers/kit/printerTransport.ts';
import { openServerStore } from '../../electron/store/server/openServerStore.ts';
import { planBookings } from '../../electron/usecases/booking/plan.ts';
import { printLabel } from '../../electron/usecases/printing/printLabel.ts';
import { isServerAway } from '../../electron/usecases/workstations/serverAway.ts';
import { happened, unknownOutcome } from '../../shared/errors/outcome.ts';
import { type PostgresReplica, startReplica } from '../doubles/servers/postgresReplica.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { BookingWorld } from './bookingWorld.ts';

const orderCount = 3;
const all = [0, 1, 2];

/** The primary waits for nobody: what it committed last is missing on the replica that takes its place. */
describe.skipIf(!hasPostgres())('a replica that is promoted without the last commits', () => {
  let primary: PostgresServer;
  let replica: PostgresReplica;
  let a: BookingWorld;
  let b: BookingWorld;

  /** Jobs of the labels that came out. */
  const papers: string[] = [];
  const printer: PrinterTransport = {
    id: 'tcp',
    send: async (_, { jobId }) => {
      papers.push(jobId);
      return happened({ level: 'accepted' });
    },
    find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
    probe: async () => 'ready',
  };

  const benchAt = (id: string, seed: number) => ({
    seed,
    at: { id, isShared: true },
    transports: [printer],
    async openBook(parts: Parameters<typeof openServerStore>[1]) {
      const hosts = [primary, replica].map(({ port }) => ({ host: '127.0.0.1', port }));
      const opened = await openServerStore({ user: primary.user, database: 'hall', hosts }, parts);
      if (!opened.ok) throw new Error(opened.code);
      return opened.value;
    },
  });

  beforeEach(async () => {
    const started = await startPostgres();
    if (started === null) throw new Error('no server runs');
    primary = started;
    const { port, user } = primary;
    const admin = new Client({ host: '127.0.0.1', port, user, database: 'postgres' });
    await admin.connect();
    await admin.query('create database hall');
    await admin.end();
    replica = await startReplica(primary, { isSynchronous: false });
    papers.length = 0;
    a = await BookingWorld.open(orderCount, 1, benchAt('a', 1));
    b = await a.beside(benchAt('b', 1_001));
    for (const bench of [a, b]) await bench.start();
  });
  afterEach(async () => {
    await b.workspace.close();
    await a.close();
    await replica.close();
    await primary.close();
  });

  const lines = () => a.servers.flatMap(({ ledger }) => ledger.lines);
  const numbers = async ({ workspace }: BookingWorld) =>
    (await workspace.store.read.orders.window({}, { offset: 0, limit: 10 })).map(
      ({ waybillNo }) => waybillNo,
    );
  const shipments = (bench: BookingWorld, state: 'planned' | 'unsure' | 'booked') =>
    bench.workspace.store.read.shipments.inState(state);

  async function failOver(): Promise<void> {
    await primary.stopNow();
    await replica.promote();
  }

  it('lacks bookings: their bench finds them by its journal, asks for each by its code, and books none again', async () => {
    await a.plan(all, 0);
    await replica.fallBehind();
    await a.settle();
    const before = (await numbers(a)).sort();
    expect(lines()).toHaveLength(orderCount);
    await failOver();
    a.workspace = await a.workspace.reopen();
    expect(await shipments(a, 'planned')).toHaveLength(orderCount);
    await a.start();
    expect(await shipments(a, 'unsure')).toHaveLength(orderCount);
    await a.settle();
    expect((await numbers(a)).sort()).toEqual(before);
    expect(lines()).toHaveLength(orderCount);
    await a.expectPromisesKept();
  });

  it('lacks what was to be booked, too: another bench without that journal gets the same numbers, since the code follows from the order', async () => {
    await replica.fallBehind();
    await a.plan(all, 0);
    await a.settle();
    const before = (await numbers(a)).sort();
    await failOver();
    // The first connections find that the old one is gone.
    await b.restart();
    expect(await shipments(b, 'booked')).toEqual([]);
    await b.plan(all, 0);
    await b.settle();
    expect((await numbers(b)).sort()).toEqual(before);
    await a.restart();
    await a.settle([b]);
    expect((await numbers(a)).sort()).toEqual(before);
    expect(lines()).toHaveLength(orderCount);
    await a.expectPromisesKept();
  });

  /** With a label each, at the printer of the first bench. */
  const plan = () =>
    planBookings(a.workspace, {
      orderIds: all.map((no) => sampleOrder(no).id),
      accountId: a.accountIds[0] ?? '',
      carrier: 'ZTO',
      printerUri: 'at:a/tcp://127.0.0.1:9100',
    });

  async function print(): Promise<void> {
    const { store, clock } = a.workspace;
    for (const job of await store.write((write) => write.jobs.claim(['print'], 10, clock.now())))
      await printLabel(a.workspace, job);
  }

  /** Labels that wait for hours are not printed unasked. */
  async function bookAndPrint(): Promise<void> {
    for (let round = 0; round < 8; round++) {
      await a.workspace.clock.advance(3 * 60_000);
      await a.work();
      await print();
    }
  }

  /** Its first connections find that the old server is gone. */
  async function goOn(bench: BookingWorld): Promise<void> {
    const { lease, store } = bench.workspace;
    for (const ask of [() => lease.renew(), () => store.write(async () => true)]) {
      const hasAnswered = async () => {
        try {
          return await ask();
        } catch (error) {
          if (isServerAway(error)) return false;
          throw error;
        }
      };
      while (!(await hasAnswered()));
    }
  }

  it.each([
    { what: 'is opened again', comeBack: () => a.restart() },
    { what: 'stays open', comeBack: () => goOn(a) },
  ])(
    'lacks labels that came out: a bench that $what has them in its journal, and asks instead of printing them again',
    async ({ comeBack }) => {
      await replica.fallBehind();
      await plan();
      await bookAndPrint();
      expect(papers).toHaveLength(orderCount);
      await failOver();
      await comeBack();
      await plan();
      await bookAndPrint();
      expect(await shipments(a, 'booked')).toHaveLength(orderCount);
      expect(papers).toHaveLength(orderCount);
      const states = await a.workspace.store.read.printJobs.inStates([
        'unsure',
        'waiting',
        'accepted',
        'confirmed',
      ]);
      expect(states.map(({ state }) => state)).toEqual(all.map(() => 'unsure'));
    },
    60_000,
  );

  it('lacks bookings and labels: their bench stays open, reads its journal before it does anything else, and does none of it again', async () => {
    await plan();
    for (const _ of all) {
      await a.workspace.clock.advance(60_000);
      await a.work();
    }
    await replica.fallBehind();
    await print();
    expect(papers).toHaveLength(orderCount);
    await failOver();
    await goOn(a);
    const { read } = a.workspace.store;
    // Before anybody looks at the labels that waited there.
    expect(await read.printJobs.inStates(['unsure'])).toHaveLength(orderCount);
    await bookAndPrint();
    expect(papers).toHaveLength(orderCount);
    await a.expectPromisesKept();
  });

  it('lacks what a bench has committed but not what its journal holds: the bench goes on as it was', async () => {
    await replica.fallBehind();
    await a.workspace.store.write((write) => write.settings.put('language', 'en'));
    await failOver();
    await goOn(a);
    await plan();
    await bookAndPrint();
    expect(papers).toHaveLength(orderCount);
    await a.expectPromisesKept();
  });
});
