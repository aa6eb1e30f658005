import type { Kysely } from 'kysely';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Import, Schema, WatchedFile } from '../schema.ts';

export function createImportRepository(db: Kysely<Schema>) {
  return {
    async insert(row: Import): Promise<void> {
      await db.insertInto('imports').values(row).execute();
    },
    byId: (id: string) => db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst(),
    /** false: it is undone already. */
    async markUndone(id: string, at: number): Promise<boolean> {
      const result = await db
        .updateTable('imports')
        .set({ undoneAt: at })
        .where('id', '=', id)
        .where('undoneAt', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    window: ({ offset, limit }: WindowRequest) =>
      db.selectFrom('imports').selectAll().orderBy('id', 'desc').limit(limit).offset(offset).execute(),
    async count(): Promise<number> {
      const row = await db
        .selectFrom('imports')
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return row.total;
    },
  };
}

/** Files of the watched folder by their content: the same content is never taken in twice. */
export function createWatchedFileRepository(db: Kysely<Schema>) {
  return {
    byHash: (contentHash: string) =>
      db.selectFrom('watchedFiles').selectAll().where('contentHash', '=', contentHash).executeTakeFirst(),
    async put(row: WatchedFile): Promise<void> {
      await db
        .insertInto('watchedFiles')
        .values(row)
        .onConflict((conflict) => conflict.column('contentHash').doUpdateSet(row))
        .execute();
    },
    window: ({ offset, limit }: WindowRequest) =>
      db.selectFrom('watchedFiles').selectAll().orderBy('at', 'desc').limit(limit).offset(offset).execute(),
    /** A person has looked at every one that failed. */
    async markSeen(): Promise<void> {
      await db.updateTable('watchedFiles').set({ state: 'seen' }).where('state', '=', 'failed').execute();
    },
    async count(state: WatchedFile['state']): Promise<number> {
      const row = await db
        .selectFrom('watchedFiles')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('state', '=', state)
        .executeTakeFirstOrThrow();
      return row.total;
    },
  };
}
