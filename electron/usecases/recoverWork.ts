import { openPrinter } from './openPrinter.ts';
import { settleInterruptedPrint } from './printLabel.ts';
import type { Workspace } from './workspace.ts';

/**
 * What a dead process left, put right before any new work: claims go back to the queue, bookings that were being
 * sent become unsure and are asked for, labels that were being sent are looked up or become unsure.
 */
export async function recoverWork(workspace: Workspace): Promise<void> {
  const { store, clock } = workspace;
  await store.write(async (write) => {
    await write.jobs.releaseClaims();
    // Waiting for the network was the former process's knowledge; this one looks for itself.
    await write.jobs.wakeKinds(['book', 'find', 'print'], clock.now());
    for (const shipment of await write.shipments.inState('sending')) {
      await write.shipments.move(shipment, 'unsure', { error_code: 'BOOKING_INTERRUPTED', find_count: 0 });
      const job = await write.jobs.ofSubject(shipment.id);
      if (job === undefined) throw new Error('a sending shipment without its job');
      await write.jobs.putBack(job.id, clock.now(), 'find');
    }
    for (const job of await write.printJobs.inStates(['rendering']))
      await write.printJobs.move(job, 'waiting');
  });
  for (const printJob of await store.read.printJobs.inStates(['sending'])) {
    const job = await store.read.jobs.ofSubject(printJob.id);
    if (job === undefined) throw new Error('a sending print job without its job');
    const printer = openPrinter(workspace, printJob.printer_uri);
    await settleInterruptedPrint(workspace, job, printJob, printer.ok ? printer.value : null);
  }
}
