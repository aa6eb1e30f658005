import type { Store } from '../../store/store.ts';
import { reconcileJournal } from '../booking/afterRestore/reconcileJournal.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { withParts } from '../workspace/workspace.ts';

/**
 * The book of an open bench lacks what the bench has written: whatever may have left since is put right by its journal, as an opening
 * does, before it books or prints anything. What others change is announced by numbers that were given before: all of it counts as changed.
 * null: it is just being opened, and its journal is still to be read.
 */
export async function rereadJournal(workspace: Workspace | null, write: Store['write']): Promise<void> {
  if (workspace === null) return;
  const { store, lease, notices } = workspace;
  // Others would take over at once what is on its way: a lease that was renewed since is missing as well.
  await write((repositories) => lease.take(repositories));
  await reconcileJournal(withParts(workspace, { store: { ...store, write } }));
  notices?.beginAnew();
}
