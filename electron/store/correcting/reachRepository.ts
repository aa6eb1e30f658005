import type { Kysely } from 'kysely';
import { nameOfAccount } from '../booking/accountRepository.ts';
import { tableOf } from '../database/table.ts';
import type { Schema, StoredReachAnswer } from '../schema.ts';

/** The merchant's own list of places it does not send to: a few hundred rows at most, read whole. */
export function createNoShipRepository(db: Kysely<Schema>) {
  const entries = tableOf(db, 'noShip');
  return {
    all: () => entries.rows().orderBy('id').execute(),
    /** False: the very same place stands there already. */
    insert: entries.insertIfNew,
    remove: (id: string) => entries.remove({ id }),
  };
}

/** What platforms answered about reach, with when. */
export function createReachRepository(db: Kysely<Schema>) {
  return {
    ofPlace: (placeKey: string) =>
      db
        .selectFrom('reachAnswers')
        .leftJoin('accounts', 'accounts.id', 'reachAnswers.accountId')
        .leftJoin('removedAccounts', 'removedAccounts.id', 'reachAnswers.accountId')
        .selectAll('reachAnswers')
        .select(nameOfAccount)
        .where('placeKey', '=', placeKey)
        .orderBy('checkedAt', 'desc')
        .execute(),
    put: (row: StoredReachAnswer) =>
      tableOf(db, 'reachAnswers').put(row, ['placeKey', 'accountId', 'carrier']),
    async prune(before: number): Promise<void> {
      await db.deleteFrom('reachAnswers').where('checkedAt', '<', before).execute();
    },
  };
}
