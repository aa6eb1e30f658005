import type { Kysely } from 'kysely';
import type { AccountLanesTable, Schema } from '../schema.ts';

export type LanePatch = Partial<Omit<AccountLanesTable, 'account_id'>>;

/** An account nobody has said anything of. */
const plain: Omit<AccountLanesTable, 'account_id'> = {
  fallback: 'wait',
  backup_account_id: null,
  raised_per_second: null,
  raised_until: null,
  halt_code: '',
  halt_params_json: '{}',
  halted_at: null,
  balance_total: null,
  balance_unit: '',
  balance_at: null,
};

export function createLaneRepository(db: Kysely<Schema>) {
  return {
    /** As it is, or as it is before anything was set. */
    async of(accountId: string): Promise<AccountLanesTable> {
      const row = await db
        .selectFrom('account_lanes')
        .selectAll()
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return row ?? { account_id: accountId, ...plain };
    },

    async put(accountId: string, patch: LanePatch): Promise<void> {
      await db
        .insertInto('account_lanes')
        .values({ account_id: accountId, ...plain, ...patch })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet(patch))
        .execute();
    },

    /** The account books again: nothing stops it. */
    async lift(accountId: string): Promise<void> {
      await db
        .updateTable('account_lanes')
        .set({ halt_code: '', halt_params_json: '{}', halted_at: null })
        .where('account_id', '=', accountId)
        .where('halt_code', '<>', '')
        .execute();
    },

    /** The account is gone: nothing of it is kept, and nobody falls back on it. */
    async forget(accountId: string): Promise<void> {
      await db.deleteFrom('account_lanes').where('account_id', '=', accountId).execute();
      await db
        .updateTable('account_lanes')
        .set({ fallback: 'wait', backup_account_id: null })
        .where('backup_account_id', '=', accountId)
        .execute();
    },
  };
}
