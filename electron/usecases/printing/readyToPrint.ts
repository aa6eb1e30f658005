import type { PrintRules } from '../../../shared/contracts/printing.ts';
import type { PrinterProfile } from '../../../shared/domain/printing/printer.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import type { Failure } from '../../../shared/errors/outcome.ts';
import { minuteMs } from '../../../shared/rules/shopTime.ts';
import { notReadyCode } from '../../printers/kit/askPrinter.ts';
import { printerWay } from '../../printers/transports/index.ts';
import { errorColumnsOf } from '../../store/database/storedJson.ts';
import type { Job, PrintJob } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { requeue } from './ledger.ts';
import { mismatchAt } from './paper.ts';
import { type OpenPrinter, openPrinter, readProfile } from './printers/openPrinter.ts';
import { wantedSize } from './printRules.ts';

/** A printer that is paused or out of paper is checked again after this; longer than a command waits. */
const pollMs = 30_000;
/** A busy printer is waited for this long, asked this often. */
const busyPatienceMs = 20_000;
const busyAskMs = 500;

/** Was the label requested so long ago that the bench is busy with other orders by now? */
export function isStale(printJob: PrintJob, rules: PrintRules, now: number): boolean {
  return now - printJob.wantedAt > rules.staleAfterMinutes * minuteMs;
}

/**
 * May this printer get a label now? Asked only of printers that are known to answer: paused, out of paper and full windows delay the
 * label, they never fail it. What the printer has printed meanwhile becomes `confirmed`.
 */
export async function readyToPrint(
  workspace: Workspace,
  profile: PrinterProfile,
  uri: string,
  { transport, target }: OpenPrinter,
): Promise<ErrorCode | null> {
  if (profile.isPaused) return 'PRINTER_PAUSED';
  if (!profile.answersStatus) return null;
  const unconfirmed = await workspace.store.read.printJobs.unconfirmed(uri);
  if (unconfirmed.length < profile.unconfirmedWindow) return null;
  for (let waitedMs = 0; waitedMs <= busyPatienceMs; waitedMs += busyAskMs) {
    const state = await transport.probe(target);
    const fault = notReadyCode(state);
    // It accepts nothing now, or would print it later at an unknown time.
    if (fault !== null) return fault;
    if (state === 'ready') await confirm(workspace, unconfirmed);
    // No answer is no reason to stop the bench: the labels stay unconfirmed.
    if (state !== 'busy') return null;
    await workspace.clock.sleep(busyAskMs);
  }
  return 'PRINTER_NOT_READY';
}

/** The printer is idle without a fault after it took these labels, so it printed them. */
async function confirm(workspace: Workspace, labels: readonly PrintJob[]): Promise<void> {
  const now = workspace.clock.now();
  await change(workspace, ['printJobs', 'orders'], async (write) => {
    for (const label of labels) await write.printJobs.move(label, 'confirmed', { settledAt: now });
  });
}

/** The label stays in the queue, and its printer's other labels wait along with it. */
export async function waitForPrinter(
  workspace: Workspace,
  job: Job,
  printJob: PrintJob,
  code: ErrorCode,
): Promise<void> {
  const runAt = workspace.clock.now() + pollMs;
  await change(workspace, ['printJobs', 'status'], async (write) => {
    await write.printJobs.note(printJob.id, { errorCode: code });
    await write.jobs.putBack(job, runAt);
    await write.jobs.delayLane(job.lane, 'print', runAt);
  });
}

interface PrinterAway {
  /** The printer that took the labels over; empty: none, they wait for a person. */
  readonly backupUri: string;
  /** Print jobs besides the one that was tried. */
  readonly others: readonly PrintJob[];
}

/**
 * The printer is away, so all its labels are affected. None of them left this machine: a backup printer that holds their paper takes them
 * over, each once; the others are held for a person. `failed` is the label that was tried, already in that state.
 */
export async function givePrinterUp(
  workspace: Workspace,
  write: Repositories,
  failed: PrintJob,
  problem: Failure,
): Promise<PrinterAway> {
  const lane = failed.printerUri;
  const { backupUri } = await readProfile(write, lane);
  const waiting: PrintJob[] = [];
  for (const job of await write.jobs.waitingOfLane(lane, 'print')) {
    const printJob = await write.printJobs.byId(job.subjectId);
    if (printJob?.state !== 'waiting') continue;
    await write.jobs.settle(job);
    waiting.push(printJob);
  }
  const isMoved = (await mayMove(workspace, write, failed, backupUri))
    ? await moveTo(workspace, write, failed, backupUri)
    : false;
  for (const printJob of waiting) {
    if (await mayMove(workspace, write, printJob, backupUri)) {
      const moved = await write.printJobs.move(printJob, 'failed', errorColumnsOf(problem));
      if (moved !== undefined) await moveTo(workspace, write, moved, backupUri);
    } else
      await write.printJobs.move(printJob, 'held', {
        ...errorColumnsOf(problem),
        holdReason: 'printer-away',
      });
  }
  return { backupUri: isMoved ? backupUri : '', others: waiting };
}

/** A label moves once, and only to a printer with its paper in it. */
async function mayMove(
  workspace: Workspace,
  write: Repositories,
  { shipmentId, movedFrom, mediaSize }: PrintJob,
  backupUri: string,
): Promise<boolean> {
  if (backupUri === '' || movedFrom !== '') return false;
  const carrier = (await write.shipments.byId(shipmentId))?.carrier ?? '';
  const size = await wantedSize(write, { asked: mediaSize, carrier });
  return (await mismatchAt(workspace, write, backupUri, size)) === null;
}

async function moveTo(
  workspace: Workspace,
  write: Repositories,
  failed: PrintJob,
  backupUri: string,
): Promise<boolean> {
  const { wantedAt, printerUri } = failed;
  if (!(await requeue(workspace, write, failed, backupUri))) return false;
  // Keeps the time of the request, not of the takeover.
  await write.printJobs.note(failed.id, { movedFrom: printerUri, wantedAt });
  return true;
}

/** Per queue, newest first: older ones were checked before. */
const atOnce = 20;

/**
 * Follows labels that the system's spooler accepted, on saved printers and others. One that was deleted there before the printer got it, or
 * was cut off, becomes unsure. A missing job proves nothing: finished and deleted jobs vanish alike.
 */
export async function followSpooledJobs(workspace: Workspace): Promise<number> {
  const { read } = workspace.store;
  let asking = 0;
  const counts = await read.printJobs.countsByPrinter();
  const accepted = counts.filter(({ state }) => state === 'accepted').map(({ printerUri }) => printerUri);
  for (const uri of new Set(accepted)) {
    const printer = openPrinter(workspace, uri);
    if (!printer.ok || printerWay(printer.value.transport.id)?.stateFrom !== 'spooler') continue;
    const unconfirmed = await read.printJobs.unconfirmed(uri);
    for (const label of unconfirmed.slice(-atOnce)) {
      const fate = await printer.value.transport.find(printer.value.target, label.id);
      if (fate.ok || (fate.code !== 'PRINTER_JOB_DELETED' && fate.code !== 'PRINTER_JOB_CUT_OFF')) continue;
      // The labels on one sheet are one job of the spooler.
      const sheet = unconfirmed.filter(
        ({ id, deviceJob }) => id === label.id || (deviceJob !== '' && deviceJob === label.deviceJob),
      );
      for (const one of sheet) {
        const isMoved = await workspace.store.write((write) =>
          write.printJobs.move(one, 'unsure', errorColumnsOf(fate)),
        );
        if (isMoved) asking += 1;
      }
    }
  }
  if (asking > 0) workspace.changed('printJobs', 'orders', 'status');
  return asking;
}
