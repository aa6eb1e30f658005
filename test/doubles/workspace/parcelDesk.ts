import type { CarrierPlatform } from '../../../electron/carriers/kit/carrierPlatform.ts';
import type { PrinterTransport, PrintReceipt } from '../../../electron/printers/kit/printerTransport.ts';
import type { Order, PrintJob } from '../../../electron/store/schema.ts';
import { bookShipment } from '../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../electron/usecases/booking/plan.ts';
import { printLabel } from '../../../electron/usecases/printing/printLabel.ts';
import { type CallOutcome, done, failure, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import { scriptedPlatform } from '../platforms/scriptedPlatform.ts';
import { openTestWorkspace, type TestWorkspace, testAccount } from './openTestWorkspace.ts';
import { sampleOrder } from './sampleOrder.ts';

/** A workspace with one order of several boxes, the practice platform, and a printer that says what the test wants. */
export interface ParcelDesk {
  readonly workspace: TestWorkspace;
  readonly orderId: string;
  /** What the printer answers next, first things first; then it takes every label. */
  readonly answers: CallOutcome<PrintReceipt>[];
  /** Jobs that reached the printer, in their order. */
  readonly sent: string[];
  order(id?: string): Promise<Order>;
  labels(id?: string): Promise<PrintJob[]>;
  /** Works what is due: bookings first, then labels. */
  work(): Promise<void>;
}

export const deskPrinter = 'tcp://127.0.0.1:9100';

export async function openParcelDesk(
  change: Partial<Order> = {},
  platform?: CarrierPlatform,
): Promise<ParcelDesk> {
  const answers: CallOutcome<PrintReceipt>[] = [];
  const sent: string[] = [];
  const transport: PrinterTransport = {
    id: 'tcp',
    send: async (_target, job) => {
      sent.push(job.jobId);
      return answers.shift() ?? happened({ level: 'accepted' });
    },
    find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
    probe: async () => 'ready',
  };
  const workspace = await openTestWorkspace({
    transports: [transport],
    ...(platform === undefined ? {} : { platforms: [platform] }),
  });
  const account = await testAccount(
    workspace,
    platform === undefined ? {} : { platform: platform.manifest.id },
  );
  const order = { ...sampleOrder(1), parcelCount: 3, ...change };
  await workspace.store.write((write) => write.orders.insertMany([order]));
  const claim = (kind: 'book' | 'print') => {
    const now = workspace.clock.now();
    return workspace.store.write((write) => write.jobs.claim([kind], 100, now));
  };
  await planBookings(workspace, {
    orderIds: [order.id],
    accountId: account.id,
    carrier: 'SF',
    printerUri: deskPrinter,
  });
  return {
    workspace,
    orderId: order.id,
    answers,
    sent,
    order: async (id = order.id) => (await workspace.store.read.orders.byId(id)) as Order,
    labels: (id = order.id) => workspace.store.read.printJobs.ofOrder(id),
    async work() {
      for (const job of await claim('book')) await bookShipment(workspace, job);
      for (const job of await claim('print')) await printLabel(workspace, job);
    },
  };
}

/** One order that is booked already, at a platform that takes numbers back as the test says. */
export interface BookedDesk extends ParcelDesk {
  /** What the platform answers next, first things first; then it takes every number back. */
  readonly voids: CallOutcome<null>[];
  /** How often it was asked. */
  voidCount(): number;
  /** Carriers that the account cannot book. */
  readonly notOffered: Set<string>;
}

export async function openBookedDesk(change: Partial<Order> = { parcelCount: 1 }): Promise<BookedDesk> {
  const scripted = scriptedPlatform();
  const voids: CallOutcome<null>[] = [];
  const notOffered = new Set<string>();
  let voidCount = 0;
  const desk = await openParcelDesk(change, {
    ...scripted,
    manifest: { ...scripted.manifest, capabilities: ['book', 'find', 'void'] },
    check: (request) =>
      notOffered.has(request.carrier)
        ? failure('CARRIER_NOT_OFFERED', { carrier: request.carrier })
        : done(request),
    async void() {
      voidCount++;
      return voids.shift() ?? happened(null);
    },
  });
  await desk.work();
  const { state } = await desk.order();
  if (state !== 'booked') throw new Error(`the order is ${state}`);
  return { ...desk, voids, voidCount: () => voidCount, notOffered };
}
