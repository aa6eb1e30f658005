import type { PrintJob } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { requeue } from './queuePrints.ts';

interface JobRef {
  readonly jobId: string;
  readonly version: number;
}

/** A person's word: these held labels may be printed now. Those that changed meanwhile stay as they are. */
export function releasePrints(workspace: Workspace, jobs: readonly JobRef[]): Promise<number> {
  return each(
    workspace,
    jobs,
    async (write, job) => job.state === 'held' && requeue(workspace, write, job, job.printerUri),
  );
}

/** Labels that are not to be printed after all: none of them has left this machine. */
export function cancelPrints(workspace: Workspace, jobs: readonly JobRef[]): Promise<number> {
  return each(workspace, jobs, async (write, job) => {
    if (job.state !== 'held' && job.state !== 'waiting') return false;
    const open = await write.jobs.ofSubject(job.id);
    if (open !== undefined) await write.jobs.settle(open.id);
    return write.printJobs.move(job, 'failed', { errorCode: 'PRINT_CANCELLED', holdReason: '' });
  });
}

async function each(
  workspace: Workspace,
  jobs: readonly JobRef[],
  act: (write: Repositories, job: PrintJob) => Promise<boolean>,
): Promise<number> {
  const count = await workspace.store.write(async (write) => {
    let changed = 0;
    for (const { jobId, version } of jobs) {
      const job = await write.printJobs.byId(jobId);
      if (job?.version === version && (await act(write, job))) changed += 1;
    }
    return changed;
  });
  workspace.changed('printJobs', 'orders', 'status');
  return count;
}
