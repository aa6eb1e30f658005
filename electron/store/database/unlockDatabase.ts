import type Database from 'better-sqlite3';

/** Gives a database its key. Order matters: the cipher before the key, the key before anything that reads. */
export function unlockDatabase(database: Database.Database, dataKey: Uint8Array): void {
  database.pragma("cipher='chacha20'");
  database.pragma(`key='raw:${Buffer.from(dataKey).toString('hex')}'`);
}
