import {
  expectedReasons,
  type LabelDocument,
  type OwnLayoutReason,
} from '../../../shared/domain/printing/labelDocument.ts';
import type { PrinterProfile } from '../../../shared/domain/printing/printer.ts';
import type { PrintJobState } from '../../../shared/domain/printing/printJob.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import {
  type CallOutcome,
  done,
  type Failure,
  failure,
  ifReadable,
  type Outcome,
} from '../../../shared/errors/outcome.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import { notReadyCodes } from '../../printers/kit/askPrinter.ts';
import type { PrinterTarget, PrinterTransport, PrintReceipt } from '../../printers/kit/printerTransport.ts';
import { jobOfBitmap, type RenderedJob, renderJob } from '../../printers/renderJob.ts';
import { errorColumnsOf } from '../../store/database/storedJson.ts';
import type { Job, PrintJob, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { noteJournal } from '../booking/callOutside.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { carrierLabel } from './carrierLabel.ts';
import { readDocument } from './document.ts';
import { holdPrint } from './hold.ts';
import { changeLedger } from './ledger.ts';
import { type OpenPrinter, openPrinter, readProfile } from './openPrinter.ts';
import { paperMismatch } from './paper.ts';
import { readPrintRules, wantedSize } from './printRules.ts';
import { givePrinterUp, isStale, readyToPrint, waitForPrinter } from './readyToPrint.ts';
import { drawableTemplate } from './templates/drawableTemplate.ts';

export interface WorkedPrint {
  readonly printJobId: string;
  readonly kind: 'printed' | 'unsure' | 'failed' | 'wait';
  readonly code: ErrorCode | '';
  /** Print jobs that failed along with this one because their printer did. */
  readonly alsoFailed?: readonly string[];
  /** Why it came out in our own layout although the account asks for the carrier's. */
  readonly ownLayout?: OwnLayoutReason;
}

/** A refused printer is tried again this often, this far apart; then its labels fail and wait for a person. */
const maxTries = 3;
const retryDelayMs = 3_000;
/** A printer that says it is out of paper is asked again after this; longer than a command waits. */
const notReadyDelayMs = 30_000;

/**
 * Works one print job: one label, one connection. The *sending* mark is on disk before the first byte leaves, so a
 * job cut off later is *unsure* and asks; only what certainly did not print is ever tried again.
 */
export async function printLabel(workspace: Workspace, job: Job): Promise<WorkedPrint | null> {
  const printJob = await workspace.store.read.printJobs.byId(job.subjectId);
  if (printJob === undefined || printJob.state !== 'waiting') {
    await workspace.store.write((write) => write.jobs.settle(job.id));
    return null;
  }
  const shipment = await workspace.store.read.shipments.byId(printJob.shipmentId);
  // A number that was given back belongs to no parcel any more.
  if (shipment?.state !== 'booked') return giveUp(workspace, job, printJob, failure('LABEL_NO_WAYBILL'));
  const order = await workspace.store.read.orders.byId(printJob.orderId);
  if (order?.alarm === 'refund')
    return giveUp(workspace, job, printJob, failure('ORDER_REFUNDED_AFTER_BOOKING'));
  const printer = openPrinter(workspace, printJob.printerUri);
  if (!printer.ok) return giveUp(workspace, job, printJob, printer);
  const document = readDocument(printJob.documentJson);
  if (document === null) return giveUp(workspace, job, printJob, failure('LABEL_DOCUMENT_DAMAGED'));
  const profile = await readProfile(workspace.store.read, printJob.printerUri);
  const blocked = await holdOrWait(workspace, job, printJob, {
    profile,
    printer: printer.value,
    carrier: shipment.carrier,
  });
  if (blocked !== null) return blocked;
  const { target } = printer.value;
  const drawn = await ifReadable(() => drawJob(workspace, { shipment, document, profile, target }));
  if (!drawn.ok) return giveUp(workspace, job, printJob, drawn);
  faultPoint('print.before-mark');
  // A label costs nothing twice: it comes out where only the journal is in doubt, never beside another program.
  if (workspace.journal.refusal()?.code === 'WORKSPACE_TAKEN') return null;
  const sending = await workspace.store.write(async (write) => {
    await noteJournal(workspace, write);
    const rendering = await write.printJobs.move(printJob, 'rendering');
    const { note } = drawn.value;
    return (
      rendering && write.printJobs.move(rendering, 'sending', { sentAt: workspace.clock.now(), ...note })
    );
  });
  if (sending === undefined) {
    await workspace.store.write((write) => write.jobs.settle(job.id));
    return null;
  }
  faultPoint('print.after-mark');
  const call = {
    call: 'print',
    accountId: shipment.accountId,
    orderCode: shipment.orderCode,
    copyNo: printJob.copyNo,
    ...(printJob.parcelNo === 1 ? {} : { parcelNo: printJob.parcelNo }),
  } as const;
  workspace.journal.begin(call);
  faultPoint('print.after-journal');
  const outcome = await printer.value.transport.send(printer.value.target, {
    jobId: printJob.id,
    title: document.waybillNo,
    bytes: drawn.value.sheet.bytes,
    png: drawn.value.sheet.png,
    asksStatus: profile.answersStatus,
  });
  faultPoint('print.after-send');
  workspace.journal.end(call, { certainty: outcome.ok ? 'happened' : outcome.certainty });
  const worked = await settlePrint(workspace, job, sending, outcome);
  const ownLayout = drawn.value.note.ownLayoutReason;
  return ownLayout === '' ? worked : { ...worked, ownLayout };
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

/** A job that was in *sending* when the program died: a transport with a record can tell, the others make it unsure. */
export async function settleInterruptedPrint(
  workspace: Workspace,
  job: Job,
  printJob: PrintJob,
  printer: { readonly transport: PrinterTransport; readonly target: PrinterTarget } | null,
): Promise<WorkedPrint> {
  const outcome: CallOutcome<PrintReceipt> =
    printer === null
      ? { ok: false, code: 'PRINTER_INTERRUPTED', certainty: 'unknown' }
      : await printer.transport.find(printer.target, printJob.id);
  return settlePrint(workspace, job, printJob, outcome);
}

async function settlePrint(
  workspace: Workspace,
  job: Job,
  sending: PrintJob,
  outcome: CallOutcome<PrintReceipt>,
): Promise<WorkedPrint> {
  const now = workspace.clock.now();
  const worked = await workspace.store.write(async (write): Promise<WorkedPrint> => {
    if (outcome.ok) {
      const state: PrintJobState = outcome.value.level === 'confirmed' ? 'confirmed' : 'accepted';
      await write.printJobs.move(sending, state, {
        settledAt: now,
        errorCode: '',
        deviceJob: outcome.value.deviceJob ?? '',
      });
      await write.jobs.settle(job.id);
      return { printJobId: sending.id, kind: 'printed', code: '' };
    }
    if (outcome.certainty === 'unknown') {
      await write.printJobs.move(sending, 'unsure', errorColumnsOf(outcome));
      await write.jobs.settle(job.id);
      return { printJobId: sending.id, kind: 'unsure', code: outcome.code };
    }
    return settleUnsent(workspace, write, { job, sending, outcome });
  });
  faultPoint('print.after-settle');
  workspace.changed('printJobs', 'orders', 'status');
  return worked;
}

/** Certainly not printed: tried again a few times, then the printer counts as away. */
async function settleUnsent(
  workspace: Workspace,
  write: Repositories,
  { job, sending, outcome }: { job: Job; sending: PrintJob; outcome: Failure },
): Promise<WorkedPrint> {
  const now = workspace.clock.now();
  const { code } = outcome;
  // It never left, so no paper of the roll is gone.
  const unsent = { ...errorColumnsOf(outcome), sentAt: null, settledAt: now };
  const failed = (await write.printJobs.move(sending, 'failed', unsent)) ?? sending;
  const isAsking = notReadyCodes.some((known) => known === code);
  if (job.attempts >= maxTries && !isAsking) {
    await write.jobs.settle(job.id);
    const { backupUri, others } = await givePrinterUp(workspace, write, failed, outcome);
    return backupUri === ''
      ? { printJobId: sending.id, kind: 'failed', code, alsoFailed: others }
      : { printJobId: sending.id, kind: 'wait', code };
  }
  const runAt = now + (isAsking ? notReadyDelayMs : retryDelayMs);
  await write.printJobs.move(failed, 'waiting', { settledAt: null });
  await write.jobs.putBack(job.id, runAt);
  await write.jobs.delayLane(job.lane, 'print', runAt);
  return { printJobId: sending.id, kind: 'wait', code };
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
  if (mismatch !== null) return giveUp(workspace, job, printJob, mismatch);
  if (isStale(printJob, await readPrintRules(workspace), workspace.clock.now())) {
    await holdPrint(workspace, job, printJob, 'stale');
    return { printJobId: printJob.id, kind: 'wait', code: 'PRINT_JOB_HELD' };
  }
  const code = await readyToPrint(workspace, profile, printJob.printerUri, printer);
  if (code === null) return null;
  await waitForPrinter(workspace, job, printJob, code);
  return { printJobId: printJob.id, kind: 'wait', code };
}

async function giveUp(
  workspace: Workspace,
  job: Job,
  printJob: PrintJob,
  problem: Failure,
): Promise<WorkedPrint> {
  await changeLedger(workspace, async (write) => {
    await write.printJobs.move(printJob, 'failed', errorColumnsOf(problem));
    await write.jobs.settle(job.id);
  });
  return { printJobId: printJob.id, kind: 'failed', code: problem.code };
}
