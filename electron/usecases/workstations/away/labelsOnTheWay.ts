import { standOf } from '../../../../shared/domain/printing/placedPrinter.ts';
import type { PrintJobState } from '../../../../shared/domain/printing/printJob.ts';
import type { PrintJob } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { mayBePrinted } from '../../booking/afterRestore/mayBePrinted.ts';
import { addPrintWork } from '../../printing/ledger.ts';
import { openPrinter } from '../../printing/printers/openPrinter.ts';
import { settleInterruptedPrint } from '../../printing/printLabel.ts';
import { type Workspace, waitingJob } from '../../workspace/workspace.ts';

/** Labels in these states at printers of this bench. */
async function labelsHere(
  { workstation }: Workspace,
  read: Repositories,
  states: readonly PrintJobState[],
): Promise<PrintJob[]> {
  const labels = await read.printJobs.inStates(states);
  return labels.filter(({ printerUri }) => standOf(printerUri).workstationId === workstation.id);
}

/** Keeps which labels of the book were waiting at the printers of this bench, or on their way to them, when it went. */
export async function noteOnTheWay(apart: Workspace, write: Repositories): Promise<void> {
  const labels = await labelsHere(apart, write, ['waiting', 'sending']);
  await write.settings.put(
    'awayLabels',
    labels.map(({ id }) => id),
  );
}

/** The journal does not tell all that came out since the copy was made: any of these labels may have. */
export async function doubtUnprovenLabels(apart: Workspace): Promise<void> {
  const { store, journal } = apart;
  const mark = await store.read.settings.get('journalMark');
  if (journal.refusal() === null && journal.origin(mark).missingUntil === null) return;
  await store.write(async (write) => {
    for (const label of await waitingOnTheWay(write)) await mayBePrinted(apart, write, label);
  });
}

/**
 * What the workers of the book were sending when it went, as far as the journal does not say how it ended: the printer is asked where it
 * keeps a record, else a person. `isQuiet`: none of them is at it any more.
 */
export async function settleOnTheWay(apart: Workspace, isQuiet: boolean): Promise<void> {
  const { store } = apart;
  for (const label of await labelsHere(apart, store.read, ['sending'])) {
    const { id, printerUri } = label;
    const printer = isQuiet ? openPrinter(apart, printerUri) : null;
    const job = waitingJob(apart, { kind: 'print', subjectId: id, lane: printerUri });
    await settleInterruptedPrint(apart, job, label, printer?.ok === true ? printer.value : null);
  }
}

/** Of the labels that were on their way those of which certainly nothing was sent, in the order in which they are to come out. */
async function waitingOnTheWay(read: Repositories): Promise<PrintJob[]> {
  const ids = new Set(await read.settings.get('awayLabels'));
  return (await read.printJobs.inStates(['waiting'])).filter(({ id }) => ids.has(id));
}

/** Gives each of them a job again, so that they come out one after the other as they would have done. */
export async function resumeLabels(apart: Workspace): Promise<void> {
  await apart.store.write(async (write) => {
    for (const { id, printerUri } of await waitingOnTheWay(write))
      if ((await write.jobs.ofSubject(id)) === undefined) await addPrintWork(apart, write, id, printerUri);
  });
}

/** Nobody may stand at the printer: each of them comes out when its parcel is opened. */
export async function waitForParcels(apart: Workspace): Promise<void> {
  await apart.store.write(async (write) => {
    for (const { id } of await waitingOnTheWay(write)) {
      const job = await write.jobs.ofSubject(id);
      if (job !== undefined) await write.jobs.settle(job);
    }
  });
}
