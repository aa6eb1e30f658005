import { afterBackup } from '../../../shared/domain/printing/printJob.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { PrintJob } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
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

/** Labels that a person answers for together: as they were seen, or those of orders, or all of after the backup. */
export type TogetherAnswered =
  | { readonly jobs: readonly SeenJob[] }
  | { readonly orderIds: readonly string[] }
  | { readonly are: 'after-backup' };

/**
 * One answer for many unconfirmed labels: they are on their parcels, or they are not and print now. Those that changed since they were seen
 * stay as they are. The ids of the labels that were answered for.
 */
export function answerUnsurePrints(
  workspace: Workspace,
  asked: TogetherAnswered,
  isPrinted: boolean,
): Promise<readonly string[]> {
  return changeLedger(workspace, async (write) => {
    const answered: string[] = [];
    for (const job of await unsureAmong(write, asked)) {
      const settledAt = workspace.clock.now();
      const moved = await write.printJobs.move(job, isPrinted ? 'confirmed' : 'failed', { settledAt });
      if (moved === undefined) continue;
      await addHistory(workspace, write, job.orderId, isPrinted ? 'print-found' : 'print-missing');
      if (!isPrinted) await requeue(workspace, write, moved, job.printerUri);
      answered.push(job.id);
    }
    return answered;
  });
}

/** In the order in which they were wanted, whatever order they are shown in. */
async function unsureAmong({ printJobs }: Repositories, asked: TogetherAnswered): Promise<PrintJob[]> {
  const unsure = (await printJobs.inStates(['unsure'])).sort((one, other) => (one.id < other.id ? -1 : 1));
  if ('are' in asked) return unsure.filter(({ errorCode }) => errorCode === afterBackup);
  if ('orderIds' in asked) return unsure.filter(({ orderId }) => asked.orderIds.includes(orderId));
  const versions = new Map(asked.jobs.map(({ jobId, version }) => [jobId, version]));
  return unsure.filter(({ id, version }) => versions.get(id) === version);
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
