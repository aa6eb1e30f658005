import type { Kysely } from 'kysely';
import type { Account, AccountLane, GoLiveResult, Schema } from '../schema.ts';

export function createAccountRepository(db: Kysely<Schema>) {
  return {
    all: () => db.selectFrom('accounts').selectAll().orderBy('id').execute(),
    byId: (id: string) => db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst(),
    byName: (name: string) =>
      db.selectFrom('accounts').selectAll().where('name', '=', name).executeTakeFirst(),
    async insert(row: Account): Promise<void> {
      await db.insertInto('accounts').values(row).execute();
    },
    async setFields(id: string, sealedFields: string): Promise<void> {
      await db.updateTable('accounts').set({ sealedFields }).where('id', '=', id).execute();
    },
    async remove(id: string): Promise<void> {
      await db.deleteFrom('accounts').where('id', '=', id).execute();
    },
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
  return {
    /** As it is, or as it is before anything was set. */
    async of(accountId: string): Promise<AccountLane> {
      const row = await db
        .selectFrom('accountLanes')
        .selectAll()
        .where('accountId', '=', accountId)
        .executeTakeFirst();
      return row ?? { accountId, ...plain };
    },

    async put(accountId: string, patch: LanePatch): Promise<void> {
      await db
        .insertInto('accountLanes')
        .values({ accountId, ...plain, ...patch })
        .onConflict((conflict) => conflict.column('accountId').doUpdateSet(patch))
        .execute();
    },

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
      await db.deleteFrom('accountLanes').where('accountId', '=', accountId).execute();
      await db
        .updateTable('accountLanes')
        .set({ fallback: 'wait', backupAccountId: null })
        .where('backupAccountId', '=', accountId)
        .execute();
    },
  };
}

/** What each account's small-order test came to; a newer result replaces the older. */
export function createGoLiveRepository(db: Kysely<Schema>) {
  return {
    ofAccount: (accountId: string) =>
      db.selectFrom('goLiveSteps').selectAll().where('accountId', '=', accountId).execute(),

    async put(row: GoLiveResult): Promise<void> {
      await db
        .insertInto('goLiveSteps')
        .values(row)
        .onConflict((conflict) => conflict.columns(['accountId', 'step']).doUpdateSet(row))
        .execute();
    },

    async forget(accountId: string): Promise<void> {
      await db.deleteFrom('goLiveSteps').where('accountId', '=', accountId).execute();
    },
  };
}
