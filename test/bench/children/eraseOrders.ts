import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { SqliteDatabase } from '../../../electron/store/database/openDatabase.ts';
import { setRetention, showRetention } from '../../../electron/usecases/retention/retention.ts';
import { sweep } from '../../../electron/usecases/retention/sweep.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { writeFortnight } from '../../fixtures/fortnight/writeFortnight.ts';
import { benchFolder } from '../kit/benchFolders.ts';
import { multiplyRows } from '../kit/multiplyRows.ts';
import { fillDatabase, openBenchFolder } from '../kit/openBenchFolder.ts';
import { report } from '../kit/runChild.ts';

/** How long personal data of `orders` that ended takes to be erased, with the copies that bookings, labels and tracking made. */
const [orderCount = '100000'] = process.argv.slice(2);
const folder = mkdtempSync(join(benchFolder, 'retention-'));
const eventsOfParcel = 5;

/** Delivered orders like those of the fortnight, each with its booking, its label, its way and its history. */
function multiplyOrders(database: SqliteDatabase, now: number): void {
  const count = Number(orderCount);
  const old = `${now - 200 * dayMs} - no`;
  const orderId = "printf('old-%09d', no)";
  const waybillNo = "printf('73%010d', no)";
  multiplyRows(database, 'orders', 'id', count, {
    id: orderId,
    order_no: "printf('N%09d', no)",
    order_key: "printf('N%09d', no)",
    address_key: "printf('A%09d', no)",
    waybill_no: waybillNo,
    shipment_id: "printf('ship-%09d', no)",
    state: "'delivered'",
    shipment_state: "'booked'",
    cod_fen: '0',
    created_at: old,
    updated_at: old,
  });
  multiplyRows(database, 'shipments', 'id', count, {
    id: "printf('ship-%09d', no)",
    order_id: orderId,
    order_code: "printf('code-%09d', no)",
    waybill_no: waybillNo,
    state: "'booked'",
  });
  multiplyRows(database, 'print_jobs', 'id', count, {
    id: "printf('label-%09d', no)",
    order_id: orderId,
    shipment_id: "printf('ship-%09d', no)",
    waybill_no: waybillNo,
    state: "'confirmed'",
  });
  multiplyRows(database, 'tracking', 'waybill_no', count, {
    waybill_no: waybillNo,
    order_id: orderId,
    order_no: "printf('N%09d', no)",
    state: "'signed'",
    last_at: old,
  });
  multiplyRows(database, 'tracking_events', 'waybill_no', count * eventsOfParcel, {
    waybill_no: `printf('73%010d', no / ${eventsOfParcel})`,
    at: `${now - 210 * dayMs} + no % ${eventsOfParcel} * 3600000`,
  });
}

const made = await openBenchFolder(folder);
const now = made.workspace.clock.now();
await writeFortnight(made.workspace, { perDay: 60 });
await setRetention(made.workspace, 90);
await made.close();
fillDatabase(folder, made, (database) => multiplyOrders(database, now));

const { workspace, close } = await openBenchFolder(folder);
const shownAt = performance.now();
const { due } = await showRetention(workspace, { now });
const showMs = performance.now() - shownAt;
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const startedAt = performance.now();
const swept = await sweep(workspace, { now });
const sweepMs = performance.now() - startedAt;
delay.disable();
report({
  due,
  showMs,
  sweepMs,
  erased: swept.ok ? swept.value.erased : 0,
  longestMs: delay.max / 1e6,
  p99Ms: delay.percentile(99) / 1e6,
});
await close();
rmSync(folder, { recursive: true, force: true });
