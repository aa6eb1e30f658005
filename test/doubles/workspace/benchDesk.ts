import type { PrinterTransport, PrintReceipt } from '../../../electron/printers/kit/printerTransport.ts';
import type { Order, PackedParcel, PrintJob } from '../../../electron/store/schema.ts';
import { bookShipment } from '../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../electron/usecases/booking/plan.ts';
import { commandAtBench } from '../../../electron/usecases/packing/command.ts';
import { savePackingRules } from '../../../electron/usecases/packing/rules.ts';
import { scanAtBench } from '../../../electron/usecases/packing/scan.ts';
import { workSlip } from '../../../electron/usecases/packing/slip.ts';
import { weighAtBench } from '../../../electron/usecases/packing/weigh.ts';
import { DeviceDoor } from '../../../electron/usecases/printing/deviceDoor.ts';
import { printLabel } from '../../../electron/usecases/printing/printLabel.ts';
import { queuePrints } from '../../../electron/usecases/printing/queue.ts';
import type { Workspace } from '../../../electron/usecases/workspace/workspace.ts';
import type { PackAnswer } from '../../../shared/contracts/packing/packing.ts';
import type { PackCommand } from '../../../shared/domain/packing/packCommands.ts';
import type { PackingRules } from '../../../shared/domain/packing/packing.ts';
import { type CallOutcome, happened, type Outcome, unknownOutcome } from '../../../shared/errors/outcome.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  type TestWorkspaceOptions,
  testAccount,
} from './openTestWorkspace.ts';
import { deskPrinter } from './parcelDesk.ts';
import { sampleOrder } from './sampleOrder.ts';

/** Goods of the orders of the bench: two of one, one of another. */
export const benchItems = [
  { name: '咖啡 500g', sku: '中度', skuCode: 'COF-500', quantity: 2 },
  { name: '滤杯', sku: '白', skuCode: '6901234567892', quantity: 1 },
];

/** A workspace at the packing bench: orders that are booked, or not, and a printer that takes every label unless told otherwise. */
export interface BenchDesk {
  readonly workspace: TestWorkspace;
  /** What the printer is waited for with before it answers, once for each label; then it answers at once. */
  readonly pauses: Promise<void>[];
  /** What the printer answers next; then it takes every label. */
  readonly answers: CallOutcome<PrintReceipt>[];
  /** Jobs that reached the printer, in their order. */
  readonly sent: string[];
  /** Of these, on a receipt printer: slips. */
  readonly receipts: string[];
  order(no: number): Promise<Order>;
  box(no: number, parcelNo?: number): Promise<PackedParcel | undefined>;
  labels(no: number): Promise<PrintJob[]>;
  /** Books these orders at the practice platform, without a label. */
  book(...nos: number[]): Promise<void>;
  /** Queues their labels at this printer. */
  queue(printerUri: string, ...nos: number[]): Promise<void>;
  /** Prints what waits. `devices`: what leads to the printers. */
  print(devices?: DeviceDoor): Promise<void>;
  /** Prints the slips that wait. */
  slips(): Promise<void>;
  rules(rules: Partial<PackingRules>): Promise<void>;
  scan(code: string, hands?: Workspace): Promise<PackAnswer>;
  command(command: PackCommand, reason?: string, hands?: Workspace): Promise<PackAnswer>;
  /** On an emptied scale, stable, just now, unless said otherwise. */
  weigh(grams: number, reading?: Partial<Parameters<typeof weighAtBench>[1]>): Promise<PackAnswer>;
}

/** What something came to that must have come to something. */
export function of<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

export async function openBenchDesk(
  orders: readonly Partial<Order>[] = [{}],
  options: TestWorkspaceOptions = {},
): Promise<BenchDesk> {
  const answers: CallOutcome<PrintReceipt>[] = [];
  const pauses: Promise<void>[] = [];
  const sent: string[] = [];
  const receipts: string[] = [];
  const transport: PrinterTransport = {
    id: 'tcp',
    send: async ({ language }, job) => {
      sent.push(job.jobId);
      if (language === 'escpos') receipts.push(job.jobId);
      await pauses.shift();
      return answers.shift() ?? happened({ level: 'accepted' });
    },
    find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
    probe: async () => 'ready',
  };
  const workspace = await openTestWorkspace({ ...options, transports: [transport] });
  // The second bench of a book finds the account of the first.
  const account = (await workspace.store.read.accounts.all())[0] ?? (await testAccount(workspace));
  await workspace.store.write((write) => write.settings.put('defaultPrinterUri', deskPrinter));
  const itemsJson = JSON.stringify(benchItems);
  const rows = orders.map((change, index) => ({
    ...sampleOrder(index + 1, { itemsJson, quantity: 3 }),
    ...change,
  }));
  await workspace.store.write((write) => write.orders.insertMany(rows));
  const idOf = (no: number) => sampleOrder(no).id;
  const claim = (kind: 'book' | 'print' | 'slip') => {
    const now = workspace.clock.now();
    return workspace.store.write((write) => write.jobs.claim([kind], 100, now));
  };
  let gestures = 0;
  const nextGesture = async () => {
    await workspace.clock.advance(1_000);
    const { id, isShared } = workspace.workstation;
    return `${isShared ? id : 'gesture'}-${String(++gestures).padStart(6, '0')}`;
  };
  return {
    workspace,
    pauses,
    answers,
    sent,
    receipts,
    order: async (no) => (await workspace.store.read.orders.byId(idOf(no))) as Order,
    box: async (no, parcelNo = 1) =>
      (await workspace.store.read.packedParcels.ofOrder(idOf(no))).find((box) => box.parcelNo === parcelNo),
    labels: (no) => workspace.store.read.printJobs.ofOrder(idOf(no)),
    async book(...nos) {
      const wish = { accountId: account.id, carrier: 'SF', printerUri: null };
      of(await planBookings(workspace, { orderIds: nos.map(idOf), ...wish }));
      for (const job of await claim('book')) await bookShipment(workspace, job);
    },
    async queue(printerUri, ...nos) {
      const queued = of(await queuePrints(workspace, nos.map(idOf), printerUri));
      if (queued.refused.length > 0) throw new Error(queued.refused[0]?.failure.code);
    },
    async print(devices = new DeviceDoor()) {
      for (const job of await claim('print')) await printLabel(workspace, job, { devices });
    },
    async slips() {
      for (const job of await claim('slip')) await workSlip(workspace, job);
    },
    async rules(rules) {
      of(await savePackingRules(workspace, rules));
    },
    scan: async (code, hands = workspace) =>
      of(await scanAtBench(hands, { gestureId: await nextGesture(), code })),
    command: async (command, reason, hands = workspace) =>
      of(await commandAtBench(hands, { gestureId: await nextGesture(), command, reason })),
    async weigh(grams, reading = {}) {
      const open = await workspace.store.read.packedParcels.open();
      const sane = { source: 'scale' as const, ageMs: 100, isStable: true, zeroAgeMs: 100 };
      const gestureId = await nextGesture();
      return of(
        await weighAtBench(workspace, { gestureId, parcelId: open?.id ?? '', grams, ...sane, ...reading }),
      );
    },
  };
}
