import type { Job, JobKind } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { manualPlatform } from '../booking/bind.ts';
import { askPerson } from '../booking/void.ts';
import { recoverSlips } from '../packing/slip.ts';
import { openPrinter } from '../printing/printers/openPrinter.ts';
import { settleInterruptedPrint } from '../printing/printLabel.ts';
import { type Workspace, waitingJob } from './workspace.ts';

/**
 * What a dead process left, put right before any new work: claims go back to the queue, bookings that were being
 * sent become unsure and are asked for, labels that were being sent are looked up or become unsure.
 */
export async function recoverWork(workspace: Workspace): Promise<void> {
  const { store, clock } = workspace;
  await store.write(async (write) => {
    await write.jobs.releaseAll();
    // Waiting for the network was the former process's knowledge; this one looks for itself.
    await write.jobs.wakeKinds(['book', 'find', 'pickup', 'print', 'slip', 'film'], clock.now());
    for (const shipment of await write.shipments.inState('sending')) {
      await write.shipments.move(shipment, 'unsure', { errorCode: 'BOOKING_INTERRUPTED', findCount: 0 });
      const job = await jobOf(workspace, write, shipment.id, 'find', shipment.accountId);
      await write.jobs.putBack(job.id, clock.now(), 'find');
    }
    for (const pickup of await write.pickups.inStates(['sending']))
      await write.pickups.move(pickup, 'unsure', { errorCode: 'PICKUP_UNSURE' });
    for (const { id, accountId } of await write.pickups.inStates(['unsure', 'cancelling']))
      await jobOf(workspace, write, id, 'pickup', accountId);
    for (const { id, accountId } of await write.shipments.inState('planned'))
      await jobOf(workspace, write, id, 'book', accountId);
    for (const { id, accountId } of await write.shipments.inState('unsure'))
      await jobOf(workspace, write, id, 'find', accountId);
    await askAboutVoids(write);
    await recoverSlips(write);
    for (const printJob of await write.printJobs.inStates(['rendering']))
      await write.printJobs.move(printJob, 'waiting');
    for (const { id, printerUri } of await write.printJobs.inStates(['waiting']))
      await jobOf(workspace, write, id, 'print', printerUri);
  });
  for (const printJob of await store.read.printJobs.inStates(['sending'])) {
    const job = await store.write((write) =>
      jobOf(workspace, write, printJob.id, 'print', printJob.printerUri),
    );
    const printer = openPrinter(workspace, printJob.printerUri);
    await settleInterruptedPrint(workspace, job, printJob, printer.ok ? printer.value : null);
  }
}

/** A cancellation whose account is gone is nobody's to ask about: a person answers, instead of nobody ever. */
async function askAboutVoids(write: Repositories): Promise<void> {
  for (const shipment of await write.shipments.inState('voiding')) {
    const isAskable =
      shipment.platform === manualPlatform ||
      (await write.accounts.inChargeOf(shipment.accountId)) !== undefined;
    if (!isAskable) await askPerson(write, shipment);
  }
}

/** The open job of a subject. Subject and job are written together; should one ever lack its job, it gets one again. */
async function jobOf(
  workspace: Workspace,
  write: Repositories,
  subjectId: string,
  kind: JobKind,
  lane: string,
): Promise<Job> {
  const known = await write.jobs.ofSubject(subjectId);
  if (known !== undefined) return known;
  const job = waitingJob(workspace, { kind, subjectId, lane });
  await write.jobs.insert(job);
  return job;
}
