import type { Booking } from '../../shared/domain/shipment.ts';
import type { OrdersTable, ShipmentsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { buildLabelDocument } from './buildLabelDocument.ts';
import type { Workspace } from './workspace.ts';

export interface NewPrintJob {
  readonly order: OrdersTable;
  readonly shipment: ShipmentsTable;
  readonly booking: Booking;
  readonly printerUri: string;
  /** 1: first label. A second job of one copy number cannot exist. */
  readonly copyNo: number;
  readonly reason: string;
}

/** Freezes the label and puts its job into the print queue, inside the caller's transaction. */
export async function insertPrintJob(
  workspace: Workspace,
  write: Repositories,
  job: NewPrintJob,
): Promise<string> {
  const now = workspace.clock.now();
  const merchantText = (await write.settings.all()).find((row) => row.key === 'merchantText');
  const document = buildLabelDocument({
    orderNo: job.order.order_no,
    shipment: job.shipment,
    booking: job.booking,
    merchantText: merchantText === undefined ? '' : (JSON.parse(merchantText.value_json) as string),
    reprintNo: job.copyNo - 1,
    printedAt: now,
  });
  const id = workspace.nextId();
  await write.printJobs.insert({
    id,
    shipment_id: job.shipment.id,
    order_id: job.order.id,
    printer_uri: job.printerUri,
    state: 'waiting',
    version: 0,
    copy_no: job.copyNo,
    reason: job.reason,
    document_json: JSON.stringify(document),
    serial_no: job.shipment.serial_no,
    serial_total: job.shipment.serial_total,
    error_code: '',
    created_at: now,
    settled_at: null,
  });
  await write.jobs.insert({
    id: workspace.nextId(),
    kind: 'print',
    subject_id: id,
    lane: job.printerUri,
    state: 'waiting',
    run_at: now,
    attempts: 0,
    lease_until: null,
    created_at: now,
  });
  return id;
}
