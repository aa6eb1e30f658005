import type { Kysely } from 'kysely';
import type { GoLiveResult, Schema } from '../schema.ts';

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
