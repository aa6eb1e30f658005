import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { PrintJobsTable } from '../store/schema.ts';
import { requeue } from './queuePrints.ts';
import type { Workspace } from './workspace.ts';

/** A person looked at the printer and says whether the unsure label came out. Only then may it print again. */
export async function resolveUnsurePrint(
  workspace: Workspace,
  answer: { readonly jobId: string; readonly version: number; readonly isPrinted: boolean },
): Promise<Outcome<PrintJobsTable>> {
  return change(workspace, answer.jobId, answer.version, async (write, job) => {
    const now = workspace.clock.now();
    if (job.state !== 'unsure') return false;
    if (!(await write.printJobs.move(job, answer.isPrinted ? 'confirmed' : 'failed', { settled_at: now })))
      return false;
    await write.history.add({
      id: workspace.nextId(),
      order_id: job.order_id,
      at: now,
      kind: answer.isPrinted ? 'print-found' : 'print-missing',
      code: '',
      note: '',
      data_json: '{}',
    });
    return true;
  });
}

/** Puts a failed job back into the queue: nothing of it left the machine, or a person said so. */
export async function retryPrint(
  workspace: Workspace,
  request: { readonly jobId: string; readonly version: number },
): Promise<Outcome<PrintJobsTable>> {
  return change(
    workspace,
    request.jobId,
    request.version,
    async (write, job) =>
      (job.state === 'failed' || job.state === 'held') &&
      (await requeue(workspace, write, job, job.printer_uri)),
  );
}

/** The same for every failed label that nobody gave up and of which no other copy came out. */
export async function retryFailedPrints(workspace: Workspace): Promise<number> {
  const retried = await workspace.store.write(async (write) => {
    let count = 0;
    for (const job of await write.printJobs.retryable())
      if (await requeue(workspace, write, job, job.printer_uri)) count += 1;
    return count;
  });
  workspace.changed('printJobs', 'orders', 'status');
  return retried;
}

async function change(
  workspace: Workspace,
  jobId: string,
  version: number,
  act: (
    write: Parameters<Parameters<Workspace['store']['write']>[0]>[0],
    job: PrintJobsTable,
  ) => Promise<boolean>,
): Promise<Outcome<PrintJobsTable>> {
  const outcome = await workspace.store.write(async (write): Promise<Outcome<PrintJobsTable>> => {
    const job = await write.printJobs.byId(jobId);
    if (job === undefined) return failure('PRINT_JOB_NOT_FOUND');
    if (job.version !== version || !(await act(write, job))) return failure('PRINT_JOB_CHANGED_MEANWHILE');
    return done((await write.printJobs.byId(jobId)) ?? job);
  });
  workspace.changed('printJobs', 'orders', 'status');
  return outcome;
}
