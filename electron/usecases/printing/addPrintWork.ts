import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Gives a waiting label to the print worker, inside the caller's transaction. */
export async function addPrintWork(
  { nextId, clock }: Pick<Workspace, 'nextId' | 'clock'>,
  write: Repositories,
  printJobId: string,
  printerUri: string,
): Promise<void> {
  const now = clock.now();
  await write.jobs.insert({
    id: nextId(),
    kind: 'print',
    subjectId: printJobId,
    lane: printerUri,
    state: 'waiting',
    runAt: now,
    attempts: 0,
    leaseUntil: null,
    createdAt: now,
  });
}
