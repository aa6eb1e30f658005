import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nothingFails } from '../../../electron/usecases/backups/plan.ts';
import { readBookingHealth } from '../../../electron/usecases/booking/health.ts';
import { readCallFigures } from '../../../electron/usecases/insight/callFigures.ts';
import { readStatus } from '../../../electron/usecases/workspace/status.ts';
import { sampleCall } from '../../doubles/workspace/sampleCall.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { sampleShipment } from '../../doubles/workspace/sampleShipment.ts';
import { benchFolder } from '../kit/benchFolders.ts';
import { multiplyRows } from '../kit/multiplyRows.ts';
import { fillDatabase, openBenchFolder } from '../kit/openBenchFolder.ts';
import { percentile } from '../kit/percentile.ts';
import { report } from '../kit/runChild.ts';

/** How long the status bar's reads take beside `shipments` parcels and `calls` outside calls of the last thirty days. */
const [shipmentCount = '1000000', callCount = '1000000'] = process.argv.slice(2);
const folder = mkdtempSync(join(benchFolder, 'status-'));

const made = await openBenchFolder(folder);
const now = made.workspace.clock.now();
await made.workspace.store.write(async (write) => {
  const shipment = sampleShipment({ id: 's-first', orderId: 'o-first', state: 'booked', bookedAt: now });
  await write.orders.insertMany([
    sampleOrder(0, { id: 'o-first', state: 'delivered', shipmentState: 'booked', printState: 'confirmed' }),
  ]);
  await write.shipments.insert(shipment);
  await write.calls.insert(sampleCall(0, { at: now }));
});
await made.close();
const day = 86_400_000;
fillDatabase(folder, made, (database) => {
  multiplyRows(database, 'orders', 'id', Number(shipmentCount), {
    id: "printf('order-%09d', no)",
    order_no: "printf('N%09d', no)",
    order_key: "printf('N%09d', no)",
    address_key: "printf('A%09d', no)",
    waybill_no: "printf('73%010d', no)",
    shipment_id: "printf('ship-%09d', no)",
    state: "case when no % 1000 = 0 then 'ready' when no % 40 = 0 then 'in-transit' else 'delivered' end",
    shipment_state: "case when no % 1000 = 0 then null when no % 5000 = 1 then 'refused' else 'booked' end",
  });
  multiplyRows(database, 'shipments', 'id', Number(shipmentCount), {
    id: "printf('ship-%09d', no)",
    order_id: "printf('order-%09d', no)",
    order_code: "printf('code-%09d', no)",
    waybill_no: "printf('73%010d', no)",
    booked_at: `${now} - no * ${Math.floor((200 * day) / Number(shipmentCount))}`,
  });
  multiplyRows(database, 'calls', 'id', Number(callCount), {
    id: "printf('D%010d', no)",
    at: `${now} - no * ${(30 * day) / Number(callCount)}`,
    account_id: "'a' || no % 3",
    interface_name: "case no % 4 when 0 then 'book' else 'track' end",
    error_code: "case when no % 500 = 0 then 'CARRIER_DOWN' else '' end",
    duration_ms: '80 + no % 700',
  });
});

const { workspace, close } = await openBenchFolder(folder);
await workspace.store.write((write) => write.callBuckets.fill(Number(callCount) + 1));

async function p95Of(times: number, act: () => Promise<unknown>): Promise<number> {
  const durations: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const startedAt = performance.now();
    await act();
    durations.push(performance.now() - startedAt);
  }
  return percentile(durations, 0.95);
}

const knowledge = { printerStates: new Map(), backups: nothingFails };
const month = { from: workspace.clock.now() - 30 * day, to: workspace.clock.now() };
let no = 0;
report({
  statusP95Ms: await p95Of(100, () => readStatus(workspace, knowledge)),
  healthP95Ms: await p95Of(100, () => readBookingHealth(workspace)),
  monthP95Ms: await p95Of(20, () => readCallFigures(workspace, { ...month, by: 'line' })),
  recordMs:
    (await p95Of(20, () =>
      workspace.store.write(async (write) => {
        for (let call = 0; call < 500; call++)
          await write.calls.insert(sampleCall(no++, { id: `E${no}`, at: workspace.clock.now() + no * 20 }));
      }),
    )) / 500,
});
await close();
rmSync(folder, { recursive: true, force: true });
