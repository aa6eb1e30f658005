import type { Kysely } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Schema, WatchedFile } from '../schema.ts';

export function createImportRepository(db: Kysely<Schema>) {
  const imports = tableOf(db, 'imports');
  return {
    insert: imports.insert,
    byId: (id: string) => imports.row({ id }),
    /** false: it has already been undone. */
    markUndone: (id: string, at: number) => imports.update({ id, undoneAt: null }, { undoneAt: at }),
    window: ({ offset, limit }: WindowRequest) =>
      imports.rows().orderBy('id', 'desc').limit(limit).offset(offset).execute(),
    count: () => imports.count(),
  };
}

/** Files of the watched folder by content: the same content is never imported twice. */
export function createWatchedFileRepository(db: Kysely<Schema>) {
  const files = tableOf(db, 'watchedFiles');
  return {
    byHash: (contentHash: string) => files.row({ contentHash }),
    put: (row: WatchedFile) => files.put(row, ['contentHash']),
    window: ({ offset, limit }: WindowRequest) =>
      files.rows().orderBy('at', 'desc').limit(limit).offset(offset).execute(),
    /** A person has seen every failed one. */
    markSeen: () => files.update({ state: 'failed' }, { state: 'seen' }),
    count: (state: WatchedFile['state']) => files.count({ state }),
  };
}
