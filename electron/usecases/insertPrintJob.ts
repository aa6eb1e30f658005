import type { LabelDocument, LabelPrivacy, LabelSize } from '../../shared/domain/labelDocument.ts';
import { routedPrinterUri } from '../../shared/domain/printer.ts';
import type { Booking } from '../../shared/domain/shipment.ts';
import type { OrdersTable, ShipmentsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { buildLabelDocument } from './buildLabelDocument.ts';
import { reasonOf } from './printReason.ts';
import { routePrinter } from './routePrinter.ts';
import { templateForLabel } from './templateForLabel.ts';
import type { Workspace } from './workspace.ts';

export interface NewPrintJob {
  readonly order: OrdersTable;
  readonly shipment: ShipmentsTable;
  readonly booking: Booking;
  readonly printerUri: string;
  /** 1: first label. A second job of one copy number cannot exist. */
  readonly copyNo: number;
  readonly reason: string;
  /** Absent: names, phones and units are hidden. */
  readonly privacy?: LabelPrivacy;
  /** What a rule chose for the merchant area; absent: the default of the printer's size. */
  readonly templateId?: string;
  /** Paper somebody chose for this label; absent: its template's, its carrier's, or whatever the printer holds. */
  readonly size?: LabelSize | undefined;
}

/** Freezes the label and puts its job into the print queue, inside the caller's transaction. */
export async function insertPrintJob(
  workspace: Workspace,
  write: Repositories,
  job: NewPrintJob,
): Promise<string> {
  const now = workspace.clock.now();
  const id = workspace.nextId();
  const isOut = await cameOutBefore(write, job);
  const mediaSize = job.size ?? (await sizeOfTemplate(write, job.templateId));
  const routed = await routePrinter(workspace, write, job.printerUri, {
    carrier: job.shipment.carrier,
    shop: job.order.shop,
    asked: mediaSize,
  });
  // A printer that was named and refused stands in the ledger with the label it refused.
  const named = job.printerUri === routedPrinterUri ? '' : job.printerUri;
  const printerUri = routed.ok ? routed.value : named;
  const document = await freezeDocument(workspace, write, { ...job, printerUri });
  const state = isOut ? 'unsure' : routed.ok ? 'waiting' : 'failed';
  const unsure = { error_code: 'PRINTER_INTERRUPTED', error_params_json: '{}' };
  const reason = routed.ok ? { error_code: '', error_params_json: '{}' } : reasonOf(routed);
  await write.printJobs.insert({
    id,
    shipment_id: job.shipment.id,
    order_id: job.order.id,
    printer_uri: printerUri,
    state,
    version: 0,
    copy_no: job.copyNo,
    reason: job.reason,
    document_json: JSON.stringify(document),
    serial_no: job.shipment.serial_no,
    serial_total: job.shipment.serial_total,
    ...(isOut ? unsure : reason),
    created_at: now,
    settled_at: null,
    operator: '',
    hold_reason: '',
    wanted_at: now,
    sent_at: isOut ? now : null,
    scanned_at: null,
    moved_from: '',
    device_job: '',
    media_size: mediaSize,
  });
  if (state !== 'waiting') return id;
  await write.jobs.insert({
    id: workspace.nextId(),
    kind: 'print',
    subject_id: id,
    lane: printerUri,
    state: 'waiting',
    run_at: now,
    attempts: 0,
    lease_until: null,
    created_at: now,
  });
  return id;
}

/** A template chosen for a label is drawn for one paper. */
async function sizeOfTemplate(
  { labelTemplates }: Pick<Repositories, 'labelTemplates'>,
  templateId: string | undefined,
): Promise<LabelSize | ''> {
  const chosen = templateId === undefined ? undefined : await labelTemplates.byId(templateId);
  return chosen === undefined || chosen.removed_at !== null ? '' : chosen.size;
}

/** What the paper will show, also when it is printed a week from now. */
async function freezeDocument(
  workspace: Workspace,
  write: Repositories,
  job: NewPrintJob,
): Promise<LabelDocument> {
  const merchantText = (await write.settings.all()).find((row) => row.key === 'merchantText');
  return buildLabelDocument({
    orderNo: job.order.order_no,
    shop: job.order.shop,
    shipment: job.shipment,
    booking: job.booking,
    merchantText: merchantText === undefined ? '' : (JSON.parse(merchantText.value_json) as string),
    reprintNo: job.copyNo - 1,
    printedAt: workspace.clock.now(),
    template: await templateForLabel(workspace, write, { ...job, shipmentId: job.shipment.id }),
    ...(job.privacy === undefined ? {} : { privacy: job.privacy }),
  });
}

/** Does the journal say that this copy may have come out before a backup was restored? Then a person is asked. */
async function cameOutBefore(write: Repositories, { shipment, copyNo }: NewPrintJob): Promise<boolean> {
  const references = await write.outsideReferences.ofCode(shipment.order_code);
  return references.some(
    (reference) =>
      reference.account_id === shipment.account_id &&
      (JSON.parse(reference.copies_json) as number[]).includes(copyNo),
  );
}
