import type { JobKind, JobsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
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
    await write.jobs.releaseAll();
    // Waiting for the network was the former process's knowledge; this one looks for itself.
    await write.jobs.wakeKinds(['book', 'find', 'pickup', 'print'], clock.now());
    for (const shipment of await write.shipments.inState('sending')) {
      await write.shipments.move(shipment, 'unsure', { error_code: 'BOOKING_INTERRUPTED', find_count: 0 });
      const job = await jobOf(workspace, write, shipment.id, 'find', shipment.account_id);
      await write.jobs.putBack(job.id, clock.now(), 'find');
    }
    for (const pickup of await write.pickups.inStates(['sending']))
      await write.pickups.move(pickup, 'unsure', { error_code: 'PICKUP_UNSURE' });
    for (const { id, account_id } of await write.pickups.inStates(['unsure', 'cancelling']))
      await jobOf(workspace, write, id, 'pickup', account_id);
    for (const { id, account_id } of await write.shipments.inState('planned'))
      await jobOf(workspace, write, id, 'book', account_id);
    for (const { id, account_id } of await write.shipments.inState('unsure'))
      await jobOf(workspace, write, id, 'find', account_id);
    for (const printJob of await write.printJobs.inStates(['rendering']))
      await write.printJobs.move(printJob, 'waiting');
    for (const { id, printer_uri } of await write.printJobs.inStates(['waiting']))
      await jobOf(workspace, write, id, 'print', printer_uri);
  });
  for (const printJob of await store.read.printJobs.inStates(['sending'])) {
    const job = await store.write((write) =>
      jobOf(workspace, write, printJob.id, 'print', printJob.printer_uri),
    );
    const printer = openPrinter(workspace, printJob.printer_uri);
    await settleInterruptedPrint(workspace, job, printJob, printer.ok ? printer.value : null);
  }
}

/** The open job of a subject. Subject and job are written together; should one ever lack its job, it gets one again. */
async function jobOf(
  { nextId, clock }: Workspace,
  write: Repositories,
  subjectId: string,
  kind: JobKind,
  lane: string,
): Promise<JobsTable> {
  const known = await write.jobs.ofSubject(subjectId);
  if (known !== undefined) return known;
  const now = clock.now();
  const job: JobsTable = {
    id: nextId(),
    kind,
    subject_id: subjectId,
    lane,
    state: 'waiting',
    run_at: now,
    attempts: 0,
    lease_until: null,
    created_at: now,
  };
  await write.jobs.insert(job);
  return job;
}
