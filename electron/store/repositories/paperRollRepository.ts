import type { Kysely } from 'kysely';
import type { PaperRollsTable, Schema } from '../schema.ts';

export function createPaperRollRepository(db: Kysely<Schema>) {
  return {
    all: () => db.selectFrom('paper_rolls').selectAll().orderBy('printer_uri').execute(),
    /** One roll a printer: the new one takes the place of the old. */
    async put(row: PaperRollsTable): Promise<void> {
      const { labels, loaded_at } = row;
      await db
        .insertInto('paper_rolls')
        .values(row)
        .onConflict((conflict) => conflict.column('printer_uri').doUpdateSet({ labels, loaded_at }))
        .execute();
    },
  };
}
