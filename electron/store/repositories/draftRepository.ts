import type { Kysely } from 'kysely';
import type { DraftsTable, Schema } from '../schema.ts';

/** What was typed and not saved: outlives the page and the process, encrypted like all else. */
export function createDraftRepository(db: Kysely<Schema>) {
  return {
    byName: (name: string) => db.selectFrom('drafts').selectAll().where('name', '=', name).executeTakeFirst(),
    async put(row: DraftsTable): Promise<void> {
      await db
        .insertInto('drafts')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet({ value_json: row.value_json, at: row.at }),
        )
        .execute();
    },
    async removeBefore(at: number): Promise<void> {
      await db.deleteFrom('drafts').where('at', '<', at).execute();
    },
    async remove(name: string): Promise<void> {
      await db.deleteFrom('drafts').where('name', '=', name).execute();
    },
  };
}
