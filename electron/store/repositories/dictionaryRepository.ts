import type { Kysely } from 'kysely';
import type { ColumnMemoriesTable, OwnSpellingsTable, Schema, StatusAnswersTable } from '../schema.ts';

/** What the workspace taught the import. Small tables, read whole. */
export function createDictionaryRepository(db: Kysely<Schema>) {
  return {
    spellings: () => db.selectFrom('own_spellings').selectAll().orderBy('created_at').execute(),
    async putSpelling(row: OwnSpellingsTable): Promise<void> {
      const { spelling_key: _key, ...rest } = row;
      await db
        .insertInto('own_spellings')
        .values(row)
        .onConflict((conflict) => conflict.column('spelling_key').doUpdateSet(rest))
        .execute();
    },
    async removeSpelling(key: string): Promise<boolean> {
      const result = await db.deleteFrom('own_spellings').where('spelling_key', '=', key).executeTakeFirst();
      return result.numDeletedRows === 1n;
    },

    statusAnswers: () =>
      db.selectFrom('status_answers').selectAll().orderBy('profile').orderBy('word').execute(),
    async putStatusAnswer(row: StatusAnswersTable): Promise<void> {
      await db
        .insertInto('status_answers')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['profile', 'word'])
            .doUpdateSet({ verdict: row.verdict, created_at: row.created_at }),
        )
        .execute();
    },
    async removeStatusAnswer(profile: string, word: string): Promise<boolean> {
      const result = await db
        .deleteFrom('status_answers')
        .where('profile', '=', profile)
        .where('word', '=', word)
        .executeTakeFirst();
      return result.numDeletedRows === 1n;
    },

    columnMemories: () => db.selectFrom('column_memories').selectAll().orderBy('used_at', 'desc').execute(),
    async putColumnMemory(row: ColumnMemoriesTable): Promise<void> {
      const { header_key: _key, ...rest } = row;
      await db
        .insertInto('column_memories')
        .values(row)
        .onConflict((conflict) => conflict.column('header_key').doUpdateSet(rest))
        .execute();
    },
    async removeColumnMemory(key: string): Promise<boolean> {
      const result = await db.deleteFrom('column_memories').where('header_key', '=', key).executeTakeFirst();
      return result.numDeletedRows === 1n;
    },
  };
}
