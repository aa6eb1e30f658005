import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { databaseFileName } from '../../electron/store/database/openDatabase.ts';
import type { Job, Order, Shipment } from '../../electron/store/schema.ts';
import { reconcileJournal } from '../../electron/usecases/booking/afterRestore/reconcileJournal.ts';
import { bookShipment } from '../../electron/usecases/booking/book.ts';
import { planBookings } from '../../electron/usecases/booking/plan.ts';
import { recoverWork, takeOverWork } from '../../electron/usecases/workspace/recover.ts';
import { firstRevision } from '../../shared/rules/orderCode.ts';
import { hourMs } from '../../shared/rules/shopTime.ts';
import { KdniaoServer } from '../doubles/platforms/kdniaoServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  type TestWorkspaceOptions,
  testAccount,
} from '../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';

/**
 * A workspace between two platforms on loopback: orders are planned, worked, interrupted and settled at will, on a
 * clock that is moved by hand. What the platforms booked is read from their own ledgers.
 */
export class BookingWorld {
  readonly servers: readonly KdniaoServer[];
  readonly orderCount: number;
  workspace: TestWorkspace;
  /** Was an older copy of the database put back? What it has missed is then only known to the journal. */
  isRestored = false;
  #copy: string | null = null;
  accountIds: readonly string[] = [];

  private constructor(workspace: TestWorkspace, servers: readonly KdniaoServer[], orderCount: number) {
    this.workspace = workspace;
    this.servers = servers;
    this.orderCount = orderCount;
  }

  static async open(orderCount: number, seed = 1, options: TestWorkspaceOptions = {}): Promise<BookingWorld> {
    const servers = [new KdniaoServer(), new KdniaoServer()];
    const workspace = await openTestWorkspace({ seed, ...options });
    const world = new BookingWorld(workspace, servers, orderCount);
    world.accountIds = await Promise.all(
      servers.map(async (server, index) => {
        const account = await testAccount(world.workspace, {
          platform: 'kdniao',
          name: `kdn${index}`,
          merchantId: server.merchantId,
          secret: server.apiKey,
          endpoint: await server.listen(),
        });
        return account.id;
      }),
    );
    // Each its own receiver: a parcel booked under two codes shows by it.
    const orders = Array.from({ length: orderCount }, (_, no) =>
      sampleOrder(no, { detail: `科技园 ${no + 1} 号` }),
    );
    await world.workspace.store.write((write) => write.orders.insertMany(orders));
    return world;
  }

  /** One more bench on the same book, between the same platforms; whoever opened it closes its workspace. */
  async beside(options: TestWorkspaceOptions): Promise<BookingWorld> {
    const world = new BookingWorld(await openTestWorkspace(options), this.servers, this.orderCount);
    world.accountIds = this.accountIds;
    return world;
  }

  orderId(no: number): string {
    return sampleOrder(no).id;
  }

  async order(no: number): Promise<Order> {
    const order = await this.workspace.store.read.orders.byId(this.orderId(no));
    if (order === undefined) throw new Error('an order is lost');
    return order;
  }

  /** All there are by now, further parcels among them. */
  orders(): Promise<Order[]> {
    return this.workspace.store.read.orders.window({}, { offset: 0, limit: 1_000 });
  }

  shipmentsOf(no: number): Promise<Shipment[]> {
    return this.workspace.store.read.shipments.ofOrder(this.orderId(no));
  }

  async plan(nos: readonly number[], account: number) {
    return this.#planIds(
      nos.map((no) => this.orderId(no)),
      account,
    );
  }

  #planIds(orderIds: readonly string[], account: number) {
    return planBookings(this.workspace, {
      orderIds,
      accountId: this.accountIds[account] ?? '',
      carrier: 'ZTO',
      printerUri: null,
    });
  }

  /** Claims what is due, as the loop would that has so many places. */
  async claimDue(places = 100): Promise<Job[]> {
    const { store, clock, lease } = this.workspace;
    // As it does every ten seconds; here hours pass between two moments.
    await lease.renew();
    const now = clock.now();
    return store.write((write) => write.jobs.claim(['book', 'find'], places, now));
  }

  /** Works all that is due, in parallel, or as much as there are places for. The number of jobs. */
  async work(places?: number): Promise<number> {
    const jobs = await this.claimDue(places);
    await Promise.all(jobs.map((job) => bookShipment(this.workspace, job)));
    return jobs.length;
  }

  /** Stops in the middle of whatever is due, `ticks` turns of the event loop after it began, and starts anew. */
  async crash(ticks: number): Promise<void> {
    const jobs = await this.claimDue();
    const gone = jobs.map((job) => bookShipment(this.workspace, job).catch(() => undefined));
    for (let tick = 0; tick < ticks; tick++) await new Promise(setImmediate);
    await this.restart();
    // Their answers come to a database that is closed; what they had on the wire is the platform's.
    await Promise.all(gone);
  }

  /** The same at a bench that nobody hears of any more: `other` takes over what it had in hand, while it is still on the wire. */
  async lose(ticks: number, other: BookingWorld): Promise<void> {
    const jobs = await this.claimDue();
    const gone = jobs.map((job) => bookShipment(this.workspace, job).catch(() => undefined));
    for (let tick = 0; tick < ticks; tick++) await new Promise(setImmediate);
    await this.workspace.store.write((write) => write.leases.leave());
    await takeOverWork(other.workspace, () => new Set());
    await other.work();
    await Promise.all(gone);
    await this.restart();
  }

  async restart(): Promise<void> {
    this.workspace = await this.workspace.reopen();
    await this.start();
  }

  async start(): Promise<void> {
    await reconcileJournal(this.workspace);
    await recoverWork(this.workspace);
  }

  /** A copy of the database as it is now; the newest is the one that is restored. */
  async backUp(): Promise<void> {
    this.workspace = await this.workspace.reopen();
    const { folder } = this.workspace;
    this.#copy = join(folder, 'copy.db');
    copyFileSync(join(folder, databaseFileName), this.#copy);
    await this.start();
  }

  async restoreBackup(): Promise<void> {
    if (this.#copy === null) return;
    this.workspace = await this.workspace.reopen(this.#copy);
    await this.start();
    this.isRestored = true;
  }

  /** What an operator does after a restore: looks at what is told, and sends everything out again. */
  async sendAllAgain(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      for (const order of await this.orders()) {
        if (order.state !== 'needs-review') continue;
        const patch = { complaintsJson: '[]', errorCode: '' };
        await this.workspace.store.write((write) => write.orders.move(order, 'ready', patch));
      }
      const ready = (await this.orders()).filter(({ state }) => state === 'ready').map(({ id }) => id);
      await this.#planIds(ready, round % 2);
      await this.settle();
    }
  }

  /** The faults are over: a working day passes, so that every question the program still asks by itself is answered. */
  async settle(beside: readonly BookingWorld[] = []): Promise<void> {
    for (const server of this.servers) server.faults.clear();
    for (let round = 0; round < 12; round++) {
      for (const bench of [this, ...beside]) await bench.workspace.clock.advance(2 * hourMs);
      await Promise.all([this, ...beside].map((bench) => bench.work()));
    }
  }

  /** Bookings of an order that the platforms hold and nobody cancelled. */
  liveEntries(no: number) {
    return this.#liveOf(sampleOrder(no).orderNo);
  }

  /** Under the number itself or a revision of it: a further parcel has a number of its own. */
  #liveOf(orderNo: string) {
    return this.#live().filter(({ orderCode }) => firstRevision(orderCode) === orderNo);
  }

  #live() {
    return this.servers.flatMap((server) => server.ledger.lines.filter(({ isCancelled }) => !isCancelled));
  }

  /**
   * The promises: at most one live waybill a wanted parcel and none beside them, ours equal to theirs, booked as the order
   * reads, and every order ends in words.
   */
  async expectPromisesKept(): Promise<void> {
    const orders = await this.orders();
    const numbers = orders.map(({ orderNo }) => orderNo);
    expect(numbers).toHaveLength(new Set(numbers).size);
    for (let no = 0; no < this.orderCount; no++) expect(numbers).toContain(sampleOrder(no).orderNo);
    const codes = this.#live().map(({ orderCode }) => firstRevision(orderCode));
    expect(codes, codes.join()).toHaveLength(new Set(codes).size);
    if (this.isRestored) return;
    for (const code of codes) expect(numbers).toContain(code);
    for (const order of orders) {
      const live = this.#liveOf(order.orderNo);
      const shipments = await this.workspace.store.read.shipments.ofOrder(order.id);
      const story = `${order.orderNo} is ${order.state}/${order.shipmentState} ${order.errorCode}, ${live.length} live`;
      expect(live.length, story).toBeLessThanOrEqual(1);
      const isOpen = shipments.some(({ state }) => state === 'unsure' || state === 'voiding');
      const history = await this.workspace.store.read.history.ofOrder(order.id);
      // A number bound by hand is a person's word against the platform's.
      const isByHand = history.some(({ kind }) => kind === 'bound');
      if (!isOpen && !isByHand) {
        if (live.length === 1) expect(order.waybillNo, story).toBe(live[0]?.waybillNo);
        if (order.state === 'booked') expect(live, story).toHaveLength(1);
        // An edit that was taken before anything left is what the platform got.
        if (order.state === 'booked') expect(live[0]?.phoneTails, story).toContain(order.receiverPhoneTail);
      }
      expect(await this.isTold(order, shipments), story).toBe(true);
    }
  }

  /** Booked, cancelled, untouched, or with a reason a person can read. */
  private async isTold(order: Order, shipments: readonly Shipment[]): Promise<boolean> {
    if (order.state === 'booking') {
      const open = shipments.find(({ state }) => state === 'unsure');
      const job = open === undefined ? undefined : await this.workspace.store.read.jobs.ofSubject(open.id);
      return open !== undefined && open.errorCode !== '' && job?.state === 'parked';
    }
    if (order.state === 'needs-review') return order.errorCode !== '';
    return ['booked', 'ready', 'cancelled', 'held'].includes(order.state);
  }

  async close(): Promise<void> {
    await this.workspace.close();
    for (const server of this.servers) await server.close();
  }
}
