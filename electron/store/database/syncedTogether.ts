import { type Kysely, sql } from 'kysely';
import { isHeard } from '../door/isHeard.ts';
import type { Schema } from '../schema.ts';
import type { SqliteDatabase } from './openDatabase.ts';

/** Runs one of the transactions that are synced together; it has the connection to itself. */
type RunTransaction = <T>(work: (db: Kysely<Schema>) => Promise<T>) => Promise<T>;

/**
 * Transactions of one piece of work that wait for the disk together, when it ends: a wait of 10 ms and more for each is a tenth of an
 * import of 100,000 orders. Each is in the log at once, in its turn. The log is whole up to the last wait for the disk. So a power cut
 * takes at most the newest of these transactions, and none that another transaction has followed: the commit of a booking brings all
 * before it to the disk. Where events go out to a program, each waits: numbers of events that were told must not be given to others.
 */
export async function syncedTogether<T>(
  database: SqliteDatabase,
  db: Kysely<Schema>,
  work: (runTransaction: RunTransaction) => Promise<T>,
): Promise<T> {
  let isAnyOpen = false;
  const runTransaction: RunTransaction = (some) =>
    db.connection().execute(async (connection) => {
      if (await isHeard(connection)) return some(connection);
      isAnyOpen = true;
      // Set directly on the engine: in a prepared statement this setting would take effect only when it is prepared.
      database.pragma('synchronous=NORMAL');
      try {
        return await some(connection);
      } finally {
        database.pragma('synchronous=FULL');
      }
    });
  try {
    return await work(runTransaction);
  } finally {
    if (isAnyOpen) await waitForDisk(db);
  }
}

/**
 * A commit that rewrites the file's first page unchanged: the smallest possible. `user_version` is used nowhere; the program's version is
 * stored elsewhere.
 */
const waitForDisk = (db: Kysely<Schema>): Promise<unknown> => sql`pragma user_version=0`.execute(db);
