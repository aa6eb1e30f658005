import type { Failure } from '../../shared/errors/outcome.ts';
import type { PrintJobsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { mismatchAt } from './paperMismatch.ts';
import { readProfile } from './printerProfiles.ts';
import { reasonOf } from './printReason.ts';
import { requeue } from './queuePrints.ts';
import { wantedSize } from './wantedSize.ts';
import type { Workspace } from './workspace.ts';

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
  failed: PrintJobsTable,
  problem: Failure,
): Promise<PrinterAway> {
  const lane = failed.printer_uri;
  const { backupUri } = await readProfile(write, lane);
  const waiting: PrintJobsTable[] = [];
  for (const job of await write.jobs.waitingOfLane(lane, 'print')) {
    const printJob = await write.printJobs.byId(job.subject_id);
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
    } else
      await write.printJobs.move(printJob, 'held', { ...reasonOf(problem), hold_reason: 'printer-away' });
  }
  return { backupUri: isMoved ? backupUri : '', others: waiting.map(({ id }) => id) };
}

/** A label moves once, and only to a printer with its paper in it. */
async function mayMove(
  workspace: Workspace,
  write: Repositories,
  { shipment_id, moved_from, media_size }: PrintJobsTable,
  backupUri: string,
): Promise<boolean> {
  if (backupUri === '' || moved_from !== '') return false;
  const carrier = (await write.shipments.byId(shipment_id))?.carrier ?? '';
  const size = await wantedSize(write, { asked: media_size, carrier });
  return (await mismatchAt(workspace, write, backupUri, size)) === null;
}

async function moveTo(
  workspace: Workspace,
  write: Repositories,
  failed: PrintJobsTable,
  backupUri: string,
): Promise<boolean> {
  const { wanted_at, printer_uri } = failed;
  if (!(await requeue(workspace, write, failed, backupUri))) return false;
  // It was wanted then, not when the backup took over.
  await write.printJobs.note(failed.id, { moved_from: printer_uri, wanted_at });
  return true;
}
