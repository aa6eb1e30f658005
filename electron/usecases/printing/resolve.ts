import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { PrintJob } from '../../store/schema.ts';
import { addHistory } from '../orders/history.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changeLedger, changeSeenJob, requeue, type SeenJob } from './ledger.ts';

/** A person looked at the printer and says whether the unsure label came out. Only then may it print again. */
export function resolveUnsurePrint(
  workspace: Workspace,
  { isPrinted, ...seen }: SeenJob & { readonly isPrinted: boolean },
): Promise<Outcome<PrintJob>> {
  const settled = { settledAt: workspace.clock.now() };
  return changeLedger(workspace, (write) =>
    changeSeenJob(write, seen, async (job) => {
      if (job.state !== 'unsure') return undefined;
      const moved = await write.printJobs.move(job, isPrinted ? 'confirmed' : 'failed', settled);
      if (moved !== undefined)
        await addHistory(workspace, write, job.orderId, isPrinted ? 'print-found' : 'print-missing');
      return moved;
    }),
  );
}

/** Puts a failed job back into the queue: nothing of it left the machine, or a person said so. */
export function retryPrint(workspace: Workspace, seen: SeenJob): Promise<Outcome<PrintJob>> {
  return changeLedger(workspace, (write) =>
    changeSeenJob(write, seen, async (job) =>
      job.state === 'failed' || job.state === 'held'
        ? requeue(workspace, write, job, job.printerUri)
        : undefined,
    ),
  );
}

/** The same for every failed label, of a batch where one is named, that nobody gave up and of which no other copy came out. */
export function retryFailedPrints(workspace: Workspace, batchId?: string): Promise<number> {
  return changeLedger(workspace, async (write) => {
    let count = 0;
    for (const job of await write.printJobs.retryable(batchId))
      if (await requeue(workspace, write, job, job.printerUri)) count += 1;
    return count;
  });
}
