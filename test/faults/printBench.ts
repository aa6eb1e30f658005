import type { PrinterTransport } from '../../electron/printers/kit/printerTransport.ts';
import type { Job, PrintJob } from '../../electron/store/schema.ts';
import { bookShipment } from '../../electron/usecases/booking/book.ts';
import { planBookings } from '../../electron/usecases/booking/plan.ts';
import { printLabel } from '../../electron/usecases/printing/printLabel.ts';
import { recoverWork } from '../../electron/usecases/workspace/recover.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';

/** Booked orders whose labels wait for one printer, worked as the program does. */
export interface PrintBench {
  readonly workspace: TestWorkspace;
  readonly orderIds: readonly string[];
  /** Prints what is due, retries included; at most `limit` labels. */
  printDue(limit?: number): Promise<void>;
  /** The next start of the program. */
  restart(): Promise<void>;
  jobs(): Promise<PrintJob[]>;
  states(): Promise<string[]>;
  damageDocument(): Promise<void>;
  close(): Promise<void>;
}

const retryMs = 3_000;

export async function openPrintBench(
  transport: PrinterTransport,
  printerUri: string,
  count: number,
): Promise<PrintBench> {
  const workspace = await openTestWorkspace({ transports: [transport] });
  const account = await testAccount(workspace);
  const orders = Array.from({ length: count }, (_, no) => sampleOrder(no));
  const orderIds = orders.map(({ id }) => id);
  const claim = (kind: Job['kind'], limit: number) => {
    const now = workspace.clock.now();
    return workspace.store.write((write) => write.jobs.claim([kind], limit, now));
  };
  await workspace.store.write((write) => write.orders.insertMany(orders));
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri });
  for (const job of await claim('book', count)) await bookShipment(workspace, job);
  const jobs = async () => {
    const all: PrintJob[] = [];
    for (const id of orderIds) all.push(...(await workspace.store.read.printJobs.ofOrder(id)));
    return all;
  };
  return {
    workspace,
    orderIds,
    async printDue(limit = 10 * count) {
      for (let printed = 0; printed < limit; printed += 1) {
        const [job] = await claim('print', 1);
        if (job !== undefined) await printLabel(workspace, job);
        else if (printed > 0) await workspace.clock.advance(retryMs);
      }
    },
    restart: () => recoverWork(workspace),
    jobs,
    states: async () => (await jobs()).map(({ state }) => state),
    async damageDocument() {
      const [job] = await jobs();
      await workspace.store.write((write) => write.printJobs.note(job?.id ?? '', { documentJson: '{"wayb' }));
    },
    close: () => workspace.close(),
  };
}
