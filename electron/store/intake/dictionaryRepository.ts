import type { Kysely } from 'kysely';
import type { OwnSpelling, Schema, StatusAnswer, StoredColumnMemory } from '../schema.ts';

/** What the workspace taught the import. Small tables, read whole. */
export function createDictionaryRepository(db: Kysely<Schema>) {
  return {
    spellings: () => db.selectFrom('ownSpellings').selectAll().orderBy('createdAt').execute(),
    async putSpelling(row: OwnSpelling): Promise<void> {
      const { spellingKey: _key, ...rest } = row;
      await db
        .insertInto('ownSpellings')
        .values(row)
        .onConflict((conflict) => conflict.column('spellingKey').doUpdateSet(rest))
        .execute();
    },
    async removeSpelling(key: string): Promise<boolean> {
      const result = await db.deleteFrom('ownSpellings').where('spellingKey', '=', key).executeTakeFirst();
      return result.numDeletedRows === 1n;
    },

    statusAnswers: () =>
      db.selectFrom('statusAnswers').selectAll().orderBy('profile').orderBy('word').execute(),
    async putStatusAnswer(row: StatusAnswer): Promise<void> {
      await db
        .insertInto('statusAnswers')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['profile', 'word'])
            .doUpdateSet({ verdict: row.verdict, createdAt: row.createdAt }),
        )
        .execute();
    },
    async removeStatusAnswer(profile: string, word: string): Promise<boolean> {
      const result = await db
        .deleteFrom('statusAnswers')
        .where('profile', '=', profile)
        .where('word', '=', word)
        .executeTakeFirst();
      return result.numDeletedRows === 1n;
    },

    columnMemories: () => db.selectFrom('columnMemories').selectAll().orderBy('usedAt', 'desc').execute(),
    async putColumnMemory(row: StoredColumnMemory): Promise<void> {
      const { headerKey: _key, ...rest } = row;
      await db
        .insertInto('columnMemories')
        .values(row)
        .onConflict((conflict) => conflict.column('headerKey').doUpdateSet(rest))
        .execute();
    },
    async removeColumnMemory(key: string): Promise<boolean> {
      const result = await db.deleteFrom('columnMemories').where('headerKey', '=', key).executeTakeFirst();
      return result.numDeletedRows === 1n;
    },
  };
}
