import type { Kysely } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { Push, PushRelay, Schema } from '../schema.ts';

export function createPushRepository(db: Kysely<Schema>) {
  const pushes = tableOf(db, 'pushes');
  const relays = tableOf(db, 'pushRelays');
  return {
    /** A message with a known id was already processed. */
    insert: (row: Push) => pushes.insertIfNew(row),
    byId: (id: string) => pushes.row({ id }),
    /** Newest first. */
    last: (limit: number) => pushes.rows().orderBy('at', 'desc').limit(limit).execute(),
    lastOf: (accountId: string) =>
      pushes.rows({ accountId }).orderBy('at', 'desc').limit(1).executeTakeFirst(),
    async removeBefore(at: number): Promise<void> {
      await db.deleteFrom('pushes').where('at', '<', at).execute();
    },

    relays: () => relays.rows().orderBy('accountId').execute(),
    relayOf: (accountId: string) => relays.row({ accountId }),
    putRelay: (row: PushRelay) => relays.put(row, ['accountId']),
    updateRelay: (accountId: string, changes: Partial<PushRelay>) => relays.update({ accountId }, changes),
    removeRelay: (accountId: string) => relays.remove({ accountId }),
  };
}
