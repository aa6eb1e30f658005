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

/** Reads a database that is not in use, every page of it, and changes nothing: not even its journal mode. */
export function inspectDatabase(path: string, dataKey: Uint8Array): Outcome<DatabaseFacts> {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    unlockDatabase(database, dataKey);
    if (database.pragma('integrity_check(1)', { simple: true }) !== 'ok') return failure('BACKUP_DAMAGED');
    const names = database.prepare('select name from kysely_migration order by name').pluck().all();
    const marks = names.map(String);
    const refusal = refusalOf(marks);
    if (refusal !== null) return refusal;
    const count = (table: string) =>
      Number(database?.prepare(`select count(*) from ${table}`).pluck().get() ?? 0);
    return done({
      orders: count('orders'),
      shipments: count('shipments'),
      schemaVersion: marks.at(-1) ?? '',
    });
  } catch (error) {
    // Whatever SQLite objects to, this file is no workspace of ours; what is not SQLite's is a bug.
    if (!(error instanceof Database.SqliteError)) throw error;
    return failure('BACKUP_DAMAGED');
  } finally {
    database?.close();
  }
}

/** The sender of a database that is not in use and stays as it is. null: not set, or the file cannot be read. */
export function readSender(path: string, dataKey: Uint8Array): Settings['sender'] {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    unlockDatabase(database, dataKey);
    const found = database.prepare("select value_json from settings where key = 'sender'").pluck().get();
    return settingOf('sender', typeof found === 'string' ? found : undefined);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return null;
  } finally {
    database?.close();
  }
}
