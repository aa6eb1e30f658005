import type { Kysely } from 'kysely';
import type { TemplateSize } from '../../../shared/domain/labelTemplate.ts';
import type { LabelTrialsTable, Schema } from '../schema.ts';

/** Templates on trial; an ended one is kept with what was decided. */
export function createLabelTrialRepository(db: Kysely<Schema>) {
  return {
    byId: (id: string) => db.selectFrom('label_trials').selectAll().where('id', '=', id).executeTakeFirst(),
    openOf: (size: TemplateSize) =>
      db
        .selectFrom('label_trials')
        .selectAll()
        .where('size', '=', size)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),
    open: () =>
      db
        .selectFrom('label_trials')
        .selectAll()
        .where('ended_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    /** The last that ended first. */
    ended: (limit: number) =>
      db
        .selectFrom('label_trials')
        .selectAll()
        .where('ended_at', 'is not', null)
        .orderBy('ended_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute(),
    async insert(row: LabelTrialsTable): Promise<void> {
      await db.insertInto('label_trials').values(row).execute();
    },
    /** false: somebody changed it meanwhile, or it has ended. */
    async change(
      seen: { readonly id: string; readonly version: number },
      patch: Partial<Pick<LabelTrialsTable, 'percent' | 'ended_at' | 'kept'>>,
    ): Promise<boolean> {
      const result = await db
        .updateTable('label_trials')
        .set({ ...patch, version: seen.version + 1 })
        .where('id', '=', seen.id)
        .where('version', '=', seen.version)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}
