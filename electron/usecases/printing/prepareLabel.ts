import { stopCode } from '../../../shared/domain/order.ts';
import {
  expectedReasons,
  type LabelDocument,
  type OwnLayoutReason,
} from '../../../shared/domain/printing/labelDocument.ts';
import type { PrinterProfile } from '../../../shared/domain/printing/printer.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, type Failure, failure, ifReadable, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PrinterHabits, PrinterTarget } from '../../printers/kit/printerTransport.ts';
import { encodeSheet, labelsPerSheet, type RenderedJob, renderJob } from '../../printers/renderJob.ts';
import { errorColumnsOf } from '../../store/database/storedJson.ts';
import type { Job, PrintJob, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { carrierLabel } from './carrierLabel.ts';
import { readDocument } from './document.ts';
import { doubtOf, type Hold, holdPrint, isBehindOlder } from './hold.ts';
import { changeLedger } from './ledger.ts';
import { paperMismatch } from './paper.ts';
import { type OpenPrinter, openPrinter, readProfile } from './printers/openPrinter.ts';
import { readHabits } from './printers/printerHabits.ts';
import { sizeByRules } from './printRules.ts';
import { isStale, readyToPrint, waitForPrinter } from './readyToPrint.ts';
import { drawableTemplate } from './templates/drawableTemplate.ts';

/** A label by its job and its order. */
export type LabelOf = Pick<PrintJob, 'id' | 'orderId'>;

export interface WorkedPrint {
  readonly label: LabelOf;
  readonly kind: 'printed' | 'unsure' | 'failed' | 'wait';
  readonly code: ErrorCode | '';
  /** Labels that failed together with this one because their printer did. */
  readonly alsoFailed?: readonly LabelOf[];
  /** Labels on the same sheet of paper, with the same outcome. */
  readonly onSameSheet?: readonly LabelOf[];
  /** Why it was printed in our own layout although the account asks for the carrier's. */
  readonly ownLayout?: OwnLayoutReason;
}

/** A label that may be sent now: every check has passed. */
export interface ReadyLabel {
  readonly job: Job;
  readonly printJob: PrintJob;
  readonly shipment: Shipment;
  readonly document: LabelDocument;
  readonly profile: PrinterProfile;
  readonly printer: OpenPrinter;
  readonly habits: PrinterHabits;
  readonly drawn: DrawnJob;
}

/** The label drawn and ready, or its outcome instead; `worked` null: another worker has it, or it no longer exists. */
export async function prepareLabel(
  workspace: Workspace,
  job: Job,
): Promise<ReadyLabel | { readonly worked: WorkedPrint | null }> {
  const { read } = workspace.store;
  const printJob = await read.printJobs.byId(job.subjectId);
  if (printJob === undefined || printJob.state !== 'waiting') {
    await workspace.store.write((write) => write.jobs.settle(job));
    return { worked: null };
  }
  const giveUp = async (problem: Failure) => ({
    worked: await giveLabelUp(workspace, job, printJob, problem),
  });
  const opened = await openLabel(workspace, read, printJob);
  if (!opened.ok) return giveUp(opened);
  const document = readDocument(printJob.documentJson);
  if (document === null) return giveUp(failure('LABEL_DOCUMENT_DAMAGED'));
  const blocked = await holdOrWait(workspace, job, printJob, opened.value);
  if (blocked !== null) return { worked: blocked };
  const { shipment, profile, printer } = opened.value;
  const drawn = await drawJob(workspace, { shipment, document, profile, target: printer.target });
  if (!drawn.ok) return giveUp(drawn);
  const habits = await readHabits(read, printJob.printerUri);
  return { job, printJob, shipment, document, profile, printer, habits, drawn: drawn.value };
}

/** What a label depends on, read from the book. */
interface OpenLabel {
  readonly shipment: Shipment;
  readonly profile: PrinterProfile;
  readonly printer: OpenPrinter;
}

/** A failure: this label is not to be printed at all. */
export async function openLabel(
  workspace: Workspace,
  read: Repositories,
  { shipmentId, orderId, printerUri }: PrintJob,
): Promise<Outcome<OpenLabel>> {
  const shipment = await read.shipments.byId(shipmentId);
  // A number that was given back belongs to no parcel any more.
  if (shipment?.state !== 'booked') return failure('LABEL_NO_WAYBILL');
  const order = await read.orders.byId(orderId);
  const stopped = order === undefined ? null : stopCode(order);
  if (stopped !== null) return failure(stopped);
  const printer = openPrinter(workspace, printerUri);
  if (!printer.ok) return printer;
  const profile = await readProfile(read, printerUri);
  return done({ shipment, profile, printer: printer.value });
}

export interface DrawnJob {
  readonly sheet: RenderedJob;
  /** For the ledger: whose layout this is, and why ours where the carrier's was wanted. */
  readonly note: Pick<PrintJob, 'drawnBy' | 'ownLayoutReason' | 'ownLayoutSeen'>;
}

interface Drawing extends Pick<OpenLabel, 'shipment' | 'profile'> {
  readonly document: LabelDocument;
  readonly target: PrinterTarget;
}

/** The label in the printer's language: the carrier's own where the account asks for it and it can be drawn, else ours. */
export function drawJob(
  workspace: Workspace,
  { shipment, document, profile, target }: Drawing,
): Promise<Outcome<DrawnJob>> {
  return ifReadable(async () => {
    const template = await drawableTemplate(workspace, document.template);
    if (!template.ok) return template;
    const source = await carrierLabel(workspace, shipment, document, target);
    const sheet =
      source.drawnBy === 'ours'
        ? renderJob(document, target, workspace.fonts, template.value, profile)
        : encodeSheet(source.bitmap, target, profile);
    if (!sheet.ok) return sheet;
    const why = source.drawnBy === 'ours' ? source.why : '';
    const isKnown = why === '' || expectedReasons.includes(why);
    const note = { drawnBy: source.drawnBy, ownLayoutReason: why, ownLayoutSeen: Number(isKnown) };
    return done({ sheet: sheet.value, note });
  });
}

/** Why a label may not be sent now, whatever its printer's state: it has the wrong paper, or the label is held. */
export async function blockOf(
  workspace: Workspace,
  read: Repositories,
  printJob: PrintJob,
  { shipment, profile, printer }: OpenLabel,
): Promise<Failure | Hold | null> {
  const rules = await read.settings.get('printRules');
  const wanted = sizeByRules(rules, { asked: printJob.mediaSize, carrier: shipment.carrier });
  const mismatch = paperMismatch(printer.target.size, profile, wanted);
  if (mismatch !== null) return mismatch;
  if (isStale(printJob, rules, workspace.clock.now())) return { reason: 'stale' };
  if (await isBehindOlder(read, printJob)) return { reason: 'behind' };
  const problem = await doubtOf(workspace, read, printJob, labelsPerSheet(printer.target, profile));
  return problem === null ? null : { reason: 'printer-away', problem };
}

/** What prevents a label from being sent now; null: nothing. */
async function holdOrWait(
  workspace: Workspace,
  job: Job,
  printJob: PrintJob,
  opened: OpenLabel,
): Promise<WorkedPrint | null> {
  const block = await blockOf(workspace, workspace.store.read, printJob, opened);
  if (block !== null && 'reason' in block) {
    await holdPrint(workspace, job, printJob, block);
    return { label: printJob, kind: 'wait', code: block.problem?.code ?? 'PRINT_JOB_HELD' };
  }
  if (block !== null) return giveLabelUp(workspace, job, printJob, block);
  const code = await readyToPrint(workspace, opened.profile, printJob.printerUri, opened.printer);
  if (code === null) return null;
  await waitForPrinter(workspace, job, printJob, code);
  return { label: printJob, kind: 'wait', code };
}

async function giveLabelUp(
  workspace: Workspace,
  job: Job,
  printJob: PrintJob,
  problem: Failure,
): Promise<WorkedPrint> {
  await changeLedger(workspace, async (write) => {
    await write.printJobs.move(printJob, 'failed', errorColumnsOf(problem));
    await write.jobs.settle(job);
  });
  return { label: printJob, kind: 'failed', code: problem.code };
}
