import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { systemClock } from '../../electron/platform/clock.ts';
import type { Order } from '../../electron/store/schema.ts';
import { openServerStore } from '../../electron/store/server/openServerStore.ts';
import type { Store } from '../../electron/store/store.ts';
import { bookShipment } from '../../electron/usecases/booking/book.ts';
import { planBookings } from '../../electron/usecases/booking/plan.ts';
import { buildParts } from '../../electron/usecases/workspace/parts.ts';
import { practiceAccount } from '../../electron/usecases/workspace/practice.ts';
import type { Workspace } from '../../electron/usecases/workspace/workspace.ts';
import { createOnServer } from '../../electron/usecases/workstations/createOnServer.ts';
import { noKeyStore } from '../../electron/vault/keyStorePort.ts';
import { usualPackingRules } from '../../shared/domain/packing/packing.ts';
import type { Outcome } from '../../shared/errors/outcome.ts';
import { type FakePrinter, startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import { type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { type Began, BenchProcess, type Said } from './benchProcess.ts';

function of<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

/** The core of a window as a process with a label printer, on a book of a real server that is away when it is started. */
export class ReopenHall {
  readonly printer: FakePrinter;
  /** The book as its administrator sees it. */
  readonly book: Store;
  readonly bench = new BenchProcess('reopenProgram');
  readonly folder: string;
  readonly #server: PostgresServer;

  private constructor(server: PostgresServer, printer: FakePrinter, folder: string, book: Store) {
    this.#server = server;
    this.printer = printer;
    this.folder = folder;
    this.book = book;
  }

  /** null: there is no PostgreSQL here. */
  static async open(orderCount: number): Promise<ReopenHall | null> {
    const server = await startPostgres();
    if (server === null) return null;
    const { port, user } = server;
    const admin = new Client({ host: '127.0.0.1', port, user, database: 'postgres' });
    await admin.connect();
    await admin.query('create database hall');
    await admin.end();
    const folder = mkdtempSync(join(tmpdir(), 'reopen-bench-'));
    const printer = await startFakePrinter();
    const place = { host: '127.0.0.1', port, user, database: 'hall' };
    const parts = buildParts({
      resourceFolder: fileURLToPath(new URL('../../resources', import.meta.url)),
      orderReaderFile: '',
      changed: () => undefined,
    });
    const request = { folder, passphrase: '', keyStore: noKeyStore, isPracticeWanted: true } as const;
    const made = await createOnServer(
      { ...request, whenMissing: 'create' },
      { name: 'bench', isPersonalSealed: false, server: { ...place, password: '' } },
      parts,
    );
    const { workspace, close } = of(made);
    await setUp(workspace, orderCount, `tcp://127.0.0.1:${printer.port}`);
    await close();
    return new ReopenHall(server, printer, folder, of(await openServerStore(place)));
  }

  start(fault = ''): Promise<Began | null> {
    return this.bench.start({ folder: this.folder }, fault);
  }

  scan(code: string, gestureId: string): Promise<Said | null> {
    return this.bench.scan(gestureId, code);
  }

  /** Labels that came out: a question after the printer's state is no paper. */
  get labels(): number {
    return this.printer.papers.filter(({ length }) => length > 1_000).length;
  }

  /** Until the bench works on the book again; false: it died on the way there. */
  async atBook(): Promise<boolean> {
    while (this.bench.isAlive) {
      const said = await this.bench.scan('', '');
      if (said !== null && !said.isAway) return true;
      await systemClock.sleep(50);
    }
    return false;
  }

  /** As by `pg_ctl stop -m immediate`. */
  stopServer = (): Promise<void> => this.#server.stopNow();
  startServer = (): Promise<void> => this.#server.startAgain();

  async order(no: number): Promise<Order> {
    const found = await this.book.read.orders.byId(sampleOrder(no).id);
    if (found === undefined) throw new Error(`no order ${no}`);
    return found;
  }

  async close(): Promise<void> {
    await this.bench.end();
    await this.book.close();
    await this.printer.close();
    await this.#server.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** Booked orders, and a bench that prints their labels when it opens them. */
async function setUp(workspace: Workspace, orderCount: number, printer: string): Promise<void> {
  const { store, workstation, clock } = workspace;
  const printerUri = `at:${workstation.id}/${printer}`;
  const orders = Array.from({ length: orderCount }, (_, no) => sampleOrder(no));
  await store.write(async (write) => {
    await write.orders.insertMany(orders);
    await write.printers.put({ uri: printerUri, name: '包装台', createdAt: clock.now(), profileJson: '{}' });
    const rules = { printAt: 'open', checksItems: false, printerUri } as const;
    await write.settings.put('packingRules', { ...usualPackingRules, ...rules });
  });
  const { id: accountId } = of(await practiceAccount(workspace));
  const orderIds = orders.map(({ id }) => id);
  of(await planBookings(workspace, { orderIds, accountId, carrier: 'SF', printerUri: null }));
  const jobs = await store.write((write) => write.jobs.claim(['book'], orderCount, clock.now()));
  for (const job of jobs) await bookShipment(workspace, job);
}
