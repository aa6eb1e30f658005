import type { Kysely } from 'kysely';
import { listed, tableOf } from '../database/table.ts';
import type { GoodsPicture, Schema } from '../schema.ts';

/** Pictures of goods by their links: a cache that forgets what was not looked at for longest. */
export function createPictureRepository(db: Kysely<Schema>) {
  const pictures = tableOf(db, 'goodsPictures');
  return {
    ofLinks: (links: readonly string[]) => pictures.rows().where('link', 'in', listed(links)).execute(),
    put: (row: GoodsPicture) => pictures.put(row, ['link']),
    async touch(links: readonly string[], usedAt: number): Promise<void> {
      await db.updateTable('goodsPictures').set({ usedAt }).where('link', 'in', listed(links)).execute();
    },
    /** Keeps so many of those used last. */
    async keep(count: number): Promise<void> {
      await db
        .deleteFrom('goodsPictures')
        .where('link', 'in', (old) =>
          old
            .selectFrom('goodsPictures')
            .select('link')
            .orderBy('usedAt', 'desc')
            .limit(Number.MAX_SAFE_INTEGER)
            .offset(count),
        )
        .execute();
    },
  };
}
