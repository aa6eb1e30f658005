import type { Failure } from '../../../shared/errors/outcome.ts';
import type { PrintJob } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { mismatchAt } from './paperMismatch.ts';
import { readProfile } from './printerProfiles.ts';
import { reasonOf } from './printReason.ts';
import { requeue } from './queuePrints.ts';
import { wantedSize } from './wantedSize.ts';

export interface PrinterAway {
  /** The printer that took the labels over; empty: none, they wait for a person. */
  readonly backupUri: string;
  /** Print jobs besides the one that was tried. */
  readonly others: readonly string[];
}

/**
 * A printer is away, and so it is for all its labels. None of them left this machine: a backup printer takes them over,
 * each once, where it holds their paper; the others are held for a word, and the label that was tried has failed.
 * `failed` is in that state already.
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
    await write.jobs.settle(job.id);
    waiting.push(printJob);
  }
  const isMoved = (await mayMove(workspace, write, failed, backupUri))
    ? await moveTo(workspace, write, failed, backupUri)
    : false;
  for (const printJob of waiting) {
    if (await mayMove(workspace, write, printJob, backupUri)) {
      await write.printJobs.move(printJob, 'failed', reasonOf(problem));
      const seen = { ...printJob, state: 'failed' as const, version: printJob.version + 1 };
      await moveTo(workspace, write, seen, backupUri);
    } else await write.printJobs.move(printJob, 'held', { ...reasonOf(problem), holdReason: 'printer-away' });
  }
  return { backupUri: isMoved ? backupUri : '', others: waiting.map(({ id }) => id) };
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
  // It was wanted then, not when the backup took over.
  await write.printJobs.note(failed.id, { movedFrom: printerUri, wantedAt });
  return true;
}
