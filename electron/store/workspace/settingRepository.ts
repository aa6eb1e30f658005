import type { Kysely } from 'kysely';
import type { Draft, Schema } from '../schema.ts';

export function createSettingRepository(db: Kysely<Schema>) {
  return {
    all: () => db.selectFrom('settings').selectAll().execute(),
    async put(key: string, valueJson: string): Promise<void> {
      await db
        .insertInto('settings')
        .values({ key, valueJson })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ valueJson }))
        .execute();
    },
  };
}

/** What was typed and not saved: outlives the page and the process, encrypted like all else. */
export function createDraftRepository(db: Kysely<Schema>) {
  return {
    byName: (name: string) => db.selectFrom('drafts').selectAll().where('name', '=', name).executeTakeFirst(),
    async put(row: Draft): Promise<void> {
      await db
        .insertInto('drafts')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet({ valueJson: row.valueJson, at: row.at }),
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
