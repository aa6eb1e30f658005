import type { PrintRules } from '../../../shared/contracts/printContract.ts';
import type { PrinterProfile } from '../../../shared/domain/printer.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { notReadyCode } from '../../printers/kit/notReadyCode.ts';
import type { Job, PrintJob } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OpenPrinter } from './openPrinter.ts';

const minuteMs = 60_000;
/** A printer that is paused or out of paper is looked at again after this; longer than a command waits. */
const lookAgainMs = 30_000;
/** A busy printer is waited for this long, asked this often. */
const busyPatienceMs = 20_000;
const busyAskMs = 500;

/** A label wanted too long ago is not what the bench does now. */
export function isStale(printJob: PrintJob, rules: PrintRules, now: number): boolean {
  return now - printJob.wantedAt > rules.staleAfterMinutes * minuteMs;
}

/**
 * May this printer get a label now? Asked only of printers that are known to answer: paused, out of paper and full
 * windows make the label wait, they never make it fail. What the printer has meanwhile printed becomes `confirmed`.
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
    // It takes nothing now, or takes it and prints it at a time nobody chose.
    if (fault !== null) return fault;
    if (state === 'ready') await confirm(workspace, unconfirmed);
    // Silence is no reason to stop the bench: the labels stay unconfirmed.
    if (state !== 'busy') return null;
    await workspace.clock.sleep(busyAskMs);
  }
  return 'PRINTER_NOT_READY';
}

/** Idle without a fault after it took them: the printer printed them. */
async function confirm(workspace: Workspace, labels: readonly PrintJob[]): Promise<void> {
  const now = workspace.clock.now();
  await workspace.store.write(async (write) => {
    for (const label of labels) await write.printJobs.move(label, 'confirmed', { settledAt: now });
  });
  workspace.changed('printJobs', 'orders');
}

/** The label stays in the queue, and its printer's other labels wait along with it. */
export async function waitForPrinter(
  workspace: Workspace,
  job: Job,
  printJob: PrintJob,
  code: ErrorCode,
): Promise<void> {
  const runAt = workspace.clock.now() + lookAgainMs;
  await workspace.store.write(async (write) => {
    await write.printJobs.note(printJob.id, { errorCode: code });
    await write.jobs.putBack(job.id, runAt);
    await write.jobs.delayLane(job.lane, 'print', runAt);
  });
  workspace.changed('printJobs', 'status');
}
