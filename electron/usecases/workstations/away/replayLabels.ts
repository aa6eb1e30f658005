import {
  isPrinted,
  type PrintJobState,
  paperStates,
  printJobMoves,
} from '../../../../shared/domain/printing/printJob.ts';
import type { PrintJob, PrintTemplate } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { enterBatch } from '../../printing/batches/batch.ts';
import { addPrintWork } from '../../printing/ledger.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** A label as the bench left it, and how it was printed. */
export interface LeftLabel {
  readonly job: PrintJob;
  readonly template: PrintTemplate | undefined;
}

/** The way of states from one to another, without the first; null: there is none. */
export function wayTo(from: PrintJobState, to: PrintJobState): readonly PrintJobState[] | null {
  const ways: (readonly PrintJobState[])[] = [[]];
  const seen = new Set([from]);
  for (const way of ways) {
    const at = way.at(-1) ?? from;
    if (at === to) return way;
    for (const next of printJobMoves[at]) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

/**
 * Takes over into the book what became of the labels of a box at the bench: a job that waits there is this one, and prints no more.
 * true: the same label came out elsewhere as well.
 */
export async function replayLabels(
  workspace: Workspace,
  write: Repositories,
  labels: readonly LeftLabel[],
): Promise<boolean> {
  let isTwice = false;
  for (const label of labels) {
    const { shipmentId, parcelNo, copyNo, id } = label.job;
    const known = await write.printJobs.ofShipment(shipmentId);
    const copies = known.filter((job) => job.parcelNo === parcelNo);
    const same =
      copies.find(({ sentAt }) => sentAt !== null && sentAt === label.job.sentAt) ??
      copies.find((job) => job.id === id) ??
      copies.find((job) => job.copyNo === copyNo);
    // What the journal alone knew of was never sent from here.
    const cameOutHere = paperStates.includes(label.job.state) && label.job.drawnBy !== '';
    if (same === undefined) await insertLabel(workspace, write, label);
    else if (same.id === id || !isPrinted(same.state) || !cameOutHere)
      await carry(workspace, write, same, label.job);
    else {
      isTwice = true;
      const next = nextCopyNo(copies);
      await insertLabel(workspace, write, { ...label, job: { ...label.job, copyNo: next } });
    }
  }
  return isTwice;
}

export const nextCopyNo = (copies: readonly Pick<PrintJob, 'copyNo'>[]): number =>
  Math.max(...copies.map(({ copyNo }) => copyNo)) + 1;

export async function insertLabel(
  workspace: Workspace,
  write: Repositories,
  { job, template }: LeftLabel,
): Promise<void> {
  const batch = await enterBatch(workspace, write, undefined);
  const row: PrintJob = { ...job, state: 'waiting', version: 0, batchId: batch.id };
  await write.printJobs.insert(row);
  if (template !== undefined) await write.printTemplates.insert(template);
  await carry(workspace, write, row, job);
}

/** Brings a job of the book to where the bench left it, as far as that is further. */
export async function carry(
  workspace: Workspace,
  write: Repositories,
  job: PrintJob,
  left: PrintJob,
): Promise<void> {
  const isFurther = isPrinted(job.state)
    ? isPrinted(left.state)
    : paperStates.includes(left.state) || !paperStates.includes(job.state);
  // One that was drawn and not sent is redrawn.
  const to = left.state === 'rendering' ? 'waiting' : left.state;
  const way = isFurther ? wayTo(job.state, to) : null;
  if (way === null) return;
  // Of what the journal alone knew of the bench cannot say how it was drawn, or when.
  const { sentAt, deviceJob, drawnBy, ownLayoutReason, ownLayoutSeen } =
    left.drawnBy === '' && job.sentAt !== null ? job : left;
  const { settledAt, scannedAt, errorCode, errorParamsJson, holdReason } = left;
  const { printerUri, wantedAt, mediaSize } = left;
  const device = { deviceJob, drawnBy, ownLayoutReason, ownLayoutSeen, printerUri, wantedAt, mediaSize };
  const patch = { sentAt, settledAt, scannedAt, errorCode, errorParamsJson, holdReason, ...device };
  let seen: PrintJob | undefined = job;
  for (const state of way) if (seen !== undefined) seen = await write.printJobs.move(seen, state, patch);
  if (seen === undefined) throw new Error('a label changed inside the transaction that read it');
  const work = await write.jobs.ofSubject(job.id);
  if (to !== 'waiting' && work !== undefined) await write.jobs.settle(work);
  if (to === 'waiting' && work === undefined) await addPrintWork(workspace, write, job.id, printerUri);
}
