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
import { jobOfBitmap, type RenderedJob, renderJob } from '../../printers/renderJob.ts';
import { errorColumnsOf } from '../../store/database/storedJson.ts';
import type { Job, PrintJob, Shipment } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { carrierLabel } from './carrierLabel.ts';
import { readDocument } from './document.ts';
import { holdPrint, isBehindOlder } from './hold.ts';
import { changeLedger } from './ledger.ts';
import { paperMismatch } from './paper.ts';
import { type OpenPrinter, openPrinter, readProfile } from './printers/openPrinter.ts';
import { readHabits } from './printers/printerHabits.ts';
import { readPrintRules, wantedSize } from './printRules.ts';
import { isStale, readyToPrint, waitForPrinter } from './readyToPrint.ts';
import { drawableTemplate } from './templates/drawableTemplate.ts';

/** A label by its job and its order. */
export type LabelOf = Pick<PrintJob, 'id' | 'orderId'>;

export interface WorkedPrint {
  readonly label: LabelOf;
  readonly kind: 'printed' | 'unsure' | 'failed' | 'wait';
  readonly code: ErrorCode | '';
  /** Labels that failed along with this one because their printer did. */
  readonly alsoFailed?: readonly LabelOf[];
  /** Labels on the same sheet of paper, with the same end. */
  readonly onSameSheet?: readonly LabelOf[];
  /** Why it came out in our own layout although the account asks for the carrier's. */
  readonly ownLayout?: OwnLayoutReason;
}

/** A label that may be sent now: everything that could refuse it has been asked. */
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

/** The label drawn and ready, or what became of it instead; `worked` null: it was somebody else's or is gone. */
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
  const shipment = await read.shipments.byId(printJob.shipmentId);
  // A number that was given back belongs to no parcel any more.
  if (shipment?.state !== 'booked') return giveUp(failure('LABEL_NO_WAYBILL'));
  const order = await read.orders.byId(printJob.orderId);
  const stopped = stopCode(order?.alarm ?? '');
  if (stopped !== null) return giveUp(failure(stopped));
  const printer = openPrinter(workspace, printJob.printerUri);
  if (!printer.ok) return giveUp(printer);
  const document = readDocument(printJob.documentJson);
  if (document === null) return giveUp(failure('LABEL_DOCUMENT_DAMAGED'));
  const profile = await readProfile(read, printJob.printerUri);
  const blocked = await holdOrWait(workspace, job, printJob, {
    profile,
    printer: printer.value,
    carrier: shipment.carrier,
  });
  if (blocked !== null) return { worked: blocked };
  const { target } = printer.value;
  const drawn = await ifReadable(() => drawJob(workspace, { shipment, document, profile, target }));
  if (!drawn.ok) return giveUp(drawn);
  const habits = await readHabits(read, printJob.printerUri);
  return { job, printJob, shipment, document, profile, printer: printer.value, habits, drawn: drawn.value };
}

interface DrawnJob {
  readonly sheet: RenderedJob;
  /** For the ledger: whose layout this is, and why ours where the carrier's was wanted. */
  readonly note: Pick<PrintJob, 'drawnBy' | 'ownLayoutReason' | 'ownLayoutSeen'>;
}

/** The label in the printer's language: the carrier's own where the account asks for it and it can be drawn, else ours. */
async function drawJob(
  workspace: Workspace,
  {
    shipment,
    document,
    profile,
    target,
  }: { shipment: Shipment; document: LabelDocument; profile: PrinterProfile; target: PrinterTarget },
): Promise<Outcome<DrawnJob>> {
  const template = await drawableTemplate(workspace, document.template);
  if (!template.ok) return template;
  const source = await carrierLabel(workspace, shipment, document, target);
  const sheet =
    source.drawnBy === 'ours'
      ? renderJob(document, target, workspace.fonts, template.value, profile)
      : jobOfBitmap(source.bitmap, target, profile);
  if (!sheet.ok) return sheet;
  const why = source.drawnBy === 'ours' ? source.why : '';
  const isKnown = why === '' || expectedReasons.includes(why);
  const note = { drawnBy: source.drawnBy, ownLayoutReason: why, ownLayoutSeen: Number(isKnown) };
  return done({ sheet: sheet.value, note });
}

/** What keeps a label from being sent now without making it fail; null: nothing does. */
async function holdOrWait(
  workspace: Workspace,
  job: Job,
  printJob: PrintJob,
  { profile, printer, carrier }: { profile: PrinterProfile; printer: OpenPrinter; carrier: string },
): Promise<WorkedPrint | null> {
  const wanted = await wantedSize(workspace.store.read, { asked: printJob.mediaSize, carrier });
  const mismatch = paperMismatch(printer.target.size, profile, wanted);
  if (mismatch !== null) return giveLabelUp(workspace, job, printJob, mismatch);
  if (isStale(printJob, await readPrintRules(workspace), workspace.clock.now())) {
    await holdPrint(workspace, job, printJob, 'stale');
    return { label: printJob, kind: 'wait', code: 'PRINT_JOB_HELD' };
  }
  if (await isBehindOlder(workspace.store.read, printJob)) {
    await holdPrint(workspace, job, printJob, 'behind');
    return { label: printJob, kind: 'wait', code: 'PRINT_JOB_HELD' };
  }
  const code = await readyToPrint(workspace, profile, printJob.printerUri, printer);
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
