import { recoverSlips } from '../../packing/slip.ts';
import { openPrinter } from '../../printing/printers/openPrinter.ts';
import { settleInterruptedPrint } from '../../printing/printLabel.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/**
 * Puts right what an end of the program interrupted at the printers of this bench while the book was away. A label that was being sent is
 * asked for or left to a person; the others go back to the queue. Labels of the book itself are none of its business.
 */
export async function settleLeftPrints(apart: Workspace): Promise<void> {
  const { store } = apart;
  await store.write(async (write) =>
    recoverSlips(write, await write.packedParcels.slipsSending(), new Set()),
  );
  for (const job of await store.read.jobs.claimed()) {
    const printJob = job.kind === 'print' ? await store.read.printJobs.byId(job.subjectId) : undefined;
    if (printJob?.state === 'sending') {
      const printer = openPrinter(apart, printJob.printerUri);
      await settleInterruptedPrint(apart, job, printJob, printer.ok ? printer.value : null);
      continue;
    }
    await store.write(async (write) => {
      if (printJob?.state === 'rendering') await write.printJobs.move(printJob, 'waiting');
      await write.jobs.release([job.id]);
    });
  }
}
