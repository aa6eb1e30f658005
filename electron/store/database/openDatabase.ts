import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { systemCodeOf } from '../../platform/expectedFailure.ts';
import { databasePath } from '../../platform/windows/fileNames.ts';

export type SqliteDatabase = Database.Database;

/** 16 MB of log before a writer copies it into the file: many rows at once rewrite the same index pages again and again. */
export const logLimitPages = 4_000;

/**
 * Set on every connection and read back: the bundled default `synchronous=NORMAL` in WAL mode may lose the last commits in a power cut,
 * and a lost *sending* mark would be a second booking.
 */
const pragmas: readonly (readonly [name: string, value: string, readBack: unknown])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['wal_autocheckpoint', String(logLimitPages), logLimitPages],
  ['temp_store', 'MEMORY', 2],
];

const busyTimeoutMs = 5_000;

/**
 * Pages that stay decrypted for the next search, twice the bundled default. In a book of a million, goods and streets of the newest open
 * orders lie on some 25 MB of pages; decrypting them was five sixths of such a search.
 */
const readerCacheKb = 32_000;

/**
 * Opens the encrypted file (created when missing). Wrong key, foreign or damaged file: `WORKSPACE_DAMAGED`. No write permission:
 * `WORKSPACE_NOT_WRITABLE` for a writer.
 */
export function openDatabase(
  path: string,
  dataKey: Uint8Array,
  mode: 'writer' | 'reader',
): Outcome<SqliteDatabase> {
  let database: SqliteDatabase | null = null;
  try {
    // Made beforehand for its owner alone; SQLite gives its log the rights of the database. Never of one that is there: closing
    // it would drop the locks of every other connection of this process.
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
    // SQLite would open it read-only and refuse the first row.
    else if (mode === 'writer') accessSync(path, constants.W_OK);
    database = connectDatabase(path, dataKey, { timeout: busyTimeoutMs });
    for (const [name, value, expected] of pragmas) {
      database.pragma(`${name}=${value}`);
      const actual = database.pragma(name, { simple: true });
      if (actual !== expected) throw new Error(`pragma ${name} is ${String(actual)}`);
    }
    if (mode === 'reader') {
      database.pragma('query_only=ON');
      database.pragma(`cache_size=-${readerCacheKb}`);
    }
    return done(database);
  } catch (error) {
    database?.close();
    if (isNotWritable(error)) return failure('WORKSPACE_NOT_WRITABLE', { folder: dirname(path) });
    const code = systemCodeOf(error);
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return failure('WORKSPACE_DAMAGED');
    throw error;
  }
}

/** Is it forbidden by the permissions of the files or of their drive? */
export function isNotWritable(error: unknown): boolean {
  return /^(EACCES|EPERM|EROFS|EISDIR|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(systemCodeOf(error));
}

/**
 * Whole pages, each authenticated, under the data key itself. AEGIS-256 uses the AES instructions that processors of PCs have had for ten
 * years: 1.5 µs a page of 4 KB where ChaCha20-Poly1305 took 11 (figures in DECISIONS). Files made before it keep theirs until their key is renewed.
 */
const [cipher, previousCipher] = ['aegis', 'chacha20'] as const;

/**
 * Opens an encrypted file and reads its first page; an empty one gets the present cipher. A file that does not open with this key throws
 * `SQLITE_NOTADB` and stays unchanged, as does its log: pages that cannot be decrypted are never copied out of it.
 */
export function connectDatabase(
  path: string,
  dataKey: Uint8Array,
  options: Database.Options = {},
): SqliteDatabase {
  try {
    return connectWith(cipher, path, dataKey, options);
  } catch (error) {
    if (systemCodeOf(error) !== 'SQLITE_NOTADB') throw error;
    return connectWith(previousCipher, path, dataKey, options);
  }
}

function connectWith(
  pageCipher: string,
  path: string,
  dataKey: Uint8Array,
  options: Database.Options,
): SqliteDatabase {
  const database = new Database(databasePath(path), options);
  try {
    // Order matters: the cipher before the key, the key before anything that reads.
    database.pragma(`cipher='${pageCipher}'`);
    database.pragma(`key='${keyText(dataKey)}'`);
    database.pragma('schema_version');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Re-encrypts a database without a log under this key and the present cipher. */
export function encryptAnew(database: SqliteDatabase, dataKey: Uint8Array): void {
  database.pragma(`cipher='${cipher}'`);
  database.pragma(`rekey='${keyText(dataKey)}'`);
}

const keyText = (dataKey: Uint8Array): string => `raw:${Buffer.from(dataKey).toString('hex')}`;

/**
 * Is this the only connection to the database? Every connection keeps a shared lock on it, whatever happened to the files beside it: only
 * a single one gets an exclusive lock, which is released at once.
 */
export function isAlone(database: SqliteDatabase): boolean {
  try {
    database.pragma('busy_timeout=0');
    // The log must first be opened in normal mode: a connection that opens it in exclusive mode cannot leave that mode.
    database.exec('select count(*) from sqlite_master');
    database.pragma('locking_mode=EXCLUSIVE');
    database.exec('begin immediate; rollback');
    return true;
  } catch (error) {
    if (!systemCodeOf(error).startsWith('SQLITE_BUSY')) throw error;
    return false;
  } finally {
    database.pragma('locking_mode=NORMAL');
    // The lock is released at the end of the next read.
    database.exec('select count(*) from sqlite_master');
    database.pragma(`busy_timeout=${busyTimeoutMs}`);
  }
}

/**
 * Does a program have this database open? Asked before its file is moved. A file that does not open with this key, or is damaged, counts
 * as unused: a backup must be able to replace it.
 */
export function isInUse(path: string, dataKey: Uint8Array): boolean {
  if (!existsSync(path)) return false;
  let database: SqliteDatabase | null = null;
  try {
    database = connectDatabase(path, dataKey, { timeout: 0 });
    return !isAlone(database);
  } catch (error) {
    // Any other error is a bug.
    if (!systemCodeOf(error).startsWith('SQLITE_')) throw error;
    return systemCodeOf(error).startsWith('SQLITE_BUSY');
  } finally {
    database?.close();
  }
}

/** The encrypted database in a workspace's folder; its log and shared memory are beside it. */
export const databaseFileName = 'shipdesk.db';
