import type { Kysely } from 'kysely';
import type { GoLiveStepsTable, Schema } from '../schema.ts';

/** What each account's small-order test came to; a newer result replaces the older. */
export function createGoLiveRepository(db: Kysely<Schema>) {
  return {
    ofAccount: (accountId: string) =>
      db.selectFrom('go_live_steps').selectAll().where('account_id', '=', accountId).execute(),

    async put(row: GoLiveStepsTable): Promise<void> {
      await db
        .insertInto('go_live_steps')
        .values(row)
        .onConflict((conflict) => conflict.columns(['account_id', 'step']).doUpdateSet(row))
        .execute();
    },

    async forget(accountId: string): Promise<void> {
      await db.deleteFrom('go_live_steps').where('account_id', '=', accountId).execute();
    },
  };
}
