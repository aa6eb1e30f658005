import type { Kysely } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { Schema } from '../schema.ts';

/** Which account took over from which, on whose word; only ever added to. */
export function createLaneEventRepository(db: Kysely<Schema>) {
  const events = tableOf(db, 'laneEvents');
  return {
    add: events.insert,
    /** Events of one account, the newest first. */
    ofAccount: (fromAccountId: string, limit: number) =>
      events.rows({ fromAccountId }).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute(),
  };
}
