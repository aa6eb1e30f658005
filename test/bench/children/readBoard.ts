import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  databaseFileName,
  openDatabase,
  type SqliteDatabase,
} from '../../../electron/store/database/openDatabase.ts';
import { nothingFails } from '../../../electron/usecases/backups/plan.ts';
import { readCallFigures } from '../../../electron/usecases/insight/callFigures.ts';
import { readCosts } from '../../../electron/usecases/insight/costs.ts';
import { readDayBoard } from '../../../electron/usecases/insight/dayBoard.ts';
import { readServiceFigures } from '../../../electron/usecases/insight/serviceFigures.ts';
import { readTransit } from '../../../electron/usecases/insight/transit.ts';
import { readTroubles } from '../../../electron/usecases/insight/troubles.ts';
import { readVolumes } from '../../../electron/usecases/insight/volumes.ts';
import { type OpenedWorkspace, openWorkspace } from '../../../electron/usecases/workspace/open.ts';
import { changeSettings } from '../../../electron/usecases/workspace/settings.ts';
import { readStatus } from '../../../electron/usecases/workspace/status.ts';
import { noKeyStore } from '../../../electron/vault/keyStorePort.ts';
import { writeFortnight } from '../../fixtures/fortnight/writeFortnight.ts';
import { benchFolder } from '../kit/benchFolders.ts';
import { benchParts } from '../kit/benchParts.ts';
import { percentile } from '../kit/percentile.ts';
import { report } from '../kit/runChild.ts';

/**
 * How long the board's reads take beside `shipments` parcels of 200 days and `calls` outside calls of 90. The rows are multiplied in
 * SQL from a written fortnight; hours, transit times and call buckets are then counted from them by the statements that count a
 * workspace from before there were counts, so that what is read is what the program would have kept.
 */
const [shipmentCount = '1000000', callCount = '10000000'] = process.argv.slice(2);
const folder = mkdtempSync(join(benchFolder, 'board-'));
const dayMs = 86_400_000;
const hourMs = 3_600_000;

async function open(): Promise<OpenedWorkspace> {
  const request = {
    folder,
    passphrase: 'bench of the figures',
    keyStore: noKeyStore,
    isPracticeWanted: false,
    whenMissing: 'create',
  } as const;
  const opened = await openWorkspace(request, benchParts());
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

/** More rows like those there are: row `no` is like the `no`-th of them, but for the `changes`, which are SQL. */
function multiply(
  database: SqliteDatabase,
  table: string,
  key: string,
  count: number,
  changes: Readonly<Record<string, string>>,
): void {
  const names = (database.pragma(`table_info(${table})`) as { readonly name: string }[]).map(
    ({ name }) => name,
  );
  const values = names.map((name) => changes[name] ?? `first.${name}`);
  const indexes = database
    .prepare("select name, sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null")
    .all(table) as { readonly name: string; readonly sql: string }[];
  // Made again behind them: keeping them along would take most of the time.
  for (const { name } of indexes) database.exec(`drop index ${name}`);
  database.exec(`
    create temp table kept as select row_number() over (order by ${key}) - 1 as place, * from ${table};
    create index temp.kept_place on kept(place);
    with recursive numbers(no) as (select 1 union all select no + 1 from numbers where no < ${count})
    insert into ${table} (${names.join(', ')})
      select ${values.join(', ')} from numbers
      join kept as first on first.place = no % (select count(*) from kept);
    drop table kept`);
  for (const { sql } of indexes) database.exec(sql);
}

const made = await open();
await writeFortnight(made.workspace, { perDay: 60 });
await changeSettings(made.workspace, { cutOffHour: 17 });
const now = made.workspace.clock.now();
await made.close();

const opened = openDatabase(join(folder, databaseFileName), made.key.dataKey, 'writer');
if (!opened.ok) throw new Error(opened.code);
const database = opened.value;
const spread = `${now} - cast(no * ${(200 * dayMs) / Number(shipmentCount)} as integer)`;
multiply(database, 'orders', 'id', Number(shipmentCount), {
  id: "printf('order-%09d', no)",
  order_no: "printf('N%09d', no)",
  order_key: "printf('N%09d', no)",
  address_key: "printf('A%09d', no)",
  waybill_no: "printf('73%010d', no)",
  shipment_id: "printf('ship-%09d', no)",
  state: "case when no % 1000 = 0 then 'ready' when no % 40 = 0 then 'in-transit' else 'delivered' end",
});
multiply(database, 'shipments', 'id', Number(shipmentCount), {
  id: "printf('ship-%09d', no)",
  order_id: "printf('order-%09d', no)",
  order_code: "printf('code-%09d', no)",
  waybill_no: "printf('73%010d', no)",
  booked_at: `case when first.booked_at is null then null else ${spread} end`,
});
multiply(database, 'tracking', 'waybill_no', Number(shipmentCount), {
  waybill_no: "printf('73%010d', no)",
  order_id: "printf('order-%09d', no)",
  order_no: "printf('N%09d', no)",
  booked_at: spread,
  state: "case when no % 40 = 0 then 'in-transit' else 'signed' end",
  exception: "case when no % 4000 = 0 then 'refused' else '' end",
  next_due_at: `case when no % 40 = 0 then ${now} + no else ${Number.MAX_SAFE_INTEGER} end`,
});
multiply(database, 'calls', 'id', Number(callCount), {
  id: "printf('D%010d', no)",
  at: `${now} - cast(no * ${(90 * dayMs) / Number(callCount)} as integer)`,
});
// As m0400 counts them, from the rows above.
database.exec(`
  delete from hour_counts; delete from parcel_times; delete from transit_counts;
  insert into hour_counts
    select 'booked', s.booked_at - s.booked_at % ${hourMs}, s.carrier, coalesce(o.shop, ''), count(*), 0
    from shipments s left join orders o on o.id = s.order_id where s.booked_at is not null group by 2, 3, 4;
  insert into hour_counts
    select 'priced', s.booked_at - s.booked_at % ${hourMs}, s.carrier, coalesce(o.shop, ''), count(*), sum(s.freight_fen)
    from shipments s left join orders o on o.id = s.order_id
    where s.booked_at is not null and s.freight_fen is not null group by 2, 3, 4;
  insert into hour_counts
    select m.name, hour_at, carrier, shop, total, 0 from hour_counts,
      (select 'printed' as name union all select 'collected' union all select 'signed') as m
    where measure = 'booked';
  insert into parcel_times
    select t.waybill_no, t.carrier, o.shop, o.province, t.booked_at,
      t.booked_at + 6 * ${hourMs} + t.rowid % 19 * ${hourMs}, t.booked_at + (30 + t.rowid % 60) * ${hourMs}, t.booked_at + ${4 * 24} * ${hourMs}
    from tracking t join orders o on o.id = t.order_id where t.booked_at is not null;
  insert into transit_counts
    select signed_at - (signed_at + 28800000) % ${dayMs}, carrier, province,
      min(720, (signed_at - collected_at) / ${hourMs}), count(*), count(promised_at),
      coalesce(sum(signed_at <= promised_at), 0)
    from parcel_times group by 1, 2, 3, 4;
  analyze`);
database.close();

const filling = await open();
await filling.workspace.store.write((write) => write.callBuckets.fill(Number(callCount) * 2));
await filling.close();

const reads: Readonly<Record<string, (workspace: OpenedWorkspace['workspace']) => Promise<unknown>>> = {
  'the day with what needs a person': async (workspace) => {
    await readDayBoard(workspace);
    await readStatus(workspace, { printerStates: new Map(), backups: nothingFails });
  },
  'calls of 30 days with availability': async (workspace) => {
    const to = workspace.clock.now();
    await readCallFigures(workspace, { from: to - 30 * dayMs, to, by: 'line' });
    await readServiceFigures(workspace, { from: to - 30 * dayMs, to });
  },
  volumes: (workspace) => readVolumes(workspace, { unit: 'week' }),
  'transit times': readTransit,
  exceptions: readTroubles,
  costs: readCosts,
};

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

const first: Record<string, number> = {};
const refreshP95: Record<string, number> = {};
for (const [name, read] of Object.entries(reads)) {
  // Each in a workspace that was just opened: nothing it needs is in memory yet.
  const { workspace, close } = await open();
  first[name] = await timeOf(() => read(workspace));
  const times: number[] = [];
  for (let turn = 0; turn < 20; turn++) times.push(await timeOf(() => read(workspace)));
  refreshP95[name] = percentile(times, 0.95);
  await close();
}
report({ first, refreshP95 });
rmSync(folder, { recursive: true, force: true });
