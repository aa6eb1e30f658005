import type { LabelDocument, LabelPrivacy, LabelSize } from '../../shared/domain/labelDocument.ts';
import type { LabelTemplateRef } from '../../shared/domain/labelTemplate.ts';
import { routedPrinterUri } from '../../shared/domain/printer.ts';
import type { Booking } from '../../shared/domain/shipment.ts';
import type { OrdersTable, ShipmentsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { addPrintWork } from './addPrintWork.ts';
import { buildLabelDocument } from './buildLabelDocument.ts';
import { recordAct } from './operators/recordAct.ts';
import { isSameCopy, readPaperCopies } from './paperCopies.ts';
import { reasonOf } from './printReason.ts';
import { routePrinter } from './routePrinter.ts';
import { templateForLabel } from './templateForLabel.ts';
import type { Workspace } from './workspace.ts';

export interface NewPrintJob {
  readonly order: OrdersTable;
  readonly shipment: ShipmentsTable;
  readonly booking: Booking;
  readonly printerUri: string;
  /** Which box of the booking; absent: the first. */
  readonly parcelNo?: number;
  /** 1: first label. A second job of one copy number of one box cannot exist. */
  readonly copyNo: number;
  readonly reason: string;
  /** Absent: names, phones and units are hidden. */
  readonly privacy?: LabelPrivacy | undefined;
  /** Who allowed it by PIN; absent: nobody had to. */
  readonly approver?: string | undefined;
  /** Whose label it is; absent: of who acts now. */
  readonly operator?: string | undefined;
  /** Paper somebody chose for this label; absent: its carrier's, or whatever the printer holds. */
  readonly size?: LabelSize | undefined;
}

/** How much the label shows, and who allowed that by PIN. */
export interface LabelForm {
  readonly privacy: LabelPrivacy;
  readonly approver: string;
}

/** What nothing is known of before the label went to a printer. */
const unsent = {
  settled_at: null,
  hold_reason: '',
  scanned_at: null,
  moved_from: '',
  device_job: '',
  drawn_by: '',
  own_layout_reason: '',
  own_layout_seen: 0,
} as const;

/** Freezes the label and puts its job into the print queue, inside the caller's transaction. */
export async function insertPrintJob(
  workspace: Workspace,
  write: Repositories,
  job: NewPrintJob,
): Promise<string> {
  const now = workspace.clock.now();
  const id = workspace.nextId();
  const isOut = await cameOutBefore(write, job);
  const mediaSize = job.size ?? '';
  const routed = await routePrinter(workspace, write, job.printerUri, {
    carrier: job.shipment.carrier,
    shop: job.order.shop,
    asked: mediaSize,
  });
  // A printer that was named and refused stands in the ledger with the label it refused.
  const named = job.printerUri === routedPrinterUri ? '' : job.printerUri;
  const printerUri = routed.ok ? routed.value : named;
  const wish = { ...job, printerUri, shipmentId: job.shipment.id, orderKey: job.order.order_key };
  const { ref, trial } = await templateForLabel(workspace, write, wish);
  const document = await freezeDocument(workspace, write, job, ref);
  const { no, total } = document.parcel ?? { no: 1, total: 1 };
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
    parcel_no: no,
    parcel_total: total,
    waybill_no: document.waybillNo,
    copy_no: job.copyNo,
    reason: job.reason,
    document_json: JSON.stringify(document),
    serial_no: job.shipment.serial_no,
    serial_total: job.shipment.serial_total,
    ...(isOut ? unsure : reason),
    created_at: now,
    operator: job.operator ?? workspace.actor.name,
    approver: job.approver ?? '',
    wanted_at: now,
    sent_at: isOut ? now : null,
    ...unsent,
    media_size: mediaSize,
  });
  await recordFullForm(workspace, write, job);
  if (ref !== null || trial !== null)
    await write.printTemplates.insert({
      job_id: id,
      shipment_id: job.shipment.id,
      template_id: ref?.templateId ?? '',
      template_version: ref?.version ?? 0,
      trial_id: trial?.id ?? '',
      arm: trial?.arm ?? '',
    });
  if (state === 'waiting') await addPrintWork(workspace, write, id, printerUri);
  return id;
}

/** A label that hides nothing is on record before it can come out. */
export async function recordFullForm(
  workspace: Workspace,
  write: Repositories,
  { order, copyNo, privacy, approver }: NewPrintJob,
): Promise<void> {
  if (privacy?.form !== 'full') return;
  const { reason } = privacy;
  const act = { kind: 'full-form-printed', orderId: order.id, what: `copy ${copyNo}`, reason } as const;
  await recordAct(workspace, write, { ...act, ...(approver === undefined ? {} : { approver }) });
}

/** What the paper will show, also when it is printed a week from now. */
export async function freezeDocument(
  workspace: Workspace,
  write: Repositories,
  job: NewPrintJob,
  template: LabelTemplateRef | null,
): Promise<LabelDocument> {
  const merchantText = (await write.settings.all()).find((row) => row.key === 'merchantText');
  return buildLabelDocument({
    orderNo: job.order.order_no,
    shop: job.order.shop,
    shipment: job.shipment,
    booking: job.booking,
    merchantText: merchantText === undefined ? '' : (JSON.parse(merchantText.value_json) as string),
    parcelNo: job.parcelNo ?? 1,
    reprintNo: job.copyNo - 1,
    printedAt: workspace.clock.now(),
    template,
    ...(job.privacy === undefined ? {} : { privacy: job.privacy }),
  });
}

/** Does the journal say that this copy may have come out before a backup was restored? Then a person is asked. */
async function cameOutBefore(
  write: Repositories,
  { shipment, copyNo, parcelNo = 1 }: NewPrintJob,
): Promise<boolean> {
  const references = await write.outsideReferences.ofCode(shipment.order_code);
  return references.some(
    (reference) =>
      reference.account_id === shipment.account_id &&
      readPaperCopies(reference.copies_json).some((copy) => isSameCopy(copy, { parcelNo, copyNo })),
  );
}
