import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { systemClock } from '../../electron/platform/clock.ts';
import { openServerStore } from '../../electron/store/server/openServerStore.ts';
import { planBookings } from '../../electron/usecases/booking/plan.ts';
import { KdniaoServer } from '../doubles/platforms/kdniaoServer.ts';
import { type FakePrinter, startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import { type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { startBuilt } from './benchProcess.ts';
import { digestOfWhole } from './shipBench.ts';

/** Clocks of benches are so far from each other. */
const aheadMs: readonly number[] = [0, 60_000, -60_000, 30_000];
/** Long enough for a kill to meet a booking that is on its way. */
const latencyMs = 400;
/** Of each bench. */
const ordersOfRound = 10;

/** One bench of the hall, which dies and comes back. */
export interface Bench {
  readonly id: string;
  readonly no: number;
  readonly printer: FakePrinter;
  /** Of its journal. */
  readonly folder: string;
  /** Where this one looks for the book, at whichever of them takes writes; none: where the hall does. */
  ports: readonly number[];
  child: ChildProcess | null;
  /** It works. */
  isReady: boolean;
  lives: number;
}

/** What its book lies on. */
type HallServer = Pick<PostgresServer, 'port' | 'user' | 'stopNow' | 'startAgain' | 'close'>;

/** A hall of packing benches: one server with the book, one platform, a label printer and a process for each bench. */
export class BenchHall {
  readonly platform = new KdniaoServer({ latencyMs });
  readonly benches: Bench[] = [];
  /** What benches said before they ended for a bug. */
  readonly bugs: string[] = [];
  kills = 0;
  readonly #server: HallServer;
  #desk: TestWorkspace | null = null;

  private constructor(server: HallServer) {
    this.#server = server;
  }

  /** null: there is no PostgreSQL here. */
  static async open(benchCount: number, orderCount: number): Promise<BenchHall | null> {
    const server = await startPostgres();
    return server === null ? null : BenchHall.on(server, benchCount, orderCount);
  }

  /** On a server that is there; it ends with the hall. */
  static async on(server: HallServer, benchCount: number, orderCount: number): Promise<BenchHall> {
    const hall = new BenchHall(server);
    const admin = new Client({ ...hall.#place, database: 'postgres' });
    await admin.connect();
    await admin.query('create database hall');
    await admin.end();
    hall.#desk = await openTestWorkspace({
      at: { id: 'desk', isShared: true },
      async openBook(parts) {
        const opened = await openServerStore(hall.#place, parts);
        if (!opened.ok) throw new Error(opened.code);
        return opened.value;
      },
    });
    for (let no = 0; no < benchCount; no++)
      hall.benches.push({
        id: `bench-${no}`,
        no,
        printer: await startFakePrinter({ keeps: digestOfWhole }),
        folder: mkdtempSync(join(tmpdir(), 'bench-')),
        ports: [],
        child: null,
        isReady: false,
        lives: 0,
      });
    await hall.#plan(orderCount);
    return hall;
  }

  get desk(): TestWorkspace {
    if (this.#desk === null) throw new Error('the hall is closed');
    return this.#desk;
  }

  get #place() {
    const { port, user } = this.#server;
    return { host: '127.0.0.1', port, user, database: 'hall' };
  }

  /**
   * Each bench's orders get their labels at its own printer, whoever books them. Planned in rounds: were all of one bench booked first, its
   * printer alone would have to keep up with what all of them book.
   */
  async #plan(orderCount: number): Promise<void> {
    const orders = Array.from({ length: orderCount }, (_, no) =>
      sampleOrder(no, { detail: `科技园 ${no + 1} 号` }),
    );
    await this.desk.store.write((write) => write.orders.insertMany(orders));
    const { id: accountId } = await testAccount(this.desk, {
      platform: 'kdniao',
      merchantId: this.platform.merchantId,
      secret: this.platform.apiKey,
      endpoint: await this.platform.listen(),
    });
    const roundOrders = ordersOfRound * this.benches.length;
    for (let first = 0; first < orders.length; first += roundOrders)
      for (const { id, no, printer } of this.benches) {
        const orderIds = orders
          .slice(first, first + roundOrders)
          .filter((_, index) => index % this.benches.length === no)
          .map((order) => order.id);
        if (orderIds.length === 0) continue;
        const printerUri = `at:${id}/tcp://127.0.0.1:${printer.port}`;
        const planned = await planBookings(this.desk, { orderIds, accountId, carrier: 'ZTO', printerUri });
        if (!planned.ok) throw new Error(planned.code);
      }
  }

  start(bench: Bench): void {
    bench.lives += 1;
    bench.isReady = false;
    const words = {
      id: bench.id,
      // Ids of one life do not meet those of another.
      seed: 10_000 * (bench.no + 1) + bench.lives,
      folder: bench.folder,
      aheadMs: aheadMs[bench.no % aheadMs.length],
      server: this.#serverOf(bench),
    };
    const child = startBuilt('benchProgram', words);
    child.stdout?.once('data', () => {
      bench.isReady = bench.child === child;
    });
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
    });
    child.once('exit', (code) => {
      if (code === 3) this.bugs.push(said);
      if (bench.child === child) bench.child = null;
    });
    bench.child = child;
  }

  /** All of them, when their work is done. */
  async switchOff(): Promise<void> {
    const { kills } = this;
    for (const bench of this.benches) await this.kill(bench);
    this.kills = kills;
  }

  #serverOf({ ports }: Bench) {
    const { host, ...place } = this.#place;
    const hosts = ports.map((port) => ({ host, port }));
    return hosts.length > 1 ? { ...place, hosts } : { ...place, ...(hosts[0] ?? { host }) };
  }

  async kill(bench: Bench): Promise<void> {
    const { child } = bench;
    if (child === null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.kill('SIGKILL')) this.kills += 1;
    await gone;
  }

  async cutServer(forMs: number): Promise<void> {
    await this.#server.stopNow();
    await systemClock.sleep(forMs);
    await this.#server.startAgain();
  }

  /** Benches that are sending a booking, as soon as there are any; none when there is nothing left to send. */
  async sending(): Promise<readonly Bench[]> {
    const { read } = this.desk.store;
    while (this.bugs.length === 0 && (await this.left([])) > 0) {
      const sending = new Set((await read.shipments.inState('sending').catch(() => [])).map(({ id }) => id));
      const claimed = (await read.jobs.claimed().catch(() => [])).filter((job) => sending.has(job.subjectId));
      const busy = this.benches.filter(
        ({ id, isReady, child }) =>
          isReady && child !== null && claimed.some(({ claimedBy }) => claimedBy === id),
      );
      if (busy.length > 0) return busy;
      await systemClock.sleep(20);
    }
    return [];
  }

  /** Bookings and labels that somebody still has to do; of the labels those at the printers of these benches. */
  async left(benches: readonly Bench[]): Promise<number> {
    const { read } = this.desk.store;
    try {
      const jobs = await read.jobs.counts();
      const bookings = jobs.filter(({ kind, state }) => kind !== 'print' && state !== 'parked');
      const labels = await read.printJobs.inStates(['waiting', 'rendering', 'sending']);
      const wanted = labels.filter(({ printerUri }) =>
        benches.some(({ id }) => printerUri.startsWith(`at:${id}/`)),
      );
      return bookings.reduce((all, { total }) => all + total, wanted.length);
    } catch {
      // The server is away: nothing is known to be done.
      return Number.POSITIVE_INFINITY;
    }
  }

  async close(): Promise<void> {
    await this.switchOff();
    await this.#desk?.close();
    for (const { printer, folder } of this.benches) {
      await printer.close();
      rmSync(folder, { recursive: true });
    }
    await this.platform.close();
    await this.#server.close();
  }
}
