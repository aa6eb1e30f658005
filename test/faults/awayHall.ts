import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { FaultPoint } from '../../electron/platform/faultPoint.ts';
import { openServerStore } from '../../electron/store/server/openServerStore.ts';
import { bookShipment } from '../../electron/usecases/booking/book.ts';
import { planBookings } from '../../electron/usecases/booking/plan.ts';
import { scanAtBench } from '../../electron/usecases/packing/scan.ts';
import { usualPackingRules } from '../../shared/domain/packing/packing.ts';
import { type FakePrinter, startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import { type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { BenchProcess, type Said } from './benchProcess.ts';

/** A bench as a process with a label printer, and a real server with booked orders that goes away and comes back. */
export class AwayHall {
  readonly printer: FakePrinter;
  readonly desk: TestWorkspace;
  /** How long the printer of the bench is at one label, from its next start on. */
  takesMs = 0;
  readonly #server: PostgresServer;
  readonly #folder = mkdtempSync(join(tmpdir(), 'away-bench-'));
  readonly #bench = new BenchProcess('awayProgram');
  #lives = 0;

  readonly #benchId: string;
  readonly #others: AwayHall[] = [];

  private constructor(server: PostgresServer, desk: TestWorkspace, printer: FakePrinter, benchId = 'bench') {
    this.#server = server;
    this.desk = desk;
    this.printer = printer;
    this.#benchId = benchId;
  }

  /** One more bench on the same book, with a printer of its own; it ends with this one. */
  async beside(benchId: string): Promise<AwayHall> {
    const other = new AwayHall(this.#server, this.desk, await startFakePrinter(), benchId);
    this.#others.push(other);
    return other;
  }

  /** null: there is no PostgreSQL here. `unsentCount`: orders behind the booked ones, of which nothing has been sent. */
  static async open(orderCount: number, unsentCount = 0): Promise<AwayHall | null> {
    const server = await startPostgres();
    if (server === null) return null;
    const admin = new Client({
      host: '127.0.0.1',
      port: server.port,
      user: server.user,
      database: 'postgres',
    });
    await admin.connect();
    await admin.query('create database hall');
    await admin.end();
    const desk = await openTestWorkspace({
      at: { id: 'desk', isShared: true },
      async openBook(parts) {
        const { port, user } = server;
        const opened = await openServerStore({ host: '127.0.0.1', port, user, database: 'hall' }, parts);
        if (!opened.ok) throw new Error(opened.code);
        return opened.value;
      },
    });
    const hall = new AwayHall(server, desk, await startFakePrinter());
    await hall.#book(orderCount);
    const unsent = Array.from({ length: unsentCount }, (_, no) => sampleOrder(orderCount + no));
    await desk.store.write((write) => write.orders.insertMany(unsent));
    return hall;
  }

  async #book(orderCount: number): Promise<void> {
    const { desk } = this;
    await desk.store.write((write) => desk.lease.take(write));
    const orders = Array.from({ length: orderCount }, (_, no) => sampleOrder(no));
    await desk.store.write((write) => write.orders.insertMany(orders));
    const { id: accountId } = await testAccount(desk);
    const orderIds = orders.map(({ id }) => id);
    const planned = await planBookings(desk, { orderIds, accountId, carrier: 'SF', printerUri: null });
    if (!planned.ok) throw new Error(planned.code);
    const jobs = await desk.store.write((write) => write.jobs.claim(['book'], orderCount, desk.clock.now()));
    for (const job of jobs) await bookShipment(desk, job);
  }

  /** Resolves when the bench knows what it has to pack, and what it did without the server is in the book; false: it died before. */
  async start(fault = ''): Promise<boolean> {
    const { port, user } = this.#server;
    const benchId = this.#benchId;
    const words = {
      id: benchId,
      // Ids of one bench do not meet those of another.
      seed: 100 * benchId.length + ++this.#lives,
      folder: this.#folder,
      takesMs: this.takesMs,
      printerUri: `at:${benchId}/tcp://127.0.0.1:${this.printer.port}`,
      server: { host: '127.0.0.1', port, user, database: 'hall' },
    };
    return (await this.#bench.start(words, fault)) !== null;
  }

  get kills(): number {
    return this.#bench.kills;
  }

  get isAlive(): boolean {
    return this.#bench.isAlive;
  }

  ask = (words: object): Promise<Said | null> => this.#bench.ask(words);
  scan = (gestureId: string, code: string): Promise<Said | null> => this.#bench.scan(gestureId, code);

  /** Packs orders at the book, at a bench without a printer. */
  async packAtDesk(orderNos: readonly string[]): Promise<void> {
    const rules = { checksItems: false, scansLabel: false, printAt: 'by-hand' } as const;
    await this.desk.store.write((write) =>
      write.settings.put('packingRules', { ...usualPackingRules, ...rules }),
    );
    for (const code of orderNos) {
      const packed = await scanAtBench(this.desk, { gestureId: `desk-${code}`, code });
      if (!packed.ok || packed.value.says !== 'closed') throw new Error(`not packed: ${code}`);
    }
  }

  /** What the bench has for a person to see to; they are kept by bench. */
  async conflicts(): Promise<readonly string[]> {
    const said = await this.#bench.ask({ asks: 'conflicts' });
    if (said === null) throw new Error('the bench is dead');
    return said.says === '' ? [] : said.says.split(' ');
  }

  /** As by `pg_ctl stop -m immediate`. */
  stopServer = (): Promise<void> => this.#server.stopNow();
  startServer = (): Promise<void> => this.#server.startAgain();

  dead = (): Promise<void> => this.#bench.dead();
  end = (): Promise<void> => this.#bench.end();

  async close(): Promise<void> {
    for (const other of this.#others) await other.#leave();
    await this.#leave();
    await this.desk.close();
    await this.#server.close();
  }

  async #leave(): Promise<void> {
    await this.end();
    await this.printer.close();
    rmSync(this.#folder, { recursive: true });
  }
}

/** Ends the bench at the n-th passing. */
export const atPoint = (point: FaultPoint, visit: number): string => `${point}:${visit}`;
