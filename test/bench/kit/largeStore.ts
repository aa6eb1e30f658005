import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteDatabase } from '../../../electron/store/database/openDatabase.ts';
import { changeSettings } from '../../../electron/usecases/workspace/settings.ts';
import { dayMs, hourMs } from '../../../shared/rules/shopTime.ts';
import { writeFortnight } from '../../fixtures/fortnight/writeFortnight.ts';
import { benchFolder } from './benchFolders.ts';
import { multiplyRows } from './multiplyRows.ts';
import { fillDatabase, openBenchFolder } from './openBenchFolder.ts';

interface LargeStore {
  readonly folder: string;
  readonly shipments: number;
  readonly calls: number;
}

/** Its figures are of the last days: an older one would be read as a shop that stands still. */
const keptMs = dayMs / 4;

/** The same store for every measurement of a run; making it takes minutes. */
export async function keptLargeStore(shipments: number, calls: number): Promise<string> {
  const folder = join(benchFolder, `large-${shipments}-${calls}`);
  const mark = `${folder}.made`;
  if (existsSync(mark) && Date.now() - statSync(mark).mtimeMs < keptMs) return folder;
  rmSync(mark, { force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await makeLargeStore({ folder, shipments, calls });
  writeFileSync(mark, '');
  return folder;
}

/**
 * A workspace of `shipments` parcels of 200 days and `calls` outside calls of 90. The rows are multiplied in SQL from a written
 * fortnight; hours, transit times and call buckets are then counted from them by the statements that count a workspace from before
 * there were counts, so that what is read is what the program would have kept.
 */
async function makeLargeStore({ folder, shipments, calls }: LargeStore): Promise<void> {
  const made = await openBenchFolder(folder);
  await writeFortnight(made.workspace, { perDay: 60 });
  await changeSettings(made.workspace, { cutOffHour: 17 });
  const now = made.workspace.clock.now();
  await made.close();
  fillDatabase(folder, made, (database) => {
    multiplyParcels(database, now, shipments);
    multiplyRows(database, 'calls', 'id', calls, {
      id: "printf('D%010d', no)",
      at: `${now} - cast(no * ${(90 * dayMs) / calls} as integer)`,
    });
    countAnew(database);
  });
  const filling = await openBenchFolder(folder);
  await filling.workspace.store.write(async (write) => {
    await write.callBuckets.fill(calls * 2);
    // Else the first that opens it measures how five gigabytes are backed up beside it.
    await write.settings.put('lastBackupAt', now);
  });
  await filling.close();
}

function multiplyParcels(database: SqliteDatabase, now: number, shipments: number): void {
  const spread = `${now} - cast(no * ${(200 * dayMs) / shipments} as integer)`;
  multiplyRows(database, 'orders', 'id', shipments, {
    id: "printf('order-%09d', no)",
    order_no: "printf('N%09d', no)",
    order_key: "printf('N%09d', no)",
    address_key: "printf('A%09d', no)",
    waybill_no: "printf('73%010d', no)",
    shipment_id: "printf('ship-%09d', no)",
    state: "case when no % 1000 = 0 then 'ready' when no % 40 = 0 then 'in-transit' else 'delivered' end",
  });
  multiplyRows(database, 'shipments', 'id', shipments, {
    id: "printf('ship-%09d', no)",
    order_id: "printf('order-%09d', no)",
    order_code: "printf('code-%09d', no)",
    waybill_no: "printf('73%010d', no)",
    booked_at: `case when first.booked_at is null then null else ${spread} end`,
  });
  multiplyRows(database, 'print_jobs', 'id', shipments, {
    id: "printf('print-%09d', no)",
    shipment_id: "printf('ship-%09d', no)",
    order_id: "printf('order-%09d', no)",
    waybill_no: "printf('73%010d', no)",
    state: "case when no % 5000 = 0 then 'waiting' else 'confirmed' end",
    document_json: "'{}'",
  });
  multiplyRows(database, 'tracking', 'waybill_no', shipments, {
    waybill_no: "printf('73%010d', no)",
    order_id: "printf('order-%09d', no)",
    order_no: "printf('N%09d', no)",
    booked_at: spread,
    state: "case when no % 40 = 0 then 'in-transit' else 'signed' end",
    exception: "case when no % 4000 = 0 then 'refused' else '' end",
    next_due_at: `case when no % 40 = 0 then ${now} + no else ${Number.MAX_SAFE_INTEGER} end`,
  });
}

function countAnew(database: SqliteDatabase): void {
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
      from parcel_times group by 1, 2, 3, 4`);
}
