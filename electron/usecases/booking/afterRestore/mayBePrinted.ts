import { afterBackup, type PrintJobState } from '../../../../shared/domain/printing/printJob.ts';
import type { PrintJob } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';

const toComeStates: readonly PrintJobState[] = ['waiting', 'rendering', 'failed', 'held'];

/**
 * Why such a label asks: a database that was put back knows less than the journal; at benches that share a book, and at one that goes on
 * without it, it was the network.
 */
export const whyInDoubt = ({ workstation, isApart }: Pick<Workspace, 'workstation' | 'isApart'>) =>
  workstation.isShared || isApart === true ? 'PRINTER_INTERRUPTED' : afterBackup;

/** A label this database thinks is still to come. `isSure`: its printer had all of it. */
export async function mayBePrinted(
  workspace: Workspace,
  write: Repositories,
  printJob: PrintJob,
  isSure = false,
): Promise<void> {
  const { state } = printJob;
  if (!toComeStates.includes(state) && !(isSure && state === 'sending')) return;
  const now = workspace.clock.now();
  let seen = printJob;
  for (const step of ['waiting', 'rendering', 'sending', isSure ? 'accepted' : 'unsure'] as const) {
    if (seen.state === step) continue;
    // It may have been drawn otherwise before, when nothing left.
    const patch = step === 'sending' ? { sentAt: now, drawnBy: '' as const } : {};
    const end = step === 'unsure' ? { errorCode: whyInDoubt(workspace) } : {};
    const sure = step === 'accepted' ? { errorCode: '' as const, settledAt: now } : {};
    seen = (await write.printJobs.move(seen, step, { ...patch, ...end, ...sure })) ?? seen;
  }
  const job = await write.jobs.ofSubject(printJob.id);
  if (job !== undefined) await write.jobs.settle(job);
  workspace.changed('printJobs');
}
