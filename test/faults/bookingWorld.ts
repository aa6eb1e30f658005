import { expect } from 'vitest';
import type { JobsTable, OrdersTable, ShipmentsTable } from '../../electron/store/schema.ts';
import { bookShipment } from '../../electron/usecases/bookShipment.ts';
import { planBookings } from '../../electron/usecases/planBookings.ts';
import { reconcileJournal } from '../../electron/usecases/reconcileJournal.ts';
import { recoverWork } from '../../electron/usecases/recoverWork.ts';
import { KdniaoServer } from '../doubles/kdniaoServer.ts';
import { openTestWorkspace, type TestWorkspace, testAccount } from '../doubles/openTestWorkspace.ts';
import { sampleOrder } from '../doubles/sampleOrder.ts';

const hourMs = 3_600_000;

/**
 * A workspace between two platforms on loopback: orders are planned, worked, interrupted and settled at will, on a
 * clock that is moved by hand. What the platforms booked is read from their own ledgers.
 */
export class BookingWorld {
  readonly servers: readonly KdniaoServer[];
  readonly orderCount: number;
  workspace: TestWorkspace;
  accountIds: readonly string[] = [];

  private constructor(workspace: TestWorkspace, servers: readonly KdniaoServer[], orderCount: number) {
    this.workspace = workspace;
    this.servers = servers;
    this.orderCount = orderCount;
  }

  static async open(orderCount: number, seed = 1): Promise<BookingWorld> {
    const servers = [new KdniaoServer(), new KdniaoServer()];
    const world = new BookingWorld(await openTestWorkspace({ seed }), servers, orderCount);
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

  orderId(no: number): string {
    return sampleOrder(no).id;
  }

  async order(no: number): Promise<OrdersTable> {
    const order = await this.workspace.store.read.orders.byId(this.orderId(no));
    if (order === undefined) throw new Error('an order is lost');
    return order;
  }

  shipmentsOf(no: number): Promise<ShipmentsTable[]> {
    return this.workspace.store.read.shipments.ofOrder(this.orderId(no));
  }

  async plan(nos: readonly number[], account: number) {
    return planBookings(this.workspace, {
      orderIds: nos.map((no) => this.orderId(no)),
      accountId: this.accountIds[account] ?? '',
      carrier: 'ZTO',
      printerUri: null,
    });
  }

  /** Claims what is due, as the loop would. */
  claimDue(): Promise<JobsTable[]> {
    const { store, clock } = this.workspace;
    const now = clock.now();
    return store.write((write) => write.jobs.claim(['book', 'find'], 100, now, now + 60_000));
  }

  /** Works all that is due, in parallel. The number of jobs. */
  async work(): Promise<number> {
    const jobs = await this.claimDue();
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

  async restart(): Promise<void> {
    this.workspace = await this.workspace.reopen();
    await reconcileJournal(this.workspace);
    await recoverWork(this.workspace);
  }

  /** The faults are over: a working day passes, so that every question the program still asks by itself is answered. */
  async settle(): Promise<void> {
    for (const server of this.servers) server.faults.clear();
    for (let round = 0; round < 12; round++) {
      await this.workspace.clock.advance(2 * hourMs);
      await this.work();
    }
  }

  /** Bookings of an order that the platforms hold and nobody cancelled. */
  liveEntries(no: number) {
    const { order_no } = sampleOrder(no);
    return this.servers.flatMap((server) =>
      server.ledger.entries.filter(
        ({ orderCode, isCancelled }) => orderCode.startsWith(order_no) && !isCancelled,
      ),
    );
  }

  /** The promises: at most one live waybill an order, ours equal to theirs, and every order ends in words. */
  async expectPromisesKept(): Promise<void> {
    for (let no = 0; no < this.orderCount; no++) {
      const order = await this.order(no);
      const live = this.liveEntries(no);
      const shipments = await this.shipmentsOf(no);
      const story = `${order.order_no} is ${order.state}/${order.shipment_state} ${order.error_code}, ${live.length} live`;
      expect(live.length, story).toBeLessThanOrEqual(1);
      const isOpen = shipments.some(({ state }) => state === 'unsure' || state === 'voiding');
      const history = await this.workspace.store.read.history.ofOrder(order.id);
      // A number bound by hand is a person's word against the platform's.
      const isByHand = history.some(({ kind }) => kind === 'bound');
      if (!isOpen && !isByHand) {
        if (live.length === 1) expect(order.waybill_no, story).toBe(live[0]?.waybillNo);
        if (order.state === 'booked') expect(live, story).toHaveLength(1);
      }
      expect(await this.isTold(order, shipments), story).toBe(true);
    }
  }

  /** Booked, cancelled, untouched, or with a reason a person can read. */
  private async isTold(order: OrdersTable, shipments: readonly ShipmentsTable[]): Promise<boolean> {
    if (order.state === 'booking') {
      const open = shipments.find(({ state }) => state === 'unsure');
      const job = open === undefined ? undefined : await this.workspace.store.read.jobs.ofSubject(open.id);
      return open !== undefined && open.error_code !== '' && job?.state === 'parked';
    }
    if (order.state === 'needs-review') return order.error_code !== '';
    return ['booked', 'ready', 'cancelled', 'held'].includes(order.state);
  }

  async close(): Promise<void> {
    await this.workspace.close();
    for (const server of this.servers) await server.close();
  }
}
