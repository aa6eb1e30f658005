import type { Kysely } from 'kysely';
import type { Schema, WatchedFilesTable, WriteBacksTable } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';

/** Ids asked for with one statement. */
const idChunk = 500;

/** Which numbers were given back to a platform already. */
export function createWriteBackRepository(db: Kysely<Schema>) {
  return {
    async ofOrigins(originIds: readonly string[]): Promise<WriteBacksTable[]> {
      const found: WriteBacksTable[] = [];
      for (let start = 0; start < originIds.length; start += idChunk) {
        const ids = originIds.slice(start, start + idChunk);
        found.push(
          ...(await db.selectFrom('write_backs').selectAll().where('origin_id', 'in', ids).execute()),
        );
      }
      return found;
    },
    /** The last file it was written to counts. */
    async put(row: WriteBacksTable): Promise<void> {
      await db
        .insertInto('write_backs')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['origin_id', 'waybill_no'])
            .doUpdateSet({ template: row.template, file_name: row.file_name, at: row.at }),
        )
        .execute();
    },
  };
}

/** Files of the watched folder by their content: the same content is never taken in twice. */
export function createWatchedFileRepository(db: Kysely<Schema>) {
  return {
    byHash: (contentHash: string) =>
      db.selectFrom('watched_files').selectAll().where('content_hash', '=', contentHash).executeTakeFirst(),
    async put(row: WatchedFilesTable): Promise<void> {
      await db
        .insertInto('watched_files')
        .values(row)
        .onConflict((conflict) => conflict.column('content_hash').doUpdateSet(row))
        .execute();
    },
    window: ({ offset, limit }: WindowRequest) =>
      db.selectFrom('watched_files').selectAll().orderBy('at', 'desc').limit(limit).offset(offset).execute(),
    /** A person has looked at every one that failed. */
    async markSeen(): Promise<void> {
      await db.updateTable('watched_files').set({ state: 'seen' }).where('state', '=', 'failed').execute();
    },
    async count(state: WatchedFilesTable['state']): Promise<number> {
      const row = await db
        .selectFrom('watched_files')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('state', '=', state)
        .executeTakeFirstOrThrow();
      return row.total;
    },
  };
}
