import type { Kysely } from 'kysely';
import type { TemplateSize } from '../../../shared/domain/labelTemplate.ts';
import type { Schema, StoredLabelTrial } from '../schema.ts';

/** Templates on trial; an ended one is kept with what was decided. */
export function createLabelTrialRepository(db: Kysely<Schema>) {
  return {
    byId: (id: string) => db.selectFrom('labelTrials').selectAll().where('id', '=', id).executeTakeFirst(),
    openOf: (size: TemplateSize) =>
      db
        .selectFrom('labelTrials')
        .selectAll()
        .where('size', '=', size)
        .where('endedAt', 'is', null)
        .executeTakeFirst(),
    open: () =>
      db
        .selectFrom('labelTrials')
        .selectAll()
        .where('endedAt', 'is', null)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    /** The last that ended first. */
    ended: (limit: number) =>
      db
        .selectFrom('labelTrials')
        .selectAll()
        .where('endedAt', 'is not', null)
        .orderBy('endedAt', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute(),
    async insert(row: StoredLabelTrial): Promise<void> {
      await db.insertInto('labelTrials').values(row).execute();
    },
    /** false: somebody changed it meanwhile, or it has ended. */
    async change(
      seen: { readonly id: string; readonly version: number },
      patch: Partial<Pick<StoredLabelTrial, 'percent' | 'endedAt' | 'kept'>>,
    ): Promise<boolean> {
      const result = await db
        .updateTable('labelTrials')
        .set({ ...patch, version: seen.version + 1 })
        .where('id', '=', seen.id)
        .where('version', '=', seen.version)
        .where('endedAt', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}
