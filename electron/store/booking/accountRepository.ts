import { type Kysely, sql } from 'kysely';
import { keptSql } from '../database/keptStatement.ts';
import { tableOf } from '../database/table.ts';
import type { Account, AccountLane, Schema } from '../schema.ts';

/** The account's name in a row joined with both tables; it keeps its name after it was removed. */
export const nameOfAccount = sql<string | null>`coalesce(accounts.name, removed_accounts.name)`.as(
  'accountName',
);

type AccountPatch = Partial<Omit<Account, 'id' | 'platform' | 'createdAt'>>;

export function createAccountRepository(db: Kysely<Schema>) {
  const accounts = tableOf(db, 'accounts');
  const removed = tableOf(db, 'removedAccounts');
  return {
    all: () => accounts.rows().orderBy('id').execute(),
    byId: (id: string) => accounts.row({ id }),
    byName: (name: string) => accounts.row({ name }),
    insert: accounts.insert,
    update: (id: string, patch: AccountPatch) => accounts.update({ id }, patch),
    remove: (id: string) => accounts.remove({ id }),

    /** The account that answers for this id: itself, or the one it was handed to; undefined: none does. */
    async inChargeOf(id: string): Promise<Account | undefined> {
      let asked: string | null = id;
      // Each step leads to an account that was there when the one before it was removed.
      while (asked !== null) {
        const account = await accounts.row({ id: asked });
        if (account !== undefined) return account;
        asked = (await removed.row({ id: asked }))?.handedTo ?? null;
      }
      return undefined;
    },

    /** Every id this account answers for: its own first. */
    async idsOf(id: string): Promise<readonly string[]> {
      const rows = await removed.rows().execute();
      const ids = [id];
      for (const known of ids)
        ids.push(...rows.filter(({ handedTo }) => handedTo === known).map((row) => row.id));
      return ids;
    },

    /** Names by id, of those that were removed too. */
    async names(): Promise<ReadonlyMap<string, string>> {
      const rows = [...(await removed.rows().execute()), ...(await accounts.rows().execute())];
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
  };
}

export function createRemovedAccountRepository(db: Kysely<Schema>) {
  const removed = tableOf(db, 'removedAccounts');
  return {
    all: () => removed.rows().orderBy('removedAt').execute(),
    byId: (id: string) => removed.row({ id }),
    insert: removed.insert,
    /** Removed accounts whose parcels nobody answers for. */
    unanswered: (platform: string) => removed.rows({ platform }).where('handedTo', 'is', null).execute(),
    handOver: (id: string, handedTo: string) => removed.update({ id }, { handedTo }),
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
  divertedTo: null,
  divertedAt: null,
};

export function createLaneRepository(db: Kysely<Schema>) {
  const lanes = tableOf(db, 'accountLanes');
  return {
    /** As it is, or as it is before anything was set. */
    of: async (accountId: string): Promise<AccountLane> =>
      (await lanes.row({ accountId })) ?? { accountId, ...plain },

    /** Which account takes the orders of which. */
    async diversions(): Promise<ReadonlyMap<string, string>> {
      const rows = await lanes.rows().where('divertedTo', 'is not', null).execute();
      return new Map(rows.map(({ accountId, divertedTo }) => [accountId, divertedTo ?? accountId]));
    },

    put: (accountId: string, patch: LanePatch) =>
      lanes.put({ accountId, ...plain, ...patch }, ['accountId'], patch),

    /** The account books again: nothing stops it. */
    async lift(accountId: string): Promise<void> {
      await keptSql(db)`update account_lanes set halt_code = '', halt_params_json = '{}', halted_at = null
        where account_id = ${accountId} and halt_code <> ''`;
    },

    /** The account is gone: nothing of it is kept, and who falls back on it falls back on its heir, or waits. */
    async forget(accountId: string, heirId: string | null): Promise<void> {
      await lanes.remove({ accountId });
      await lanes.update({ divertedTo: accountId }, { divertedTo: null, divertedAt: null });
      const waits = { fallback: 'wait', backupAccountId: null } as const;
      if (heirId !== null) {
        await lanes.update({ accountId: heirId, backupAccountId: accountId }, waits);
        await lanes.update({ backupAccountId: accountId }, { backupAccountId: heirId });
      } else await lanes.update({ backupAccountId: accountId }, waits);
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
