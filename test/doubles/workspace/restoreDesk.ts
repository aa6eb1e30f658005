import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFileName } from '../../../electron/store/database/openDatabase.ts';
import type { Order } from '../../../electron/store/schema.ts';
import { answerBookedBefore } from '../../../electron/usecases/booking/afterRestore/answerBookedBefore.ts';
import { reconcileJournal } from '../../../electron/usecases/booking/afterRestore/reconcileJournal.ts';
import { bookShipment } from '../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../electron/usecases/booking/plan.ts';
import { importOrders } from '../../../electron/usecases/intake/importOrders.ts';
import { recoverWork } from '../../../electron/usecases/workspace/recover.ts';
import type { BookedBeforeAnswer } from '../../../shared/domain/order.ts';
import { orderSheet, type SheetOrder } from '../files/orderSheet.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../platforms/scriptedPlatform.ts';
import { openTestWorkspace, type TestWorkspace, testAccount } from './openTestWorkspace.ts';

/** A desk with one account whose database can be put back to an older copy, as a restored backup does. */
export class RestoreDesk {
  readonly #copies = mkdtempSync(join(tmpdir(), 'copies-'));
  readonly platform: ScriptedPlatform = scriptedPlatform();
  workspace!: TestWorkspace;
  accountId = '';

  static async open(): Promise<RestoreDesk> {
    const desk = new RestoreDesk();
    desk.workspace = await openTestWorkspace({ platforms: [desk.platform] });
    desk.accountId = (await testAccount(desk.workspace, { platform: 'scripted' })).id;
    return desk;
  }

  async close(): Promise<void> {
    await this.workspace.close();
    rmSync(this.#copies, { recursive: true });
  }

  async take(rows: readonly SheetOrder[], shop = ''): Promise<void> {
    const path = join(this.workspace.folder, 'in.csv');
    const [header, ...lines] = orderSheet(rows).trimEnd().split('\r\n');
    writeFileSync(path, [`${header},店铺`, ...lines.map((line) => `${line},${shop}`)].join('\r\n'));
    const report = await importOrders(this.workspace, { path, minConfidence: 0.5, isDryRun: false });
    if (!report.ok) throw new Error(report.code);
  }

  orders(): Promise<Order[]> {
    return this.workspace.store.read.orders.window({}, { offset: 0, limit: 1_000 });
  }

  async order(orderNo: string): Promise<Order> {
    const order = await this.workspace.store.read.orders.byOrderNo(orderNo);
    if (order === undefined) throw new Error(`no order ${orderNo}`);
    return order;
  }

  /** Plans what is ready and works all that is due, as the loop would. */
  async bookAll() {
    const { store } = this.workspace;
    const orderIds = await store.read.orders.readyIds(1_000);
    const planned = await this.plan(orderIds);
    await this.work();
    return planned.refused.map(({ failure }) => failure.code);
  }

  async plan(orderIds: readonly string[], printerUri: string | null = null) {
    const request = { orderIds, accountId: this.accountId, carrier: 'ZTO', printerUri };
    const planned = await planBookings(this.workspace, request);
    if (!planned.ok) throw new Error(planned.code);
    return planned.value;
  }

  async work(): Promise<void> {
    const now = this.workspace.clock.now();
    const due = await this.workspace.store.write((write) => write.jobs.claim(['book', 'find'], 99, now));
    for (const job of due) await bookShipment(this.workspace, job);
  }

  async backUp(): Promise<void> {
    this.workspace = await this.workspace.reopen();
    copyFileSync(join(this.workspace.folder, databaseFileName), join(this.#copies, 'copy.db'));
  }

  restore(): Promise<void> {
    return this.start(join(this.#copies, 'copy.db'));
  }

  /** The next start of the program; of a copy: with it in the database's place. */
  async start(copyPath?: string): Promise<void> {
    this.workspace = await this.workspace.reopen(copyPath);
    await reconcileJournal(this.workspace);
    await recoverWork(this.workspace);
  }

  /** How often the platform was told to book, whatever it was asked besides. */
  bookings(): number {
    return this.platform.calls.filter(({ kind }) => kind === 'book').length;
  }

  async answer(orderNo: string, answer: BookedBeforeAnswer): Promise<Order> {
    const { id, version } = await this.order(orderNo);
    const answered = await answerBookedBefore(this.workspace, { orderId: id, version, note: '', answer });
    if (!answered.ok) throw new Error(answered.code);
    await this.work();
    return this.order(orderNo);
  }
}
