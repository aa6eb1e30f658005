import { isDeepStrictEqual } from 'node:util';
import type { LabelDocument } from '../../../shared/domain/printing/labelDocument.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { PrinterTarget } from '../../printers/kit/printerTransport.ts';
import { labelsPerSheet } from '../../printers/renderJob.ts';
import type { Account, Job, PrintJob, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { noteJournal } from '../booking/callOutside.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readDocument } from './document.ts';
import { blockOf, type DrawnJob, drawJob, openLabel, type ReadyLabel } from './prepareLabel.ts';
import { readHabits } from './printers/printerHabits.ts';

/** A label whose *sending* mark is on disk. */
export interface MarkedLabel {
  readonly label: ReadyLabel;
  readonly sending: PrintJob;
}

/**
 * The label after the one being sent, by printer: drawn meanwhile, and marked in the transaction that ends that one, so that a label costs
 * one commit. Everything that may refuse or delay a label is checked within that transaction; if anything does, or its printer must be
 * asked first, the label waits for its own turn.
 */
export interface NextLabel {
  /** Finds it, in the transaction that marks the one before it. */
  find(write: Repositories, current: ReadyLabel): Promise<void>;
  /** Draws it while the printer is receiving. */
  draw(current: ReadyLabel): void;
  /** Writes its mark, in the transaction that claims its job, and finds the one after it. null: it has its own turn. */
  mark(write: Repositories, job: Job): Promise<MarkedLabel | null>;
  /** That transaction is on disk; before this call nothing counts as marked. */
  isOnDisk(marked: MarkedLabel): void;
  /** The label of this job, once, if its mark is on disk. */
  begun(job: Job): MarkedLabel | null;
  /** Nothing of it was sent, nor will be: it waits again. */
  giveBack(write: Repositories, job: Job): Promise<void>;
}

interface SeenLabel {
  readonly job: Job;
  readonly printJob: PrintJob;
  readonly shipment: Shipment;
  /** Reports whose layout is printed. */
  readonly account: Account | undefined;
  readonly document: LabelDocument;
  readonly profile: ReadyLabel['profile'];
  readonly target: PrinterTarget;
  /** null: not drawn yet. */
  drawn: DrawnJob | null;
}

export function createNextLabel(workspace: Workspace): NextLabel {
  const seen = new Map<string, SeenLabel>();
  const marked = new Map<string, MarkedLabel>();
  const find = async (write: Repositories, current: ReadyLabel): Promise<void> => {
    const next = await findNext(workspace, write, current);
    if (next === null) seen.delete(current.job.lane);
    else seen.set(current.job.lane, next);
  };
  const begun = ({ id, fence }: Job): MarkedLabel | null => {
    const label = marked.get(id);
    marked.delete(id);
    return label?.label.job.fence === fence ? label : null;
  };
  return {
    find,
    draw({ job }) {
      const next = seen.get(job.lane);
      if (next === undefined) return;
      // Not awaited: what is not drawn when the label is printed is drawn in its own turn, as is what cannot be drawn.
      drawJob(workspace, next).then(
        (drawn) => {
          if (drawn.ok) next.drawn = drawn.value;
        },
        () => undefined,
      );
    },
    async mark(write, job) {
      const next = seen.get(job.lane);
      seen.delete(job.lane);
      const label = next?.job.id === job.id ? await markSeen(workspace, write, job, next) : null;
      if (label !== null) await find(write, label.label);
      return label;
    },
    isOnDisk(label) {
      marked.set(label.label.job.id, label);
    },
    begun,
    async giveBack(write, job) {
      const label = begun(job);
      if (label === null) return;
      const failed = await write.printJobs.move(label.sending, 'failed', { sentAt: null, scannedAt: null });
      if (failed !== undefined) await write.printJobs.move(failed, 'waiting');
    },
  };
}

/** For a single label. */
export const noNextLabel: NextLabel = {
  find: async () => undefined,
  draw: () => undefined,
  mark: async () => null,
  isOnDisk: () => undefined,
  begun: () => null,
  giveBack: async () => undefined,
};

/** Writes the marks together, except of a label that was claimed elsewhere meanwhile. */
export async function markSending(
  workspace: Workspace,
  write: Repositories,
  labels: readonly ReadyLabel[],
): Promise<MarkedLabel[]> {
  await noteJournal(workspace, write);
  const marked: MarkedLabel[] = [];
  for (const label of labels) {
    const sentAt = workspace.clock.now();
    const sending = await write.printJobs.move(label.printJob, 'sending', { sentAt, ...label.drawn.note });
    if (sending !== undefined) marked.push({ label, sending });
  }
  return marked;
}

/** null: none waits for this printer, or it is not drawn ahead: its printer is asked first, or several share one sheet. */
async function findNext(
  { workstation, clock }: Workspace,
  read: Repositories,
  { job, profile, printer: { target }, drawn: { note } }: ReadyLabel,
): Promise<SeenLabel | null> {
  // On a server another bench may write between finding and marking, and takes over this one's jobs when it is away.
  if (workstation.isShared || profile.answersStatus || labelsPerSheet(target, profile) > 1) return null;
  // A window draws the carrier's own labels, one at a time and not at once.
  if (note.drawnBy === 'carrier' || note.ownLayoutReason !== '') return null;
  const next = await read.jobs.nextOfLane(job.lane, 'print', clock.now());
  const printJob = next && (await read.printJobs.byId(next.subjectId));
  const shipment = printJob && (await read.shipments.byId(printJob.shipmentId));
  const document = printJob && readDocument(printJob.documentJson);
  if (next === undefined || !printJob || !shipment || !document) return null;
  const account = await read.accounts.inChargeOf(shipment.accountId);
  return { job: next, printJob, shipment, account, document, profile, target, drawn: null };
}

/** null: it has changed since it was drawn, it may not be sent now, or its printer must be asked. */
async function markSeen(
  workspace: Workspace,
  write: Repositories,
  job: Job,
  seen: SeenLabel,
): Promise<MarkedLabel | null> {
  const { document, drawn } = seen;
  const printJob = await write.printJobs.byId(job.subjectId);
  if (drawn === null || printJob?.state !== 'waiting') return null;
  if (
    printJob.documentJson !== seen.printJob.documentJson ||
    printJob.printerUri !== seen.printJob.printerUri
  )
    return null;
  const opened = await openLabel(workspace, write, printJob);
  if (!opened.ok) return null;
  const { shipment, profile, printer } = opened.value;
  if (shipment.version !== seen.shipment.version || !isDeepStrictEqual(profile, seen.profile)) return null;
  if (!isDeepStrictEqual(await write.accounts.inChargeOf(shipment.accountId), seen.account)) return null;
  if (profile.isPaused || (await blockOf(workspace, write, printJob, opened.value)) !== null) return null;
  if (workspace.journal.refusal() !== null) return null;
  const habits = await readHabits(write, printJob.printerUri);
  faultPoint('print.before-mark');
  const label: ReadyLabel = { job, printJob, shipment, document, profile, printer, habits, drawn };
  return (await markSending(workspace, write, [label]))[0] ?? null;
}
