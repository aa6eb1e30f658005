import type { PrintHoldReason } from '../../../shared/domain/printJob.ts';
import type { Job, PrintJob } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { requeue } from './queuePrints.ts';

/** The label waits for a word. */
export async function holdPrint(
  workspace: Workspace,
  job: Job,
  printJob: PrintJob,
  reason: PrintHoldReason,
): Promise<void> {
  await workspace.store.write(async (write) => {
    await write.printJobs.move(printJob, 'held', { holdReason: reason });
    await write.jobs.settle(job.id);
  });
  workspace.changed('printJobs', 'orders', 'status');
}

/** What waited when the program ended: nobody may stand at the printer when it starts again. */
export async function holdAfterRestart(workspace: Workspace): Promise<number> {
  const held = await workspace.store.write(async (write) => {
    let count = 0;
    for (const printJob of await write.printJobs.inStates(['waiting'])) {
      const job = await write.jobs.ofSubject(printJob.id);
      if (!(await write.printJobs.move(printJob, 'held', { holdReason: 'restart' }))) continue;
      if (job !== undefined) await write.jobs.settle(job.id);
      count += 1;
    }
    return count;
  });
  if (held > 0) workspace.changed('printJobs', 'orders', 'status');
  return held;
}

/**
 * Somebody asks for these orders' labels again: that is the word, for held ones and for those growing old. Held ones go
 * to the printer named now, since the one they waited for may be away for good.
 */
export async function wantPrintsAgain(
  workspace: Workspace,
  orderIds: readonly string[],
  printerUri: string | null,
): Promise<void> {
  const now = workspace.clock.now();
  await workspace.store.write(async (write) => {
    for (const orderId of orderIds)
      for (const printJob of await write.printJobs.ofOrder(orderId)) {
        if (printJob.state === 'held')
          await requeue(workspace, write, printJob, printerUri ?? printJob.printerUri);
        else if (printJob.state === 'waiting') await write.printJobs.note(printJob.id, { wantedAt: now });
      }
  });
}
