import type { Kysely } from 'kysely';
import type { Schema, StoredNoShipEntry, StoredReachAnswer } from '../schema.ts';

/** The merchant's own list of places it does not send to: a few hundred rows at most, read whole. */
export function createNoShipRepository(db: Kysely<Schema>) {
  return {
    all: (): Promise<StoredNoShipEntry[]> => db.selectFrom('noShip').selectAll().orderBy('id').execute(),
    /** False: the very same place stands there already. */
    async insert(row: StoredNoShipEntry): Promise<boolean> {
      const result = await db
        .insertInto('noShip')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    async remove(id: string): Promise<boolean> {
      const result = await db.deleteFrom('noShip').where('id', '=', id).executeTakeFirst();
      return result.numDeletedRows === 1n;
    },
  };
}

/** What platforms answered about reach, with when. */
export function createReachRepository(db: Kysely<Schema>) {
  return {
    ofPlace: (placeKey: string) =>
      db
        .selectFrom('reachAnswers')
        .leftJoin('accounts', 'accounts.id', 'reachAnswers.accountId')
        .selectAll('reachAnswers')
        .select('accounts.name as accountName')
        .where('placeKey', '=', placeKey)
        .orderBy('checkedAt', 'desc')
        .execute(),
    async put(row: StoredReachAnswer): Promise<void> {
      await db
        .insertInto('reachAnswers')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['placeKey', 'accountId', 'carrier'])
            .doUpdateSet({ answer: row.answer, checkedAt: row.checkedAt }),
        )
        .execute();
    },
    async prune(before: number): Promise<void> {
      await db.deleteFrom('reachAnswers').where('checkedAt', '<', before).execute();
    },
  };
}
