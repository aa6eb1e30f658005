import type { Kysely } from 'kysely';
import type { Printer, Schema, StoredPaperRoll, StoredPrintRoute } from '../schema.ts';

export function createPrinterRepository(db: Kysely<Schema>) {
  return {
    all: () => db.selectFrom('printers').selectAll().orderBy('createdAt').orderBy('uri').execute(),
    byUri: (uri: string) => db.selectFrom('printers').selectAll().where('uri', '=', uri).executeTakeFirst(),
    /** A known address gets the new name and keeps its settings. */
    async put(row: Printer): Promise<void> {
      await db
        .insertInto('printers')
        .values(row)
        .onConflict((conflict) => conflict.column('uri').doUpdateSet({ name: row.name }))
        .execute();
    },
    async setProfile(uri: string, profileJson: string): Promise<boolean> {
      const result = await db
        .updateTable('printers')
        .set({ profileJson })
        .where('uri', '=', uri)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async remove(uri: string): Promise<void> {
      await db.deleteFrom('printers').where('uri', '=', uri).execute();
    },
    routes: () => db.selectFrom('printRoutes').selectAll().orderBy('position').execute(),
    async replaceRoutes(routes: readonly StoredPrintRoute[]): Promise<void> {
      await db.deleteFrom('printRoutes').execute();
      if (routes.length > 0)
        await db
          .insertInto('printRoutes')
          .values([...routes])
          .execute();
    },
  };
}

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
