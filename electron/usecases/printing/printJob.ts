import type {
  LabelDocument,
  LabelPrivacy,
  LabelSize,
} from '../../../shared/domain/printing/labelDocument.ts';
import type { LabelTemplateRef, PrintedTemplate } from '../../../shared/domain/printing/labelTemplate.ts';
import { routedPrinterUri } from '../../../shared/domain/printing/printer.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { paperCopiesJson } from '../../store/booking/bookingJson.ts';
import { errorColumnsOf, errorParamsOf } from '../../store/database/storedJson.ts';
import type { Order, PrintBatch, PrintJob, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { whyInDoubt } from '../booking/afterRestore/mayBePrinted.ts';
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

/** Freezes the label and queues its job, in the caller's transaction. */
export async function insertPrintJob(
  workspace: Workspace,
  write: Repositories,
  job: NewPrintJob,
): Promise<string> {
  const { order, shipment } = job;
  const id = workspace.nextId();
  const cameOut = await cameOutBefore(write, job);
  const routed = await routePrinter(workspace, write, job.printerUri, {
    carrier: shipment.carrier,
    shop: order.shop,
    asked: job.size ?? '',
  });
  const printerUri = routed.ok ? routed.value : namedPrinter(job);
  const wish = { shipmentId: shipment.id, orderKey: order.orderKey, printerUri };
  const layout = await templateForLabel(workspace, write, wish);
  const document = await freezeDocument(workspace, write, job, layout.ref);
  const batch = await enterBatch(workspace, write, job.batch);
  const start = cameOut ? cameOutAt(workspace) : startOf(routed, batch);
  await write.printJobs.insert({
    ...unsent,
    ...labelColumns(workspace, job, document),
    ...start,
    id,
    printerUri,
    batchId: batch.id,
  });
  await recordFullForm(workspace, write, job);
  await noteLayout(write, { jobId: id, shipmentId: shipment.id }, layout);
  if (start.state === 'waiting') await addPrintWork(workspace, write, id, printerUri);
  return id;
}

/** A printer that refused is in the ledger, with the label it refused; the rules have none. */
const namedPrinter = ({ printerUri }: NewPrintJob): string =>
  printerUri === routedPrinterUri ? '' : printerUri;

/** Columns that are empty until the label goes to a printer. */
const unsent = {
  version: 0,
  sentAt: null,
  settledAt: null,
  scannedAt: null,
  holdReason: '',
  movedFrom: '',
  deviceJob: '',
  drawnBy: '',
  ownLayoutReason: '',
  ownLayoutSeen: 0,
} as const;

/** What is printed, for whom, and who asked for it. */
function labelColumns({ clock, actor }: Workspace, job: NewPrintJob, document: LabelDocument) {
  const { no, total } = document.parcel ?? { no: 1, total: 1 };
  const now = clock.now();
  return {
    orderId: job.order.id,
    shipmentId: job.shipment.id,
    serialNo: job.shipment.serialNo,
    serialTotal: job.shipment.serialTotal,
    parcelNo: no,
    parcelTotal: total,
    waybillNo: document.waybillNo,
    copyNo: job.copyNo,
    documentJson: JSON.stringify(document),
    mediaSize: job.size ?? '',
    reason: job.reason,
    operator: job.operator ?? actor.name,
    approver: job.approver ?? '',
    createdAt: now,
    wantedAt: now,
  } as const;
}

type Start = Pick<PrintJob, 'state' | 'errorCode' | 'errorParamsJson'> &
  Partial<Pick<PrintJob, 'sentAt' | 'holdReason'>>;

/** The journal says that it may be on paper already. */
const cameOutAt = (workspace: Workspace): Start => ({
  state: 'unsure',
  sentAt: workspace.clock.now(),
  errorCode: whyInDoubt(workspace),
  errorParamsJson: '{}',
});

/** A label without a printer has failed; one of a batch that a person holds waits with it. */
function startOf(routed: Outcome<string>, { heldAt }: Pick<PrintBatch, 'heldAt'>): Start {
  if (!routed.ok) return { state: 'failed', ...errorColumnsOf(routed) };
  return heldAt === null
    ? { state: 'waiting', ...errorColumnsOf(routed) }
    : { state: 'held', holdReason: 'batch', ...errorColumnsOf(routed) };
}

/** The standard layout outside of a trial is not noted. */
async function noteLayout(
  write: Repositories,
  job: { readonly jobId: string; readonly shipmentId: string },
  { ref, trial }: PrintedTemplate,
): Promise<void> {
  if (ref === null && trial === null) return;
  await write.printTemplates.insert({
    ...job,
    templateId: ref?.templateId ?? '',
    templateVersion: ref?.version ?? 0,
    trialId: trial?.id ?? '',
    arm: trial?.arm ?? '',
  });
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
