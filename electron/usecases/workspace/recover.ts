import type { Job, JobKind } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { manualPlatform } from '../booking/bind.ts';
import { askPerson } from '../booking/void.ts';
import { recoverSlips } from '../packing/slip.ts';
import { openPrinter } from '../printing/printers/openPrinter.ts';
import { settleInterruptedPrint } from '../printing/printLabel.ts';
import { type Workspace, waitingJob } from './workspace.ts';

/** Longer than a courier is called for, with the wait for its turn. */
const longestPickupMs = 2 * 60_000;

/** What nobody has in hand any more, as one look at the book shows it. */
interface Left {
  readonly jobIds: readonly string[];
  /** Of jobs that somebody has in hand. */
  readonly heldSubjects: ReadonlySet<string>;
  readonly isPickupLeft: (pickup: { readonly claimedBy: string; readonly updatedAt: number }) => boolean;
}

/**
 * Puts right what the previous process of this workstation left, before any new work. Its claims go back to the queue; bookings that were
 * being sent become unsure and are asked for; labels that were being sent are looked up or become unsure. So does what workstations left
 * that are not there any more; what the others have in hand stays as it is.
 */
export async function recoverWork(workspace: Workspace): Promise<void> {
  const { store, clock, lease, workstation } = workspace;
  const interrupted = await store.write(async (write) => {
    await lease.take(write);
    const left = await lookForLeft(workspace, write, { isStart: true, inHand: new Set() });
    await write.jobs.unpark();
    // Waiting for the network was the previous process's knowledge; this one looks for itself. Others know what they wait for.
    if (!workstation.isShared)
      await write.jobs.wakeKinds(['book', 'find', 'pickup', 'print', 'slip', 'film'], clock.now());
    const taken = await putRight(workspace, write, left);
    for (const { id, accountId } of await write.pickups.inStates(['unsure', 'cancelling']))
      await jobOf(workspace, write, id, 'pickup', accountId);
    // Thousands may wait: those that have their job are not even read.
    for (const { id, accountId } of await write.shipments.lackingJob('planned'))
      await jobOf(workspace, write, id, 'book', accountId);
    for (const { id, accountId } of await write.shipments.lackingJob('unsure'))
      await jobOf(workspace, write, id, 'find', accountId);
    await askAboutVoids(write);
    for (const { id, printerUri } of await write.printJobs.lackingJob())
      await jobOf(workspace, write, id, 'print', printerUri);
    return taken;
  });
  await settleInterruptedPrints(workspace, interrupted);
}

/**
 * Takes over what workstations left that are not there any more, and what this one has claimed and nobody here works on: the store
 * was away when it should have been settled. `inHand`: ids of the jobs that are worked on here. false: there was nothing.
 */
export async function takeOverWork(
  workspace: Workspace,
  inHand: () => ReadonlySet<string>,
): Promise<boolean> {
  const { store } = workspace;
  const seen = await lookForLeft(workspace, store.read, { isStart: false, inHand: inHand() });
  const sending = await store.read.pickups.inStates(['sending']);
  if (seen.jobIds.length === 0 && !sending.some(seen.isPickupLeft)) return false;
  const interrupted = await store.write(async (write) =>
    putRight(workspace, write, await lookForLeft(workspace, write, { isStart: false, inHand: inHand() })),
  );
  await settleInterruptedPrints(workspace, interrupted);
  return true;
}

async function lookForLeft(
  { workstation: { id: own }, clock }: Workspace,
  read: Repositories,
  { isStart, inHand }: { readonly isStart: boolean; readonly inHand: ReadonlySet<string> },
): Promise<Left> {
  const others = await read.leases.livingOthers();
  const claimed = await read.jobs.claimed();
  const isHeld = ({ id, claimedBy }: Job) => others.has(claimedBy) || inHand.has(id);
  return {
    jobIds: claimed.filter((job) => !isHeld(job)).map(({ id }) => id),
    heldSubjects: new Set(claimed.filter(isHeld).map(({ subjectId }) => subjectId)),
    isPickupLeft: ({ claimedBy, updatedAt }) =>
      !others.has(claimedBy) && (isStart || claimedBy !== own || clock.now() - updatedAt > longestPickupMs),
  };
}

/**
 * All of it in one transaction: what had begun is asked for, what had not goes back to the queue. Labels that were being printed are
 * taken into these hands: until it is known what became of them, nobody begins with them again.
 */
async function putRight(
  workspace: Workspace,
  write: Repositories,
  { jobIds, heldSubjects, isPickupLeft }: Left,
): Promise<readonly Job[]> {
  const { clock } = workspace;
  await write.jobs.release(jobIds);
  for (const shipment of await write.shipments.inState('sending')) {
    if (heldSubjects.has(shipment.id)) continue;
    await write.shipments.move(shipment, 'unsure', { errorCode: 'BOOKING_INTERRUPTED', findCount: 0 });
    const job = await jobOf(workspace, write, shipment.id, 'find', shipment.accountId);
    await write.jobs.putBack(job, clock.now(), 'find');
  }
  for (const pickup of await write.pickups.inStates(['sending'])) {
    if (!isPickupLeft(pickup)) continue;
    await write.pickups.move(pickup, 'unsure', { errorCode: 'PICKUP_UNSURE' });
    await jobOf(workspace, write, pickup.id, 'pickup', pickup.accountId);
  }
  await recoverSlips(write, heldSubjects);
  for (const printJob of await write.printJobs.inStates(['rendering'])) {
    if (heldSubjects.has(printJob.id)) continue;
    await write.printJobs.move(printJob, 'waiting');
    await jobOf(workspace, write, printJob.id, 'print', printJob.printerUri);
  }
  const interrupted: Job[] = [];
  for (const { id, printerUri } of await write.printJobs.inStates(['sending']))
    if (!heldSubjects.has(id))
      interrupted.push(
        await write.jobs.takeOver((await jobOf(workspace, write, id, 'print', printerUri)).id),
      );
  return interrupted;
}

/** A printer of this workstation may know; one that stands elsewhere is nobody's to ask, and the label waits for a person. */
async function settleInterruptedPrints(workspace: Workspace, interrupted: readonly Job[]): Promise<void> {
  for (const job of interrupted) {
    const printJob = await workspace.store.read.printJobs.byId(job.subjectId);
    if (printJob?.state !== 'sending') continue;
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
