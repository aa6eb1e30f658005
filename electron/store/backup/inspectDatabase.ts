import Database from 'better-sqlite3';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { unlockDatabase } from '../database/openDatabase.ts';
import { refusalOf } from '../migrations/index.ts';
import { type Settings, settingOf } from '../workspace/settingRepository.ts';

interface DatabaseFacts {
  readonly orders: number;
  readonly shipments: number;
  /** Last migration the file has seen. */
  readonly schemaVersion: string;
}

/** Reads a database that is not in use and changes nothing: not even its journal mode. null: SQLite objects to the file. */
function withDatabase<T>(
  path: string,
  dataKey: Uint8Array,
  read: (database: Database.Database) => T,
): T | null {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    unlockDatabase(database, dataKey);
    return read(database);
  } catch (error) {
    // What is not SQLite's is a bug.
    if (!(error instanceof Database.SqliteError)) throw error;
    return null;
  } finally {
    database?.close();
  }
}

/** Reads every page. */
export function inspectDatabase(path: string, dataKey: Uint8Array): Outcome<DatabaseFacts> {
  const inspected = withDatabase(path, dataKey, (database): Outcome<DatabaseFacts> => {
    if (database.pragma('integrity_check(1)', { simple: true }) !== 'ok') return failure('BACKUP_DAMAGED');
    const marks = database
      .prepare('select name from kysely_migration order by name')
      .pluck()
      .all()
      .map(String);
    const refusal = refusalOf(marks);
    if (refusal !== null) return refusal;
    const count = (table: string) => Number(database.prepare(`select count(*) from ${table}`).pluck().get());
    return done({
      orders: count('orders'),
      shipments: count('shipments'),
      schemaVersion: marks.at(-1) ?? '',
    });
  });
  // Whatever SQLite objects to, this file is no workspace of ours.
  return inspected ?? failure('BACKUP_DAMAGED');
}

/** The sender of a database. null: not set, or the file cannot be read. */
export function readSender(path: string, dataKey: Uint8Array): Settings['sender'] {
  return withDatabase(path, dataKey, (database) => {
    const found = database.prepare("select value_json from settings where key = 'sender'").pluck().get();
    return settingOf('sender', typeof found === 'string' ? found : undefined);
  });
}
