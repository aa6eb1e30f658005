import type {
  LabelDocument,
  LabelPrivacy,
  LabelSize,
} from '../../../shared/domain/printing/labelDocument.ts';
import type { LabelTemplateRef } from '../../../shared/domain/printing/labelTemplate.ts';
import { routedPrinterUri } from '../../../shared/domain/printing/printer.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { paperCopiesJson } from '../../store/booking/bookingJson.ts';
import { errorColumnsOf, errorParamsOf } from '../../store/database/storedJson.ts';
import type { Order, PrintJob, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { enterBatch, type LabelBatch } from './batches/batch.ts';
import { buildLabelDocument } from './document.ts';
import { addPrintWork } from './ledger.ts';
import { routePrinter } from './route.ts';
import { templateForLabel } from './templates/templateForLabel.ts';

interface NewPrintJob {
  readonly order: Order;
  readonly shipment: Shipment;
  readonly booking: Booking;
  readonly printerUri: string;
  /** The box of the booking; absent: the first. */
  readonly parcelNo?: number;
  /** 1: first label. A second job of one copy number of one box cannot exist. */
  readonly copyNo: number;
  readonly reason: string;
  /** Absent: names, phones and units are hidden. */
  readonly privacy?: LabelPrivacy | undefined;
  /** Who approved it by PIN; absent: not needed. */
  readonly approver?: string | undefined;
  /** The label's operator; absent: the present one. */
  readonly operator?: string | undefined;
  /** Paper chosen for this label; absent: its carrier's, or what the printer holds. */
  readonly size?: LabelSize | undefined;
  /** The batch it was requested in; absent: alone. */
  readonly batch?: LabelBatch | undefined;
}

/** How much the label shows, and who approved that by PIN. */
export interface LabelForm {
  readonly privacy: LabelPrivacy;
  readonly approver: string;
}

/** Columns that are empty until the label goes to a printer. */
const unsent = {
  settledAt: null,
  scannedAt: null,
  movedFrom: '',
  deviceJob: '',
  drawnBy: '',
  ownLayoutReason: '',
  ownLayoutSeen: 0,
} as const;

/** Freezes the label and queues its job, in the caller's transaction. */
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
  // A named printer that refused is in the ledger, with the label it refused.
  const named = job.printerUri === routedPrinterUri ? '' : job.printerUri;
  const printerUri = routed.ok ? routed.value : named;
  const wish = { ...job, printerUri, shipmentId: job.shipment.id, orderKey: job.order.orderKey };
  const { ref, trial } = await templateForLabel(workspace, write, wish);
  const document = await freezeDocument(workspace, write, job, ref);
  const { no, total } = document.parcel ?? { no: 1, total: 1 };
  const batch = await enterBatch(workspace, write, job.batch);
  const ready = batch.heldAt === null ? 'waiting' : 'held';
  const state = isOut ? 'unsure' : routed.ok ? ready : 'failed';
  const unsure = { errorCode: 'PRINTER_INTERRUPTED', errorParamsJson: '{}' };
  await write.printJobs.insert({
    id,
    shipmentId: job.shipment.id,
    orderId: job.order.id,
    printerUri,
    state,
    version: 0,
    parcelNo: no,
    parcelTotal: total,
    waybillNo: document.waybillNo,
    copyNo: job.copyNo,
    reason: job.reason,
    documentJson: JSON.stringify(document),
    serialNo: job.shipment.serialNo,
    serialTotal: job.shipment.serialTotal,
    ...(isOut ? unsure : errorColumnsOf(routed)),
    createdAt: now,
    operator: job.operator ?? workspace.actor.name,
    approver: job.approver ?? '',
    wantedAt: now,
    sentAt: isOut ? now : null,
    ...unsent,
    holdReason: state === 'held' ? 'batch' : '',
    mediaSize,
    batchId: batch.id,
  });
  await recordFullForm(workspace, write, job);
  if (ref !== null || trial !== null)
    await write.printTemplates.insert({
      jobId: id,
      shipmentId: job.shipment.id,
      templateId: ref?.templateId ?? '',
      templateVersion: ref?.version ?? 0,
      trialId: trial?.id ?? '',
      arm: trial?.arm ?? '',
    });
  if (state === 'waiting') await addPrintWork(workspace, write, id, printerUri);
  return id;
}

/** A label that hides nothing is recorded before it can be printed. */
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

/** What the paper will show, even if it is printed a week from now. */
export async function freezeDocument(
  workspace: Workspace,
  write: Repositories,
  job: NewPrintJob,
  template: LabelTemplateRef | null,
): Promise<LabelDocument> {
  return buildLabelDocument({
    orderNo: job.order.orderNo,
    shop: job.order.shop,
    shipment: job.shipment,
    booking: job.booking,
    merchantText: await write.settings.get('merchantText'),
    parcelNo: job.parcelNo ?? 1,
    reprintNo: job.copyNo - 1,
    printedAt: workspace.clock.now(),
    template,
    ...(job.privacy === undefined ? {} : { privacy: job.privacy }),
  });
}

/** Does the journal say that this copy may have been printed before a backup was restored? Then a person is asked. */
async function cameOutBefore(
  write: Repositories,
  { shipment, copyNo, parcelNo = 1 }: NewPrintJob,
): Promise<boolean> {
  const references = await write.outsideReferences.ofCode(shipment.orderCode);
  return references.some(
    (reference) =>
      reference.accountId === shipment.accountId &&
      paperCopiesJson
        .read(reference.copiesJson)
        .some((copy) => copy.parcelNo === parcelNo && copy.copyNo === copyNo),
  );
}

/** The last copy of each parcel of the order's present booking: the state of its labels now. */
export function latestCopies(order: Pick<Order, 'shipmentId'>, copies: readonly PrintJob[]): PrintJob[] {
  const last = new Map<number, PrintJob>();
  for (const copy of copies) {
    if (copy.shipmentId !== order.shipmentId) continue;
    const known = last.get(copy.parcelNo);
    if (known === undefined || known.copyNo < copy.copyNo) last.set(copy.parcelNo, copy);
  }
  return [...last.values()].sort((one, other) => one.parcelNo - other.parcelNo);
}

/** The failure of a print job; empty: it has none. */
export function failureOf(job: Pick<PrintJob, 'errorCode' | 'errorParamsJson'>) {
  return { code: job.errorCode, params: errorParamsOf(job.errorParamsJson) };
}
