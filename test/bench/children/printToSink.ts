import { planBookings } from '../../../electron/usecases/booking/plan.ts';
import { importOrders } from '../../../electron/usecases/intake/importOrders.ts';
import { queuePrints } from '../../../electron/usecases/printing/queue.ts';
import { startWorkers } from '../../../electron/usecases/workspace/workers.ts';
import { type FakePrinter, startFakePrinter } from '../../doubles/printers/fakePrinter.ts';
import { sampleBooking } from '../../doubles/workspace/sampleBooking.ts';
import { openBenchWorkspace } from '../kit/openBenchWorkspace.ts';
import { percentile } from '../kit/percentile.ts';
import { report } from '../kit/runChild.ts';

/** Booked orders → papers at a printer on the loopback, the whole way: ledger, drawing, language, one connection a label. */
const [path = ''] = process.argv.slice(2);
const inOneGo = 1_000;
const oneByOne = 50;

let firstByteAt: number | null = null;
const sink: FakePrinter = await startFakePrinter({
  answers: () => {
    firstByteAt ??= performance.now();
    return null;
  },
});
const printerUri = `tcp://127.0.0.1:${sink.port}?lang=tspl`;
const { workspace, close } = await openBenchWorkspace(true);
const fail = (error: unknown): never => {
  throw error;
};

async function bookAll(): Promise<string[]> {
  const imported = await importOrders(workspace, { path, minConfidence: 0.8, isDryRun: false });
  if (!imported.ok) throw new Error(imported.code);
  const orderIds = (await workspace.store.read.orders.readyIds(100_000)).slice(0, inOneGo + oneByOne);
  const account = (await workspace.store.read.accounts.all())[0];
  if (account === undefined) throw new Error('a practice workspace has an account');
  const planned = await planBookings(workspace, {
    orderIds,
    accountId: account.id,
    carrier: 'ZTO',
    printerUri: null,
    sender: sampleBooking().sender,
  });
  if (!planned.ok) throw new Error(planned.code);
  const workers = await startWorkers(workspace, { onBug: fail });
  await workers.booking.untilIdle(20_000);
  await workers.stop();
  return orderIds;
}

const ids = await bookAll();
let printedAt = 0;
const workers = await startWorkers(workspace, {
  onPrint: () => {
    printedAt = performance.now();
  },
  onBug: fail,
});

/** Queues and waits for the paper; answers the time to the first byte and to the last label, ms. */
async function print(orderIds: readonly string[]): Promise<{ firstByteMs: number; lastLabelMs: number }> {
  firstByteAt = null;
  const startedAt = performance.now();
  const queued = await queuePrints(workspace, orderIds, printerUri);
  if (!queued.ok || queued.value.refused.length > 0) throw new Error('a label was refused');
  workers.printing.wake();
  await workers.printing.untilIdle(20_000);
  await sink.idle();
  return { firstByteMs: (firstByteAt ?? Number.NaN) - startedAt, lastLabelMs: printedAt - startedAt };
}

const { lastLabelMs } = await print(ids.slice(0, inOneGo));
const firstBytesMs: number[] = [];
for (const id of ids.slice(inOneGo)) firstBytesMs.push((await print([id])).firstByteMs);
await workers.stop();
report({
  labels: inOneGo,
  papers: sink.papers.length,
  lastLabelMs,
  firstByteP50Ms: percentile(firstBytesMs, 0.5),
  firstByteP95Ms: percentile(firstBytesMs, 0.95),
});
await close();
await sink.close();
