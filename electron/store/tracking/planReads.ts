import { type Kysely, type SqlBool, sql } from 'kysely';
import { type AskGroup, askGroups, type StopReason } from '../../../shared/domain/tracking.ts';
import { countRows, rowTotal, tableOf } from '../database/table.ts';
import type { Schema } from '../schema.ts';

const askedGroups = askGroups.filter((group) => group !== 'subscribed');
/** Set for parcels that are no longer asked about. */
const never = Number.MAX_SAFE_INTEGER;

/** Reads for the polling plan; each goes by account and group, which have an index with the due time. */
export function planReads(db: Kysely<Schema>) {
  const parcels = tableOf(db, 'tracking');
  return {
    /** Due parcels of one account and group: `newest` became due last. */
    dueOf: (accountId: string, askGroup: AskGroup, now: number, from: 'newest' | 'oldest', limit: number) =>
      parcels
        .rows({ accountId, askGroup })
        .where('nextDueAt', '<=', now)
        .orderBy('nextDueAt', from === 'newest' ? 'desc' : 'asc')
        .limit(limit)
        .execute(),

    hasDueBetween: async (after: number, before: number): Promise<boolean> =>
      (await parcels.rows().where('nextDueAt', '>', after).where('nextDueAt', '<', before).limit(1).execute())
        .length > 0,

    /** How many of this account are due by then, of one group. */
    dueCount: (accountId: string, askGroup: AskGroup, until: number): Promise<number> =>
      countRows(parcels.rows({ accountId, askGroup }).where('nextDueAt', '<=', until)),

    /** Parcels in transit for which the platform could be asked to push, and was not asked since. */
    toSubscribe: (accountId: string, triedBefore: number, limit: number) =>
      parcels
        .rows({ accountId })
        .where('askGroup', 'in', askedGroups)
        .where('nextDueAt', '<', never)
        .where('subscribeTriedAt', '<', triedBefore)
        .limit(limit)
        .execute(),

    /** Parcels in transit whose news the platform pushes. */
    subscribed: (accountId: string, limit: number) =>
      parcels
        .rows({ accountId, askGroup: 'subscribed' })
        .where('nextDueAt', '<', never)
        .limit(limit)
        .execute(),

    /** How many are no longer asked about, by reason; without those that have arrived. */
    stopCounts: () =>
      db
        .selectFrom('tracking')
        .select(['stopReason', rowTotal])
        .where(sql<SqlBool>`stop_reason <> ''`)
        .groupBy('stopReason')
        .execute(),

    stopped: (stopReason: StopReason, limit: number) =>
      parcels
        .rows({ stopReason })
        .where(sql<SqlBool>`stop_reason <> ''`)
        .orderBy('waybillNo')
        .limit(limit)
        .execute(),
  };
}
