import type { Job, JobKind } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { manualPlatform } from '../booking/bind.ts';
import { askPerson } from '../booking/givingBack/void.ts';
import { recoverSlips } from '../packing/slip.ts';
import { openPrinter } from '../printing/printers/openPrinter.ts';
import { settleInterruptedPrint } from '../printing/printLabel.ts';
import { type Workspace, waitingJob } from './workspace.ts';

/** Longer than a courier call takes, with the wait for its turn. */
const longestPickupMs = 2 * 60_000;

/** Unfinished work without a living holder, as read from the book. */
interface Unfinished {
  readonly jobIds: readonly string[];
  /** Jobs that are in progress. */
  readonly heldSubjects: ReadonlySet<string>;
  readonly isPickupLeft: (pickup: { readonly claimedBy: string; readonly updatedAt: number }) => boolean;
}

/**
 * Before any new work, resolves what the previous process of this workstation left. Its claims go back to the queue; bookings being sent
 * become unsure and are asked about; labels being sent are looked up or become unsure. The same for workstations that are gone; work in
 * progress at others stays.
 */
export async function recoverWork(workspace: Workspace): Promise<void> {
  const { store, clock, lease, workstation } = workspace;
  const interrupted = await store.write(async (write) => {
    await lease.take(write);
    const left = await findUnfinished(workspace, write, { isStart: true, inHand: new Set() });
    await write.jobs.unpark();
    // The previous process waited for the network; this one finds out itself. Other workstations know what they wait for.
    if (!workstation.isShared)
      await write.jobs.wakeKinds(['book', 'find', 'pickup', 'print', 'slip', 'film'], clock.now());
    const taken = await putRight(workspace, write, left);
    for (const { id, accountId } of await write.pickups.inStates(['unsure', 'cancelling']))
      await jobOf(workspace, write, id, 'pickup', accountId);
    // Thousands may wait: those with a job are not even read.
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
 * Takes over the work of workstations that are gone, and of this one's claims that nothing here works on: the store was away when they
 * should have been settled. `inHand`: ids of the jobs in progress here. false: there was none.
 */
export async function takeOverWork(
  workspace: Workspace,
  inHand: () => ReadonlySet<string>,
): Promise<boolean> {
  const { store } = workspace;
  const seen = await findUnfinished(workspace, store.read, { isStart: false, inHand: inHand() });
  const sending = await store.read.pickups.inStates(['sending']);
  if (seen.jobIds.length === 0 && !sending.some(seen.isPickupLeft)) return false;
  const interrupted = await store.write(async (write) =>
    putRight(workspace, write, await findUnfinished(workspace, write, { isStart: false, inHand: inHand() })),
  );
  await settleInterruptedPrints(workspace, interrupted);
  return true;
}

async function findUnfinished(
  { workstation: { id: own }, clock }: Workspace,
  read: Repositories,
  { isStart, inHand }: { readonly isStart: boolean; readonly inHand: ReadonlySet<string> },
): Promise<Unfinished> {
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
 * In one transaction: what had begun is asked about, what had not goes back to the queue. Labels being printed are claimed here: until
 * their outcome is known they are not started again.
 */
async function putRight(
  workspace: Workspace,
  write: Repositories,
  { jobIds, heldSubjects, isPickupLeft }: Unfinished,
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

/** A printer of this workstation may know; for one elsewhere the label waits for a person. */
async function settleInterruptedPrints(workspace: Workspace, interrupted: readonly Job[]): Promise<void> {
  for (const job of interrupted) {
    const printJob = await workspace.store.read.printJobs.byId(job.subjectId);
    if (printJob?.state !== 'sending') continue;
    const printer = openPrinter(workspace, printJob.printerUri);
    await settleInterruptedPrint(workspace, job, printJob, printer.ok ? printer.value : null);
  }
}

/** A cancellation whose account was deleted cannot be asked about: a person answers. */
async function askAboutVoids(write: Repositories): Promise<void> {
  for (const shipment of await write.shipments.inState('voiding')) {
    const isAskable =
      shipment.platform === manualPlatform ||
      (await write.accounts.inChargeOf(shipment.accountId)) !== undefined;
    if (!isAskable) await askPerson(write, shipment);
  }
}

/** The open job of a subject. Subject and job are written together; a missing job is created again. */
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
