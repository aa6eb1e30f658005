import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { savePackingRules } from '../../../electron/usecases/packing/rules.ts';
import { scanAtBench } from '../../../electron/usecases/packing/scan.ts';
import { readDesk } from '../../../electron/usecases/packing/show.ts';
import { startWorkers } from '../../../electron/usecases/workspace/workers.ts';
import type { PackAnswer } from '../../../shared/contracts/packing/packing.ts';
import { startFakePrinter } from '../../doubles/printers/fakePrinter.ts';
import { benchFolder } from '../kit/benchFolders.ts';
import { openBenchFolder } from '../kit/openBenchFolder.ts';
import { codesOfOrder, makeOrdersToPack } from '../kit/packing/ordersToPack.ts';
import { percentile } from '../kit/percentile.ts';
import { report } from '../kit/runChild.ts';

/** A day at the packing bench beside `orders` of 200 days: how long a scan waits for its answer, and for its label. */
const [orderCount = '1000000', parcelCount = '2000'] = process.argv.slice(2);
const folder = mkdtempSync(join(benchFolder, 'packing-'));
const orders = Number(orderCount);
const parcels = Number(parcelCount);
/** Every so manieth order waits to be packed. */
const each = Math.floor(orders / (parcels * 2));
const labels = 50;

await makeOrdersToPack(folder, { orders, each, withoutLabelEach: each * 2 });
const { workspace, close } = await openBenchFolder(folder);
const times: Record<string, number[]> = { order: [], label: [], goods: [], strange: [] };
let gesture = 0;
let slips = 0;
async function scan(kind: keyof typeof times, code: string, says?: PackAnswer['says']): Promise<PackAnswer> {
  const startedAt = performance.now();
  const outcome = await scanAtBench(workspace, { gestureId: `gesture-${++gesture}`, code });
  times[kind]?.push(performance.now() - startedAt);
  if (!outcome.ok) throw new Error(outcome.code);
  if (says !== undefined && outcome.value.says !== says) slips += 1;
  return outcome.value;
}
const rules = async (patch: Parameters<typeof savePackingRules>[1]): Promise<void> => {
  const saved = await savePackingRules(workspace, patch);
  if (!saved.ok) throw new Error(saved.code);
};
const sink = await startFakePrinter({
  answers: () => {
    firstByteAt ??= performance.now();
    return null;
  },
});
let firstByteAt: number | null = null;
const printerUri = `tcp://127.0.0.1:${sink.port}?lang=tspl`;
const memory: number[] = [];
await workspace.store.write((write) => write.settings.put('defaultPrinterUri', printerUri));

/** Labels out already: scanned first, the goods close the parcel. */
for (let parcel = 1; parcel <= parcels; parcel++) {
  const no = (parcel * 2 - 1) * each;
  const { orderNo, waybillNo, goods } = codesOfOrder(no);
  await scan('label', waybillNo, 'opened');
  await scan('goods', goods[0], 'counted');
  await scan('goods', goods[1], 'counted');
  await scan('goods', goods[2], 'closed');
  if (parcel % 10 === 0) await scan('strange', `${orderNo}${codesOfOrder(no + each).orderNo}`, 'stopped');
  if (parcel % 10 === 5) await scan('strange', `X${no}-Q`, 'stopped');
  if (parcel % 200 === 0) {
    globalThis.gc?.();
    memory.push(process.memoryUsage().heapUsed / 1_048_576);
  }
}

/** Orders by their number; the last piece sends the label. */
await rules({ scansLabel: false });
const workers = await startWorkers(workspace, {
  onBug: (error) => {
    throw error;
  },
});
const firstBytesMs: number[] = [];
for (let parcel = 1; parcel <= labels; parcel++) {
  const { orderNo, goods } = codesOfOrder(parcel * 2 * each);
  await scan('order', orderNo, 'opened');
  await scan('goods', goods[0], 'counted');
  await scan('goods', goods[1], 'counted');
  firstByteAt = null;
  const startedAt = performance.now();
  await scan('goods', goods[2], 'closed');
  workers.printing.wake();
  await workers.printing.untilIdle(20_000);
  await sink.idle();
  firstBytesMs.push((firstByteAt ?? Number.NaN) - startedAt);
}
await workers.stop();
const desk = await readDesk(workspace);
report({
  scans: Object.values(times).reduce((sum, list) => sum + list.length, 0),
  packed: desk.packedToday,
  wanted: parcels + labels,
  slips,
  p99Ms: percentile(Object.values(times).flat(), 0.99),
  orderP99Ms: percentile(times.order ?? [], 0.99),
  labelP99Ms: percentile(times.label ?? [], 0.99),
  goodsP99Ms: percentile(times.goods ?? [], 0.99),
  strangeP99Ms: percentile(times.strange ?? [], 0.99),
  firstByteP95Ms: percentile(firstBytesMs, 0.95),
  papers: sink.papers.length,
  heapGrownMb: Math.round(((memory.at(-1) ?? 0) - (memory[1] ?? 0)) * 10) / 10,
});
await close();
await sink.close();
rmSync(folder, { recursive: true, force: true });
