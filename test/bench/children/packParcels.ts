import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteDatabase } from '../../../electron/store/database/openDatabase.ts';
import { savePackingRules } from '../../../electron/usecases/packing/rules.ts';
import { scanAtBench } from '../../../electron/usecases/packing/scan.ts';
import { readDesk } from '../../../electron/usecases/packing/show.ts';
import { startWorkers } from '../../../electron/usecases/workspace/workers.ts';
import type { PackAnswer } from '../../../shared/contracts/packing/packing.ts';
import { startFakePrinter } from '../../doubles/printers/fakePrinter.ts';
import { writeFortnight } from '../../fixtures/fortnight/writeFortnight.ts';
import { benchFolder } from '../kit/benchFolders.ts';
import { multiplyRows } from '../kit/multiplyRows.ts';
import { fillDatabase, openBenchFolder } from '../kit/openBenchFolder.ts';
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
const dayMs = 86_400_000;

/** Orders of three pieces of two kinds of goods; one in `each` is booked, and every second of those has its label. */
function multiplyOrders(database: SqliteDatabase, now: number): void {
  const sku = (offset: number) => `'SKU-' || ((no + ${offset}) % 4000)`;
  const items = `json_array(json_object('name', 'A', 'sku', '', 'skuCode', ${sku(0)}, 'quantity', 2),
    json_object('name', 'B', 'sku', '', 'skuCode', ${sku(1)}, 'quantity', 1))`;
  multiplyRows(database, 'orders', 'id', orders, {
    id: "printf('order-%09d', no)",
    order_no: "printf('N%09d', no)",
    order_key: "printf('N%09d', no)",
    address_key: "printf('A%09d', no)",
    waybill_no: "printf('73%010d', no)",
    shipment_id: "printf('ship-%09d', no)",
    shipment_state: "'booked'",
    items_json: items,
    quantity: '3',
    parcel_count: '1',
    alarm: "''",
    booked_carrier: "'SF'",
    state: `case when no % ${each} = 0 then 'booked' else 'delivered' end`,
  });
  multiplyRows(database, 'shipments', 'id', orders, {
    id: "printf('ship-%09d', no)",
    order_id: "printf('order-%09d', no)",
    order_code: "printf('code-%09d', no)",
    waybill_no: "printf('73%010d', no)",
    carrier: "'SF'",
    state: "'booked'",
    request_json: "json_set(first.request_json, '$.parcelCount', 1)",
    booking_json: `json_remove(json_set(coalesce(first.booking_json, '{}'), '$.waybillNo', printf('73%010d', no),
      '$.sortCode', '', '$.packageCode', '', '$.packageName', '', '$.originName', '', '$.destinationName', '',
      '$.platformRef', '', '$.templateHtml', ''), '$.childWaybillNos')`,
    booked_at: `${now} - cast(no * ${(200 * dayMs) / orders} as integer)`,
  });
  multiplyRows(database, 'print_jobs', 'id', orders, {
    id: "printf('print-%09d', no)",
    shipment_id: "printf('ship-%09d', no)",
    order_id: "printf('order-%09d', no)",
    waybill_no: "printf('73%010d', no)",
    parcel_no: '1',
    parcel_total: '1',
    copy_no: '1',
    state: "'confirmed'",
    created_at: `${now - dayMs}`,
    sent_at: `${now - dayMs}`,
    document_json: "'{}'",
  });
  database.exec(`delete from print_jobs where id in (
    select printf('print-%09d', value * ${each * 2}) from (with recursive n(value) as (
      select 1 union all select value + 1 from n where value < ${parcels}) select value from n))`);
}

const made = await openBenchFolder(folder);
const now = made.workspace.clock.now();
await writeFortnight(made.workspace, { perDay: 20 });
await made.close();
fillDatabase(folder, made, (database) => multiplyOrders(database, now));

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
const number = (no: number) => `N${String(no).padStart(9, '0')}`;
const waybill = (no: number) => `73${String(no).padStart(10, '0')}`;

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
  await scan('label', waybill(no), 'opened');
  await scan('goods', `SKU-${no % 4000}`, 'counted');
  await scan('goods', `SKU-${no % 4000}`, 'counted');
  await scan('goods', `SKU-${(no + 1) % 4000}`, 'closed');
  if (parcel % 10 === 0) await scan('strange', `${number(no)}${number(no + each)}`, 'stopped');
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
  const no = parcel * 2 * each;
  await scan('order', number(no), 'opened');
  await scan('goods', `SKU-${no % 4000}`, 'counted');
  await scan('goods', `SKU-${no % 4000}`, 'counted');
  firstByteAt = null;
  const startedAt = performance.now();
  await scan('goods', `SKU-${(no + 1) % 4000}`, 'closed');
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
