import type { Kysely } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { Draft, Schema } from '../schema.ts';

/** What was typed and not saved: outlives the page and the process, encrypted like all else. */
export function createDraftRepository(db: Kysely<Schema>) {
  const drafts = tableOf(db, 'drafts');
  return {
    byName: (name: string) => drafts.row({ name }),
    put: (row: Draft) => drafts.put(row, ['name']),
    async removeBefore(at: number): Promise<void> {
      await db.deleteFrom('drafts').where('at', '<', at).execute();
    },
    remove: (name: string) => drafts.remove({ name }),
  };
}
