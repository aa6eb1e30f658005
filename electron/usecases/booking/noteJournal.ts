import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

export const journalMarkKey = 'journalMark';

/**
 * Writes into the database how far the journal of outside calls stood: all that came before is in this database too.
 * Goes into the transaction that makes a call durable, so that a restored backup knows what it has missed.
 */
export async function noteJournal({ journal }: Workspace, write: Repositories): Promise<true> {
  await write.settings.put(journalMarkKey, JSON.stringify(journal.mark()));
  return true;
}
