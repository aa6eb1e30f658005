import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PrintJobPatch } from '../../store/printing/printJobRepository.ts';
import type { PrintJob } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { change, type Workspace, waitingJob } from '../workspace/workspace.ts';

/** One write to the ledger of print jobs; every page that shows it reads again. */
export function changeLedger<T>(
  workspace: Workspace,
  action: (write: Repositories) => Promise<T>,
): Promise<T> {
  return change(workspace, ['printJobs', 'orders', 'status'], action);
}

/** A job as a person saw it. */
export interface SeenJob {
  readonly jobId: string;
  readonly version: number;
}

/** Calls `act` if the job is unchanged since it was seen; undefined from `act`: its state does not allow it. */
export async function changeSeenJob(
  write: Repositories,
  { jobId, version }: SeenJob,
  action: (job: PrintJob) => Promise<PrintJob | undefined>,
): Promise<Outcome<PrintJob>> {
  const job = await write.printJobs.byId(jobId);
  if (job === undefined) return failure('PRINT_JOB_NOT_FOUND');
  const changed = job.version === version ? await action(job) : undefined;
  return changed === undefined ? failure('PRINT_JOB_CHANGED_MEANWHILE') : done(changed);
}

/** Requeues a job that certainly did not print, perhaps for another printer. */
export async function requeue(
  workspace: Workspace,
  write: Repositories,
  job: PrintJob,
  printerUri: string,
  patch: Pick<PrintJobPatch, 'mediaSize'> = {},
): Promise<PrintJob | undefined> {
  const waiting = await write.printJobs.move(job, 'waiting', {
    ...patch,
    errorCode: '',
    holdReason: '',
    printerUri,
    wantedAt: workspace.clock.now(),
    sentAt: null,
    settledAt: null,
  });
  if (waiting !== undefined) await addPrintWork(workspace, write, job.id, printerUri);
  return waiting;
}

/**
 * A label that waits was asked for again: at another printer it goes there, as the one it waits for may be gone for good; one that its
 * backup took over stays there. Otherwise it is a new request.
 */
export async function wantAgain(
  workspace: Workspace,
  write: Repositories,
  job: PrintJob,
  printerUri: string,
  patch: Pick<PrintJobPatch, 'mediaSize'> = {},
): Promise<void> {
  const isThere = printerUri === job.printerUri || printerUri === job.movedFrom;
  const left = isThere ? undefined : await write.printJobs.move(job, 'held', { holdReason: 'printer-away' });
  if (left === undefined) {
    await write.printJobs.note(job.id, { wantedAt: workspace.clock.now() });
    return;
  }
  const open = await write.jobs.ofSubject(job.id);
  if (open !== undefined) await write.jobs.settle(open);
  await requeue(workspace, write, left, printerUri, patch);
}

/** Gives a waiting label to the print worker, in the caller's transaction. */
export async function addPrintWork(
  workspace: Workspace,
  write: Repositories,
  printJobId: string,
  printerUri: string,
): Promise<void> {
  await write.jobs.insert(waitingJob(workspace, { kind: 'print', subjectId: printJobId, lane: printerUri }));
}
