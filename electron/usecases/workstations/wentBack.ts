import type { Store } from '../../store/store.ts';
import { reconcileJournal } from '../booking/afterRestore/reconcileJournal.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { withParts } from '../workspace/workspace.ts';

/**
 * The book of an open bench lacks what the bench has written: before it books or prints anything, its journal resolves what may have left
 * since, as at an opening. Announcements use numbers that were used before: everything counts as changed. null: it is just being opened,
 * and its journal is still to be read.
 */
export async function rereadJournal(workspace: Workspace | null, write: Store['write']): Promise<void> {
  if (workspace === null) return;
  const { store, lease, notices } = workspace;
  // Otherwise others would take over its work at once: a lease renewed since is missing as well.
  await write((repositories) => lease.take(repositories));
  await reconcileJournal(withParts(workspace, { store: { ...store, write } }));
  notices?.beginAnew();
}
