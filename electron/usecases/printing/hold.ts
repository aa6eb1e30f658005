import type { PackState } from '../../../shared/domain/packing/packing.ts';
import { isAtHand } from '../../../shared/domain/printing/placedPrinter.ts';
import type { PrintHoldReason } from '../../../shared/domain/printing/printJob.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import { minuteMs } from '../../../shared/rules/shopTime.ts';
import { errorColumnsOf } from '../../store/database/storedJson.ts';
import type { Job, PrintJob } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changeLedger, changeSeenJob, requeue, type SeenJob, wantAgain } from './ledger.ts';

/** Why a label is held, and what its printer did, where that is the reason. */
export interface Hold {
  readonly reason: PrintHoldReason;
  readonly problem?: Failure;
}

/** The label is held until a person releases it. */
export async function holdPrint(
  workspace: Workspace,
  job: Job,
  printJob: PrintJob,
  { reason, problem }: Hold,
): Promise<void> {
  await changeLedger(workspace, async (write) => {
    const why = problem === undefined ? {} : errorColumnsOf(problem);
    await write.printJobs.move(printJob, 'held', { holdReason: reason, ...why });
    await write.jobs.settle(job);
  });
}

/**
 * Holds what waited when the program ended: at the next start there may be no one at the printer. `startedAt` (UTC ms): the start; labels
 * requested since then are printed.
 */
export async function holdAfterRestart(
  workspace: Workspace,
  startedAt = Number.POSITIVE_INFINITY,
): Promise<number> {
  const held = await workspace.store.write(async (write) => {
    let count = 0;
    for (const printJob of await write.printJobs.inStates(['waiting'])) {
      if (printJob.wantedAt >= startedAt || !isAtHand(workspace.workstation, printJob.printerUri)) continue;
      const job = await write.jobs.ofSubject(printJob.id);
      if (!(await write.printJobs.move(printJob, 'held', { holdReason: 'restart' }))) continue;
      if (job !== undefined) await write.jobs.settle(job);
      count += 1;
    }
    return count;
  });
  if (held > 0) workspace.changed('printJobs', 'orders', 'status');
  return held;
}

/** On a bench, or just packed at one that scans no labels: a person waits for the paper. */
const atHand: readonly PackState[] = ['open', 'closed'];

/** Held labels that are still wanted: no later label of their printer may be printed before them. */
const inFront: readonly PrintHoldReason[] = ['restart', 'printer-away'];

/**
 * A new label would be printed before labels of its printer that are still held, from before a restart or because the printer was away: it
 * waits behind them. A label that was asked for again goes first, because that releases it, and so does that of a parcel in a packer's
 * hands.
 */
export async function isBehindOlder(
  { printJobs, packedParcels }: Repositories,
  { id, orderId, parcelNo, printerUri, wantedAt, createdAt, copyNo }: PrintJob,
): Promise<boolean> {
  if (wantedAt !== createdAt || copyNo !== 1) return false;
  if (!(await printJobs.isAnyHeldFor(printerUri, inFront, id))) return false;
  const parcels = await packedParcels.ofOrder(orderId);
  return !parcels.some((parcel) => parcel.parcelNo === parcelNo && atHand.includes(parcel.state));
}

/** Labels in a row of which nobody knows whether they came out: something is wrong with the printer, not with a label. */
const labelsOfDoubt = 3;
/** Longer ago they say nothing of the printer as it is now. */
const doubtLastsMs = 10 * minuteMs;

/**
 * The last labels of this printer all broke off: the next ones would only be in doubt as well, hundreds of them, and each would ask a
 * person. A label that was asked for again since then goes, because that is a person's word. `perSheet`: how many share one sheet, and so
 * one outcome.
 */
export async function doubtOf(
  workspace: Workspace,
  { printJobs }: Repositories,
  { printerUri, wantedAt, createdAt, copyNo }: PrintJob,
  perSheet: number,
): Promise<Failure | null> {
  const recently = workspace.clock.now() - doubtLastsMs;
  const isAskedAgain = wantedAt !== createdAt || copyNo > 1;
  const since = isAskedAgain ? Math.max(recently, wantedAt) : recently;
  const count = labelsOfDoubt * perSheet;
  const last = await printJobs.lastSentStates(printerUri, since, count);
  const isInDoubt = last.length === count && last.every((state) => state === 'unsure');
  return isInDoubt ? failure('PRINTER_IN_DOUBT', { count }) : null;
}

/** These labels were released: if their printer has no held ones left, the later ones follow in order. */
async function letFollow(workspace: Workspace, write: Repositories, decided: readonly PrintJob[]) {
  for (const printerUri of new Set(decided.map((job) => job.printerUri))) {
    if (await write.printJobs.isAnyHeldFor(printerUri, inFront)) continue;
    for (const job of await write.printJobs.heldFor(printerUri, 'behind'))
      await requeue(workspace, write, job, printerUri);
  }
}

/** In the order in which they were requested, whatever order they are shown in. */
const inOrder = <Job extends { readonly id: string }>(jobs: readonly Job[]): Job[] =>
  [...jobs].sort((one, other) => (one.id < other.id ? -1 : 1));

/**
 * The labels of these orders were asked for again: that releases held ones and those growing old, at the printer named now, since the one
 * they waited for may be gone for good.
 */
export async function wantPrintsAgain(
  workspace: Workspace,
  orderIds: readonly string[],
  printerUri: string | null,
): Promise<void> {
  await workspace.store.write(async (write) => {
    const wanted: PrintJob[] = [];
    for (const orderId of orderIds) wanted.push(...(await write.printJobs.ofOrder(orderId)));
    const held = inOrder(wanted.filter(({ state }) => state === 'held'));
    for (const printJob of held) await requeue(workspace, write, printJob, printerUri ?? printJob.printerUri);
    for (const printJob of inOrder(wanted.filter(({ state }) => state === 'waiting')))
      await wantAgain(workspace, write, printJob, printerUri ?? printJob.printerUri);
    await letFollow(workspace, write, held);
  });
}

/** A person releases these held labels. Those that changed meanwhile stay as they are. */
export function releasePrints(workspace: Workspace, jobs: readonly SeenJob[]): Promise<number> {
  return each(workspace, jobs, async (write, job) =>
    job.state === 'held' ? requeue(workspace, write, job, job.printerUri) : undefined,
  );
}

/** Labels that will not be printed after all: none of them has left this machine. */
export function cancelPrints(workspace: Workspace, jobs: readonly SeenJob[]): Promise<number> {
  return each(workspace, jobs, async (write, job) => {
    if (job.state !== 'held' && job.state !== 'waiting') return undefined;
    const open = await write.jobs.ofSubject(job.id);
    if (open !== undefined) await write.jobs.settle(open);
    return write.printJobs.move(job, 'failed', { errorCode: 'PRINT_CANCELLED', holdReason: '' });
  });
}

function each(
  workspace: Workspace,
  jobs: readonly SeenJob[],
  action: (write: Repositories, job: PrintJob) => Promise<PrintJob | undefined>,
): Promise<number> {
  const oldestFirst = [...jobs].sort((one, other) => (one.jobId < other.jobId ? -1 : 1));
  return changeLedger(workspace, async (write) => {
    const decided: PrintJob[] = [];
    for (const seen of oldestFirst) {
      const changed = await changeSeenJob(write, seen, (job) => action(write, job));
      if (changed.ok) decided.push(changed.value);
    }
    await letFollow(workspace, write, decided);
    return decided.length;
  });
}
