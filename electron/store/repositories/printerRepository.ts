import type { Kysely } from 'kysely';
import type { PrintersTable, PrintRoutesTable, Schema } from '../schema.ts';

export function createPrinterRepository(db: Kysely<Schema>) {
  return {
    all: () => db.selectFrom('printers').selectAll().orderBy('created_at').orderBy('uri').execute(),
    byUri: (uri: string) => db.selectFrom('printers').selectAll().where('uri', '=', uri).executeTakeFirst(),
    /** A known address gets the new name and keeps its settings. */
    async put(row: PrintersTable): Promise<void> {
      await db
        .insertInto('printers')
        .values(row)
        .onConflict((conflict) => conflict.column('uri').doUpdateSet({ name: row.name }))
        .execute();
    },
    async setProfile(uri: string, profileJson: string): Promise<boolean> {
      const result = await db
        .updateTable('printers')
        .set({ profile_json: profileJson })
        .where('uri', '=', uri)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async remove(uri: string): Promise<void> {
      await db.deleteFrom('printers').where('uri', '=', uri).execute();
    },
    routes: () => db.selectFrom('print_routes').selectAll().orderBy('position').execute(),
    async replaceRoutes(routes: readonly PrintRoutesTable[]): Promise<void> {
      await db.deleteFrom('print_routes').execute();
      if (routes.length > 0)
        await db
          .insertInto('print_routes')
          .values([...routes])
          .execute();
    },
  };
}
