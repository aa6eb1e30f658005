import type { Job, JobKind, Shipment } from '../../store/schema.ts';
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

/** What is on its way, whoever holds it. Asked together: on a server each question by itself would wait for the network. */
async function readOnItsWay({ shipments, pickups, packedParcels, printJobs }: Repositories) {
  const [sending, sendingPickups, slips, rendering, printing] = await Promise.all([
    shipments.inState('sending'),
    pickups.inStates(['sending']),
    packedParcels.slipsSending(),
    printJobs.inStates(['rendering']),
    printJobs.inStates(['sending']),
  ]);
  return { sending, sendingPickups, slips, rendering, printing };
}

type OnItsWay = Awaited<ReturnType<typeof readOnItsWay>>;

/** What lacks the job that would work it. */
async function readLacking({ pickups, shipments, printJobs }: Repositories) {
  const [openPickups, planned, unsure, voiding, prints] = await Promise.all([
    pickups.inStates(['unsure', 'cancelling']),
    // Thousands may wait: those with a job are not even read.
    shipments.lackingJob('planned'),
    shipments.lackingJob('unsure'),
    shipments.inState('voiding'),
    printJobs.lackingJob(),
  ]);
  return { openPickups, planned, unsure, voiding, prints };
}

/**
 * Before any new work, resolves what the previous process of this workstation left. Its claims go back to the queue; bookings being sent
 * become unsure and are asked about; labels being sent are looked up or become unsure. The same for workstations that are gone; work in
 * progress at others stays.
 */
export async function recoverWork(workspace: Workspace): Promise<void> {
  const { store, clock, lease, workstation } = workspace;
  const interrupted = await store.write(async (write) => {
    const [, left, , , onItsWay, lacking] = await Promise.all([
      lease.take(write),
      findUnfinished(workspace, write, { isStart: true, inHand: new Set() }),
      write.jobs.unpark(),
      // The previous process waited for the network; this one finds out itself. Other workstations know what they wait for.
      workstation.isShared ||
        write.jobs.wakeKinds(['book', 'find', 'pickup', 'print', 'slip', 'film'], clock.now()),
      readOnItsWay(write),
      readLacking(write),
    ]);
    const taken = await putRight(workspace, write, left, onItsWay);
    for (const { id, accountId } of lacking.openPickups)
      await jobOf(workspace, write, id, 'pickup', accountId);
    for (const { id, accountId } of lacking.planned) await jobOf(workspace, write, id, 'book', accountId);
    for (const { id, accountId } of lacking.unsure) await jobOf(workspace, write, id, 'find', accountId);
    await askAboutVoids(write, lacking.voiding);
    for (const { id, printerUri } of lacking.prints) await jobOf(workspace, write, id, 'print', printerUri);
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
  const [seen, sending] = await Promise.all([
    findUnfinished(workspace, store.read, { isStart: false, inHand: inHand() }),
    store.read.pickups.inStates(['sending']),
  ]);
  if (seen.jobIds.length === 0 && !sending.some(seen.isPickupLeft)) return false;
  const interrupted = await store.write(async (write) => {
    const [left, onItsWay] = await Promise.all([
      findUnfinished(workspace, write, { isStart: false, inHand: inHand() }),
      readOnItsWay(write),
    ]);
    return putRight(workspace, write, left, onItsWay);
  });
  await settleInterruptedPrints(workspace, interrupted);
  return true;
}

async function findUnfinished(
  { workstation: { id: own }, clock }: Workspace,
  read: Repositories,
  { isStart, inHand }: { readonly isStart: boolean; readonly inHand: ReadonlySet<string> },
): Promise<Unfinished> {
  const [others, claimed] = await Promise.all([read.leases.livingOthers(), read.jobs.claimed()]);
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
  { sending, sendingPickups, slips, rendering, printing }: OnItsWay,
): Promise<readonly Job[]> {
  const { clock } = workspace;
  if (jobIds.length > 0) await write.jobs.release(jobIds);
  for (const shipment of sending) {
    if (heldSubjects.has(shipment.id)) continue;
    await write.shipments.move(shipment, 'unsure', { errorCode: 'BOOKING_INTERRUPTED', findCount: 0 });
    const job = await jobOf(workspace, write, shipment.id, 'find', shipment.accountId);
    await write.jobs.putBack(job, clock.now(), 'find');
  }
  for (const pickup of sendingPickups) {
    if (!isPickupLeft(pickup)) continue;
    await write.pickups.move(pickup, 'unsure', { errorCode: 'PICKUP_UNSURE' });
    await jobOf(workspace, write, pickup.id, 'pickup', pickup.accountId);
  }
  await recoverSlips(write, slips, heldSubjects);
  for (const printJob of rendering) {
    if (heldSubjects.has(printJob.id)) continue;
    await write.printJobs.move(printJob, 'waiting');
    await jobOf(workspace, write, printJob.id, 'print', printJob.printerUri);
  }
  const interrupted: Job[] = [];
  for (const { id, printerUri } of printing)
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
async function askAboutVoids(write: Repositories, voiding: readonly Shipment[]): Promise<void> {
  for (const shipment of voiding) {
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
