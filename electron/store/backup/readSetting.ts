import Database from 'better-sqlite3';
import { unlockDatabase } from '../database/unlockDatabase.ts';

/** One setting, as JSON, of a database that is not in use and stays as it is. null: not set, or the file cannot be read. */
export function readSetting(path: string, dataKey: Uint8Array, key: string): string | null {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    unlockDatabase(database, dataKey);
    const found = database.prepare('select value_json from settings where key = ?').pluck().get(key);
    return typeof found === 'string' ? found : null;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return null;
  } finally {
    database?.close();
  }
}
