import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import type { PrintJobsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { readProfile } from './printerProfiles.ts';
import { requeue } from './queuePrints.ts';
import type { Workspace } from './workspace.ts';

export interface PrinterAway {
  /** The printer that took the labels over; empty: none, they wait for a person. */
  readonly backupUri: string;
  /** Print jobs besides the one that was tried. */
  readonly others: readonly string[];
}

/**
 * A printer is away, and so it is for all its labels. None of them left this machine: a backup printer takes them over,
 * each once; without one the label that was tried has failed and the others are held for a word. `failed` is in that
 * state already.
 */
export async function givePrinterUp(
  workspace: Workspace,
  write: Repositories,
  failed: PrintJobsTable,
  code: ErrorCode,
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
  const mayMove = ({ moved_from }: PrintJobsTable) => backupUri !== '' && moved_from === '';
  if (mayMove(failed)) await moveTo(workspace, write, failed, backupUri);
  for (const printJob of waiting) {
    if (mayMove(printJob)) {
      await write.printJobs.move(printJob, 'failed', { error_code: code });
      const seen = { ...printJob, state: 'failed' as const, version: printJob.version + 1 };
      await moveTo(workspace, write, seen, backupUri);
    } else await write.printJobs.move(printJob, 'held', { error_code: code, hold_reason: 'printer-away' });
  }
  return { backupUri: mayMove(failed) ? backupUri : '', others: waiting.map(({ id }) => id) };
}

async function moveTo(
  workspace: Workspace,
  write: Repositories,
  failed: PrintJobsTable,
  backupUri: string,
): Promise<void> {
  const { wanted_at, printer_uri } = failed;
  if (!(await requeue(workspace, write, failed, backupUri))) return;
  // It was wanted then, not when the backup took over.
  await write.printJobs.note(failed.id, { moved_from: printer_uri, wanted_at });
}
