import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  databaseFileName,
  openDatabase,
  type SqliteDatabase,
} from '../../../electron/store/database/openDatabase.ts';
import { nothingFails } from '../../../electron/usecases/backups/plan.ts';
import { readBookingHealth } from '../../../electron/usecases/booking/health.ts';
import { readCallFigures } from '../../../electron/usecases/insight/callFigures.ts';
import { type OpenedWorkspace, openWorkspace } from '../../../electron/usecases/workspace/open.ts';
import { readStatus } from '../../../electron/usecases/workspace/status.ts';
import { noKeyStore } from '../../../electron/vault/keyStorePort.ts';
import { sampleCall } from '../../doubles/workspace/sampleCall.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { sampleShipment } from '../../doubles/workspace/sampleShipment.ts';
import { benchFolder } from '../kit/benchFolders.ts';
import { benchParts } from '../kit/benchParts.ts';
import { percentile } from '../kit/percentile.ts';
import { report } from '../kit/runChild.ts';

/** How long the status bar's reads take beside `shipments` parcels and `calls` outside calls of the last thirty days. */
const [shipmentCount = '1000000', callCount = '1000000'] = process.argv.slice(2);
const folder = mkdtempSync(join(benchFolder, 'status-'));

async function open(): Promise<OpenedWorkspace> {
  const passphrase = 'bench of the figures';
  const request = {
    folder,
    passphrase,
    keyStore: noKeyStore,
    isPracticeWanted: false,
    whenMissing: 'create',
  };
  const opened = await openWorkspace(request as Parameters<typeof openWorkspace>[0], benchParts());
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

/** More rows like the one there is; `changes` say in SQL, by the number `no`, what differs. */
function multiply(
  database: SqliteDatabase,
  table: string,
  count: number,
  changes: Readonly<Record<string, string>>,
): void {
  const names = (database.pragma(`table_info(${table})`) as { readonly name: string }[]).map(
    ({ name }) => name,
  );
  const values = names.map((name) => changes[name] ?? `first.${name}`);
  database.exec(
    `with recursive numbers(no) as (select 1 union all select no + 1 from numbers where no < ${count})
     insert into ${table} (${names.join(', ')})
     select ${values.join(', ')} from numbers, (select * from ${table} limit 1) as first`,
  );
}

const made = await open();
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
const database = openDatabase(join(folder, databaseFileName), made.key.dataKey, 'writer');
if (!database.ok) throw new Error(database.code);
const day = 86_400_000;
multiply(database.value, 'orders', Number(shipmentCount), {
  id: "printf('order-%09d', no)",
  order_no: "printf('N%09d', no)",
  order_key: "printf('N%09d', no)",
  address_key: "printf('A%09d', no)",
  waybill_no: "printf('73%010d', no)",
  shipment_id: "printf('ship-%09d', no)",
  state: "case when no % 1000 = 0 then 'ready' when no % 40 = 0 then 'in-transit' else 'delivered' end",
  shipment_state: "case when no % 1000 = 0 then null when no % 5000 = 1 then 'refused' else 'booked' end",
});
multiply(database.value, 'shipments', Number(shipmentCount), {
  id: "printf('ship-%09d', no)",
  order_id: "printf('order-%09d', no)",
  order_code: "printf('code-%09d', no)",
  waybill_no: "printf('73%010d', no)",
  booked_at: `${now} - no * ${Math.floor((200 * day) / Number(shipmentCount))}`,
});
multiply(database.value, 'calls', Number(callCount), {
  id: "printf('D%010d', no)",
  at: `${now} - no * ${(30 * day) / Number(callCount)}`,
  account_id: "'a' || no % 3",
  interface_name: "case no % 4 when 0 then 'book' else 'track' end",
  error_code: "case when no % 500 = 0 then 'CARRIER_DOWN' else '' end",
  duration_ms: '80 + no % 700',
});
database.value.close();

const { workspace, close } = await open();
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
