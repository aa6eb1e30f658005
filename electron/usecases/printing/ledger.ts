import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PrintJobPatch } from '../../store/printing/printJobRepository.ts';
import type { PrintJob } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { change, type Workspace, waitingJob } from '../workspace/workspace.ts';

/** One write to the ledger of print jobs; every page that shows it reads again. */
export function changeLedger<T>(workspace: Workspace, act: (write: Repositories) => Promise<T>): Promise<T> {
  return change(workspace, ['printJobs', 'orders', 'status'], act);
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
  act: (job: PrintJob) => Promise<PrintJob | undefined>,
): Promise<Outcome<PrintJob>> {
  const job = await write.printJobs.byId(jobId);
  if (job === undefined) return failure('PRINT_JOB_NOT_FOUND');
  const changed = job.version === version ? await act(job) : undefined;
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

/** Gives a waiting label to the print worker, in the caller's transaction. */
export async function addPrintWork(
  workspace: Workspace,
  write: Repositories,
  printJobId: string,
  printerUri: string,
): Promise<void> {
  await write.jobs.insert(waitingJob(workspace, { kind: 'print', subjectId: printJobId, lane: printerUri }));
}
