import type { Kysely } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { AccountLane, Schema } from '../schema.ts';

export function createAccountRepository(db: Kysely<Schema>) {
  const accounts = tableOf(db, 'accounts');
  return {
    all: () => accounts.rows().orderBy('id').execute(),
    byId: (id: string) => accounts.row({ id }),
    byName: (name: string) => accounts.row({ name }),
    insert: accounts.insert,
    setFields: (id: string, sealedFields: string) => accounts.update({ id }, { sealedFields }),
    remove: (id: string) => accounts.remove({ id }),
  };
}

type LanePatch = Partial<Omit<AccountLane, 'accountId'>>;

/** An account nobody has said anything of. */
const plain: Omit<AccountLane, 'accountId'> = {
  fallback: 'wait',
  backupAccountId: null,
  raisedPerSecond: null,
  raisedUntil: null,
  haltCode: '',
  haltParamsJson: '{}',
  haltedAt: null,
  balanceTotal: null,
  balanceUnit: '',
  balanceAt: null,
};

export function createLaneRepository(db: Kysely<Schema>) {
  const lanes = tableOf(db, 'accountLanes');
  return {
    /** As it is, or as it is before anything was set. */
    of: async (accountId: string): Promise<AccountLane> =>
      (await lanes.row({ accountId })) ?? { accountId, ...plain },

    put: (accountId: string, patch: LanePatch) =>
      lanes.put({ accountId, ...plain, ...patch }, ['accountId'], patch),

    /** The account books again: nothing stops it. */
    async lift(accountId: string): Promise<void> {
      await db
        .updateTable('accountLanes')
        .set({ haltCode: '', haltParamsJson: '{}', haltedAt: null })
        .where('accountId', '=', accountId)
        .where('haltCode', '<>', '')
        .execute();
    },

    /** The account is gone: nothing of it is kept, and nobody falls back on it. */
    async forget(accountId: string): Promise<void> {
      await lanes.remove({ accountId });
      await lanes.update({ backupAccountId: accountId }, { fallback: 'wait', backupAccountId: null });
    },
  };
}

/** What each account's small-order test came to; a newer result replaces the older. */
export function createGoLiveRepository(db: Kysely<Schema>) {
  const steps = tableOf(db, 'goLiveSteps');
  return {
    ofAccount: (accountId: string) => steps.rows({ accountId }).execute(),
    put: (row: Schema['goLiveSteps']) => steps.put(row, ['accountId', 'step']),
    forget: (accountId: string) => steps.remove({ accountId }),
  };
}
