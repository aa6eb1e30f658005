import type { PrintJobState } from '../../../shared/domain/printing/printJob.ts';
import { type CallOutcome, didNotHappen, type Failure } from '../../../shared/errors/outcome.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import { notReadyCodes } from '../../printers/kit/askPrinter.ts';
import type {
  PrinterSeen,
  PrinterTarget,
  PrinterTransport,
  PrintReceipt,
  TransportJob,
} from '../../printers/kit/printerTransport.ts';
import { pagePictures } from '../../printers/pagePictures.ts';
import { labelsPerSheet, layTogether } from '../../printers/renderJob.ts';
import type { EndingWrite } from '../../queue/jobLoop.ts';
import { errorColumnsOf } from '../../store/database/storedJson.ts';
import type { Job, PrintJob } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { DeviceDoor } from './deviceDoor.ts';
import { type MarkedLabel, markSending, type NextLabel, noNextLabel } from './nextLabel.ts';
import { prepareLabel, type ReadyLabel, type WorkedPrint } from './prepareLabel.ts';
import { noteHabits } from './printers/printerHabits.ts';
import { givePrinterUp } from './readyToPrint.ts';

/** How often, and how far apart, a printer that refuses is tried; then its labels fail and wait for a person. */
const maxTries = 3;
const retryDelayMs = 3_000;
/** A printer that is out of paper is asked again after this; longer than a command waits. */
const notReadyDelayMs = 30_000;

/** A sheet that is not full waits this long for more labels: bookings of one batch come one after the other. */
const sheetPatienceMs = 4_000;

/** How a label's job ends, and what it passes on its way to the printer. */
interface PrintWays {
  readonly ending?: EndingWrite;
  /** Absent: nothing else prints at this bench. */
  readonly devices?: DeviceDoor;
  /** Absent: no further label is prepared. */
  readonly next?: NextLabel;
  /** Told whenever the printer took a part of the label. */
  readonly onMoving?: () => void;
}

/**
 * Works one print job: one label, one connection; where several lie on one sheet, those that wait go along with it. The
 * *sending* mark is on disk before the first byte leaves, so a job cut off later is *unsure* and asks; only what certainly
 * did not print is ever tried again.
 */
export async function printLabel(
  workspace: Workspace,
  job: Job,
  ways: PrintWays = {},
): Promise<WorkedPrint | null> {
  const { next = noNextLabel } = ways;
  const begun = next.begun(job);
  if (begun !== null) return printMarked(workspace, [begun], ways);
  const first = await prepareLabel(workspace, job);
  if ('worked' in first) return first.worked;
  const mates = await sheetMates(workspace, first);
  if (mates === 'later') return { label: first.printJob, kind: 'wait', code: '' };
  faultPoint('print.before-mark');
  // A doubtful journal does not stop a label, which costs nothing; another program on this workspace does.
  if (workspace.journal.refusal()?.code === 'WORKSPACE_TAKEN') return null;
  const marked = await workspace.store.write(async (write) => {
    if (!(await write.jobs.isHeld(job))) return [];
    await next.find(write, first);
    return markSending(workspace, write, [first, ...mates]);
  });
  if (marked[0]?.label !== first) await workspace.store.write((write) => write.jobs.settle(job));
  return printMarked(workspace, marked, ways);
}

/** Sends the marked labels and records the outcome. */
async function printMarked(
  workspace: Workspace,
  marked: readonly MarkedLabel[],
  { ending, devices = new DeviceDoor(), next = noNextLabel, onMoving }: PrintWays,
): Promise<WorkedPrint | null> {
  const [head, ...others] = marked;
  if (head === undefined) return null;
  faultPoint('print.after-mark');
  const isOurs = await workspace.lease.mayCall(head.label.job);
  const sent = isOurs ? await devices.pass(() => sendMarked(workspace, marked, { next, onMoving })) : null;
  const { outcome, seen } = sent ?? { outcome: didNotHappen('SERVER_OUT_OF_TOUCH'), seen: null };
  for (const { label, sending } of others) await settlePrint(workspace, label.job, sending, outcome);
  const worked = await settlePrint(workspace, head.label.job, head.sending, outcome, { seen, ending, next });
  const ownLayout = head.label.drawn.note.ownLayoutReason;
  return {
    ...worked,
    ...(ownLayout === '' ? {} : { ownLayout }),
    ...(others.length === 0 ? {} : { onSameSheet: others.map(({ sending }) => sending) }),
  };
}

interface Sent {
  readonly outcome: CallOutcome<PrintReceipt>;
  /** What the printer did after its label. */
  readonly seen: PrinterSeen | null;
}

/** Writes the journal right before the first byte leaves, so that it knows of every label that may be printed. */
async function sendMarked(
  workspace: Workspace,
  marked: readonly MarkedLabel[],
  { next, onMoving = () => undefined }: { next: NextLabel; onMoving: PrintWays['onMoving'] },
): Promise<Sent> {
  const { journal, lease } = workspace;
  const [head] = marked;
  if (head === undefined) throw new Error('nothing is marked');
  const calls = marked.map(({ label }) => callOf(label));
  for (const call of calls) journal.begin(call);
  faultPoint('print.after-journal');
  let seen: PrinterSeen | null = null;
  const { transport, target } = head.label.printer;
  const sending: Promise<CallOutcome<PrintReceipt>> | null = lease.coversCall
    ? transport.send(target, {
        ...transportJob(marked.map(({ label }) => label)),
        onMoving,
        learn: (after) => {
          seen = after;
        },
      })
    : null;
  next.draw(head.label);
  const outcome = sending === null ? didNotHappen('SERVER_OUT_OF_TOUCH') : await sending;
  faultPoint('print.after-send');
  const certainty = outcome.ok ? 'happened' : outcome.certainty;
  for (const call of calls) journal.end(call, { certainty });
  return { outcome, seen };
}

/** Labels that wait for the same printer and fit on the first one's sheet; `later`: more may follow at once. */
async function sheetMates(workspace: Workspace, first: ReadyLabel): Promise<ReadyLabel[] | 'later'> {
  const { job, printJob, printer, profile } = first;
  const room = labelsPerSheet(printer.target, profile) - 1;
  if (room === 0) return [];
  const lane = await workspace.store.read.jobs.waitingOfLane(job.lane, 'print');
  const until = printJob.wantedAt + sheetPatienceMs;
  if (lane.length < room && workspace.clock.now() < until) {
    await workspace.store.write((write) => write.jobs.putBack(job, until));
    return 'later';
  }
  const mates: ReadyLabel[] = [];
  for (const waiting of lane) {
    if (mates.length === room) break;
    const mate = waiting.id === job.id ? null : await prepareLabel(workspace, waiting);
    if (mate !== null && !('worked' in mate)) mates.push(mate);
  }
  return mates;
}

const callOf = ({ shipment, printJob }: ReadyLabel) =>
  ({
    call: 'print',
    accountId: shipment.accountId,
    orderCode: shipment.orderCode,
    copyNo: printJob.copyNo,
    ...(printJob.parcelNo === 1 ? {} : { parcelNo: printJob.parcelNo }),
  }) as const;

/** What the printer gets: one label, or all on the sheet; a driver gets its pages as pictures. */
function transportJob(labels: readonly ReadyLabel[]): TransportJob {
  const { printJob, document, profile, printer, habits, drawn } = labels[0] as ReadyLabel;
  const sheets = labels.map((label) => label.drawn.sheet);
  const laid = layTogether(sheets, printer.target, profile);
  return {
    jobId: printJob.id,
    title: document.waybillNo,
    bytes: laid?.bytes ?? drawn.sheet.bytes,
    png: drawn.sheet.png,
    asksStatus: profile.answersStatus,
    habits,
    ...(laid === null ? {} : { pages: () => pagePictures(laid.pages) }),
  };
}

/** Settles a job that was in *sending* when the program died: a transport with a record knows the outcome, with others it is unsure. */
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

interface PrintEnd extends Pick<Sent, 'seen'> {
  readonly ending: EndingWrite | undefined;
  readonly next: NextLabel;
}

async function settlePrint(
  workspace: Workspace,
  job: Job,
  sending: PrintJob,
  outcome: CallOutcome<PrintReceipt>,
  { seen = null, ending = (work) => workspace.store.write(work), next = noNextLabel }: Partial<PrintEnd> = {},
): Promise<WorkedPrint> {
  const now = workspace.clock.now();
  const settle = async (write: Repositories): Promise<WorkedPrint> => {
    await noteHabits(write, sending.printerUri, seen);
    if (outcome.ok) {
      const state: PrintJobState = outcome.value.level === 'confirmed' ? 'confirmed' : 'accepted';
      await cameOut(write, sending, state, {
        settledAt: now,
        errorCode: '',
        deviceJob: outcome.value.deviceJob ?? '',
      });
      await write.jobs.settle(job);
      return { label: sending, kind: 'printed', code: '' };
    }
    const isUnknown = outcome.certainty === 'unknown';
    if (isUnknown && (await write.printJobs.byId(sending.id))?.scannedAt != null) {
      await cameOut(write, sending, 'accepted', { settledAt: now, errorCode: '' });
      await write.jobs.settle(job);
      return { label: sending, kind: 'printed', code: '' };
    }
    if (isUnknown) {
      await write.printJobs.move(sending, 'unsure', errorColumnsOf(outcome));
      await write.jobs.settle(job);
      return { label: sending, kind: 'unsure', code: outcome.code };
    }
    return settleUnsent(workspace, write, { job, sending, outcome });
  };
  const begun: { label: MarkedLabel | null } = { label: null };
  const worked = await ending(settle, async (write, behind) => {
    begun.label = outcome.ok ? await next.mark(write, behind) : null;
  });
  if (begun.label !== null) next.isOnDisk(begun.label);
  faultPoint('print.after-settle');
  workspace.changed('printJobs', 'orders', 'status');
  return worked;
}

/** A label whose barcode was read while its printer was still receiving is proven by that. */
async function cameOut(
  { printJobs }: Repositories,
  sending: PrintJob,
  state: 'accepted' | 'confirmed',
  patch: Partial<Pick<PrintJob, 'settledAt' | 'errorCode' | 'deviceJob'>>,
): Promise<void> {
  const out = await printJobs.move(sending, state, patch);
  if (out?.scannedAt != null) await printJobs.move(out, 'scanned');
}

/** Certainly not printed: retried a few times, then the printer counts as away. */
async function settleUnsent(
  workspace: Workspace,
  write: Repositories,
  { job, sending, outcome }: { job: Job; sending: PrintJob; outcome: Failure },
): Promise<WorkedPrint> {
  const now = workspace.clock.now();
  const { code } = outcome;
  // It never left, so no paper of the roll was used.
  const unsent = { ...errorColumnsOf(outcome), sentAt: null, scannedAt: null, settledAt: now };
  const failed = await write.printJobs.move(sending, 'failed', unsent);
  // It was marked unsure meanwhile, and a person decides.
  if (failed === undefined) return { label: sending, kind: 'unsure', code };
  const isAsking = notReadyCodes.some((known) => known === code);
  // The book was unreachable; the printer was not contacted.
  const isOfBook = code === 'SERVER_OUT_OF_TOUCH';
  if (job.attempts >= maxTries && !isAsking && !isOfBook) {
    await write.jobs.settle(job);
    const { backupUri, others } = await givePrinterUp(workspace, write, failed, outcome);
    return backupUri === ''
      ? { label: sending, kind: 'failed', code, alsoFailed: others }
      : { label: sending, kind: 'wait', code };
  }
  const runAt = now + (isAsking ? notReadyDelayMs : retryDelayMs);
  await write.printJobs.move(failed, 'waiting', { settledAt: null });
  await write.jobs.putBack(job, runAt);
  await write.jobs.delayLane(job.lane, 'print', runAt);
  return { label: sending, kind: 'wait', code };
}
