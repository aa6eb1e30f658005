import { type Kysely, sql } from 'kysely';
import { createTable, type TableSpec } from './createTable.ts';

/** As `print_jobs`, one row for each copy of each parcel's label. */
const printJobs: TableSpec = {
  name: 'print_jobs_of_parcels',
  columns: {
    id: 'text',
    shipment_id: 'text',
    order_id: 'text',
    printer_uri: 'text',
    state: 'text',
    version: 'integer',
    parcel_no: 'integer',
    parcel_total: 'integer',
    waybill_no: 'text',
    copy_no: 'integer',
    reason: 'text',
    document_json: 'text',
    serial_no: 'integer',
    serial_total: 'integer',
    error_code: 'text',
    created_at: 'integer',
    settled_at: 'integer?',
    operator: 'text',
    hold_reason: 'text',
    wanted_at: 'integer',
    sent_at: 'integer?',
    scanned_at: 'integer?',
    moved_from: 'text',
    device_job: 'text',
  },
  primaryKey: ['id'],
  // One job for each copy of each parcel: a second label needs a second copy number, and with it a reason.
  unique: [['shipment_id', 'parcel_no', 'copy_no']],
};

/** What stays as it is: every column that `print_jobs` has had so far. */
const kept = Object.keys(printJobs.columns).filter(
  (column) => !['parcel_no', 'parcel_total', 'waybill_no'].includes(column),
);

const afterwards = [
  'drop table print_jobs',
  'alter table print_jobs_of_parcels rename to print_jobs',
  'create index print_jobs_state_id on print_jobs(state, id)',
  'create index print_jobs_order_id on print_jobs(order_id)',
  // A scan asks by the number on the paper.
  'create index print_jobs_waybill_no on print_jobs(waybill_no)',
  'create index print_jobs_printer_sent on print_jobs(printer_uri, sent_at, id) where sent_at is not null',
  // Why a number is given back for another one; empty: it is given back for good.
  "alter table shipments add column replace_reason text not null default ''",
];

/** Every parcel of a booking has labels of its own; a constraint cannot be changed, so the table is made anew. */
export const m0140Parcels = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, printJobs);
    const columns = sql.raw(kept.join(', '));
    const old = sql.raw(kept.map((column) => `print_jobs.${column}`).join(', '));
    await sql`insert into print_jobs_of_parcels (${columns}, parcel_no, parcel_total, waybill_no)
      select ${old}, 1, 1, coalesce(shipments.waybill_no, '')
      from print_jobs left join shipments on shipments.id = print_jobs.shipment_id`.execute(db);
    for (const statement of afterwards) await sql.raw(statement).execute(db);
  },
};
