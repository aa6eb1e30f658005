import type { Kysely } from 'kysely';
import type { Schema, StoredPaperRoll } from '../schema.ts';

export function createPaperRollRepository(db: Kysely<Schema>) {
  return {
    all: () => db.selectFrom('paperRolls').selectAll().orderBy('printerUri').execute(),
    /** One roll a printer: the new one takes the place of the old. */
    async put(row: StoredPaperRoll): Promise<void> {
      const { labels, loadedAt } = row;
      await db
        .insertInto('paperRolls')
        .values(row)
        .onConflict((conflict) => conflict.column('printerUri').doUpdateSet({ labels, loadedAt }))
        .execute();
    },
  };
}
