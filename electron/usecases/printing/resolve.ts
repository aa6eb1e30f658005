import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PrintJob } from '../../store/schema.ts';
import { addHistory } from '../orders/history.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { requeue } from './queue.ts';

/** A person looked at the printer and says whether the unsure label came out. Only then may it print again. */
export async function resolveUnsurePrint(
  workspace: Workspace,
  answer: { readonly jobId: string; readonly version: number; readonly isPrinted: boolean },
): Promise<Outcome<PrintJob>> {
  return change(workspace, answer.jobId, answer.version, async (write, job) => {
    const now = workspace.clock.now();
    if (job.state !== 'unsure') return false;
    if (!(await write.printJobs.move(job, answer.isPrinted ? 'confirmed' : 'failed', { settledAt: now })))
      return false;
    await addHistory(workspace, write, job.orderId, answer.isPrinted ? 'print-found' : 'print-missing');
    return true;
  });
}

/** Puts a failed job back into the queue: nothing of it left the machine, or a person said so. */
export async function retryPrint(
  workspace: Workspace,
  request: { readonly jobId: string; readonly version: number },
): Promise<Outcome<PrintJob>> {
  return change(
    workspace,
    request.jobId,
    request.version,
    async (write, job) =>
      (job.state === 'failed' || job.state === 'held') &&
      (await requeue(workspace, write, job, job.printerUri)),
  );
}

/** The same for every failed label that nobody gave up and of which no other copy came out. */
export async function retryFailedPrints(workspace: Workspace): Promise<number> {
  const retried = await workspace.store.write(async (write) => {
    let count = 0;
    for (const job of await write.printJobs.retryable())
      if (await requeue(workspace, write, job, job.printerUri)) count += 1;
    return count;
  });
  workspace.changed('printJobs', 'orders', 'status');
  return retried;
}

async function change(
  workspace: Workspace,
  jobId: string,
  version: number,
  act: (write: Parameters<Parameters<Workspace['store']['write']>[0]>[0], job: PrintJob) => Promise<boolean>,
): Promise<Outcome<PrintJob>> {
  const outcome = await workspace.store.write(async (write): Promise<Outcome<PrintJob>> => {
    const job = await write.printJobs.byId(jobId);
    if (job === undefined) return failure('PRINT_JOB_NOT_FOUND');
    if (job.version !== version || !(await act(write, job))) return failure('PRINT_JOB_CHANGED_MEANWHILE');
    return done((await write.printJobs.byId(jobId)) ?? job);
  });
  workspace.changed('printJobs', 'orders', 'status');
  return outcome;
}
