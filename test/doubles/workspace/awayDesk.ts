import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Order } from '../../../electron/store/schema.ts';
import type { OrderIntent } from '../../../electron/store/workstations/intentJson.ts';
import { awayFolderName, openAwayStore } from '../../../electron/store/workstations/openAwayStore.ts';
import { commandAtBench } from '../../../electron/usecases/packing/command.ts';
import { scanAtBench } from '../../../electron/usecases/packing/scan.ts';
import { weighAtBench } from '../../../electron/usecases/packing/weigh.ts';
import type { Workspace } from '../../../electron/usecases/workspace/workspace.ts';
import { AwayBench } from '../../../electron/usecases/workstations/away/awayBench.ts';
import { bringBackLeft } from '../../../electron/usecases/workstations/away/bringBack.ts';
import { askOfOrder, leaveIntents } from '../../../electron/usecases/workstations/away/intents.ts';
import { isServerAway } from '../../../electron/usecases/workstations/serverAway.ts';
import type { PackAnswer } from '../../../shared/contracts/packing/packing.ts';
import type { PackCommand } from '../../../shared/domain/packing/packCommands.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { type BenchDesk, of, openBenchDesk } from './benchDesk.ts';
import { type CutStore, cutStore } from './cutStore.ts';
import { testKey } from './openTestWorkspace.ts';
import { putReadyDatabase } from './readyDatabase.ts';
import { sampleOrder } from './sampleOrder.ts';

/** A bench of a server's book, whose server goes away and comes back. */
export interface AwayDesk {
  readonly desk: BenchDesk;
  readonly server: CutStore;
  readonly bench: () => AwayBench;
  scan(code: string, gestureId?: string): Promise<PackAnswer>;
  weigh(grams: number): Promise<PackAnswer>;
  command(command: PackCommand, reason?: string): Promise<PackAnswer>;
  /** Asks for something of an order, as a person who has just read it. */
  ask(order: number, asked: OrderIntent): Promise<Outcome<unknown>>;
  /** The order as the bench has it now. */
  seen(order: number): Promise<Order | undefined>;
  /** What waits in the book comes out, as its workers do it. */
  print(): Promise<void>;
  /** Until no label waits at the bench any more. */
  printed(count: number): Promise<void>;
  /** As if the program had been killed, and started again. */
  startAgain(): Promise<void>;
  /** The same while the server is away: on what the bench keeps. It goes to the book with the first check that the server answers. */
  startAway(): Promise<void>;
  close(): Promise<void>;
}

/** `id`: of the bench. The book is a file that stands for the server's. */
export async function openAwayDesk(orders: readonly Partial<Order>[], id = 'b1'): Promise<AwayDesk> {
  const place = mkdtempSync(join(tmpdir(), 'server-'));
  const at = { id, isShared: true };
  let server: CutStore | null = null;
  const desk = await openBenchDesk(orders, {
    at,
    async openBook({ workstation }) {
      mkdirSync(join(place, awayFolderName));
      await putReadyDatabase(join(place, awayFolderName), testKey);
      const opened = of(await openAwayStore({ folder: place, dataKey: testKey, workstation }));
      server = cutStore(opened);
      return server.store;
    },
  });
  if (server === null) throw new Error('no book was opened');
  const { workspace } = desk;
  await workspace.store.write((write) => workspace.lease.take(write));
  const onBug = (error: unknown): never => {
    throw error;
  };
  let bench = await AwayBench.open(workspace, { dataKey: testKey, onBug });
  const startAgain = async (): Promise<void> => {
    await bench.close();
    // As the next opening does, which waits for a server that is away.
    await bringBackLeft(workspace, testKey).catch((error: unknown) => {
      if (!isServerAway(error)) throw error;
    });
    bench = await AwayBench.open(workspace, { dataKey: testKey, onBug });
  };
  const knock = async (): Promise<Outcome<null>> => {
    try {
      await workspace.store.read.leases.now();
      return done(null);
    } catch (error) {
      if (!isServerAway(error)) throw error;
      return failure('SERVER_AWAY');
    }
  };
  let gestures = 0;
  const next = async (): Promise<string> => {
    await workspace.clock.advance(1_000);
    return `away-gesture-${String(++gestures).padStart(4, '0')}`;
  };
  return {
    desk,
    server,
    bench: () => bench,
    async scan(code, gestureId) {
      const id = gestureId ?? (await next());
      return of(await bench.gesture(workspace, (there) => scanAtBench(there, { gestureId: id, code })));
    },
    async weigh(grams) {
      const gestureId = await next();
      const sane = { source: 'scale' as const, ageMs: 100, isStable: true, zeroAgeMs: 100 };
      return of(
        await bench.gesture(workspace, async (there) => {
          const open = await there.store.read.packedParcels.open();
          return weighAtBench(there, { gestureId, parcelId: open?.id ?? '', grams, ...sane });
        }),
      );
    },
    async command(command, reason) {
      const gestureId = await next();
      return of(
        await bench.gesture(workspace, (there) => commandAtBench(there, { gestureId, command, reason })),
      );
    },
    async ask(order, asked) {
      await next();
      const { id } = sampleOrder(order);
      const version = await bench.atLeisure(
        workspace,
        async (at) => (await at.store.read.orders.byId(id))?.version,
      );
      const seen = { orderId: id, version: version ?? null };
      const go = (at: Workspace) => askOfOrder(at, seen, asked);
      return bench.changing(workspace, go, (at) => leaveIntents(at, [seen], asked, go));
    },
    seen: (order) => bench.atLeisure(workspace, (at) => at.store.read.orders.byId(sampleOrder(order).id)),
    print: () => desk.print(bench.devices),
    async printed(count) {
      while (desk.sent.length < count) await new Promise(setImmediate);
      for (;;) {
        const left = await bench.during(workspace, (there) => there.store.read.jobs.counts());
        if (left.length === 0) return;
        await new Promise(setImmediate);
      }
    },
    startAgain,
    async startAway() {
      await bench.close();
      let answered = false;
      const way = { knock, onAnswer: () => (answered = true) };
      const started = await AwayBench.open(workspace, { dataKey: testKey, onBug, way });
      const check = started.check.bind(started);
      started.check = async () => {
        await check();
        if (answered) await startAgain();
      };
      bench = started;
    },
    async close() {
      await bench.close();
      await workspace.close();
      rmSync(place, { recursive: true });
    },
  };
}
