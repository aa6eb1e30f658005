import type { Kysely } from 'kysely';
import type { Schema, WatchedFile, WriteBack } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';

/** Ids asked for with one statement. */
const idChunk = 500;

/** Which numbers were given back to a platform already. */
export function createWriteBackRepository(db: Kysely<Schema>) {
  return {
    async ofOrigins(originIds: readonly string[]): Promise<WriteBack[]> {
      const found: WriteBack[] = [];
      for (let start = 0; start < originIds.length; start += idChunk) {
        const ids = originIds.slice(start, start + idChunk);
        found.push(...(await db.selectFrom('writeBacks').selectAll().where('originId', 'in', ids).execute()));
      }
      return found;
    },
    /** The last file it was written to counts. */
    async put(row: WriteBack): Promise<void> {
      await db
        .insertInto('writeBacks')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['originId', 'waybillNo'])
            .doUpdateSet({ template: row.template, fileName: row.fileName, at: row.at }),
        )
        .execute();
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
