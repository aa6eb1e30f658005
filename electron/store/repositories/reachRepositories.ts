import type { Kysely } from 'kysely';
import type { NoShipTable, ReachAnswersTable, Schema } from '../schema.ts';

/** The merchant's own list of places it does not send to: a few hundred rows at most, read whole. */
export function createNoShipRepository(db: Kysely<Schema>) {
  return {
    all: (): Promise<NoShipTable[]> => db.selectFrom('no_ship').selectAll().orderBy('id').execute(),
    /** False: the very same place stands there already. */
    async insert(row: NoShipTable): Promise<boolean> {
      const result = await db
        .insertInto('no_ship')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    async remove(id: string): Promise<boolean> {
      const result = await db.deleteFrom('no_ship').where('id', '=', id).executeTakeFirst();
      return result.numDeletedRows === 1n;
    },
  };
}

/** What platforms answered about reach, with when. */
export function createReachRepository(db: Kysely<Schema>) {
  return {
    ofPlace: (placeKey: string) =>
      db
        .selectFrom('reach_answers')
        .leftJoin('accounts', 'accounts.id', 'reach_answers.account_id')
        .selectAll('reach_answers')
        .select('accounts.name as account_name')
        .where('place_key', '=', placeKey)
        .orderBy('checked_at', 'desc')
        .execute(),
    async put(row: ReachAnswersTable): Promise<void> {
      await db
        .insertInto('reach_answers')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['place_key', 'account_id', 'carrier'])
            .doUpdateSet({ answer: row.answer, checked_at: row.checked_at }),
        )
        .execute();
    },
    async prune(before: number): Promise<void> {
      await db.deleteFrom('reach_answers').where('checked_at', '<', before).execute();
    },
  };
}
