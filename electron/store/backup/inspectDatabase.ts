import Database from 'better-sqlite3';
import { z } from 'zod';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { connectDatabase } from '../database/openDatabase.ts';
import type { JournalMark } from '../journal/proveJournal.ts';
import { refusalOf } from '../migrations/index.ts';
import { type Settings, settingOf } from '../workspace/settings.ts';

export interface DatabaseFacts {
  readonly orders: number;
  readonly shipments: number;
  /** Last migration the file has seen. */
  readonly schemaVersion: string;
  /** How far the journal of outside calls stood; null: nothing of it is known there. */
  readonly journal: { readonly seq: number; readonly segment: number } | null;
}

/** Reads a database that is not in use and changes nothing: not even its journal mode. null: SQLite objects to the file. */
export function withDatabase<T>(
  path: string,
  dataKey: Uint8Array,
  read: (database: Database.Database) => T,
): T | null {
  let database: Database.Database | null = null;
  try {
    database = connectDatabase(path, dataKey, { readonly: true, fileMustExist: true });
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
      journal: journalMarkOf(database),
    });
  });
  // Whatever SQLite objects to, this file is no workspace of ours.
  return inspected ?? failure('BACKUP_DAMAGED');
}

const markSchema = z.object({ seq: z.number().int(), segment: z.number().int() });

function journalMarkOf(database: Database.Database): DatabaseFacts['journal'] {
  const mark = settingOf('journalMark', settingText(database, 'journalMark'));
  const parsed = markSchema.safeParse(mark);
  return parsed.success ? parsed.data : null;
}

export function settingText(database: Database.Database, key: string): string | undefined {
  const found = database.prepare('select value_json from settings where key = ?').pluck().get(key);
  return typeof found === 'string' ? found : undefined;
}

/** Does this key open the file? */
export function opensWith(path: string, dataKey: Uint8Array): boolean {
  const read = withDatabase(path, dataKey, (database) =>
    database.prepare('select count(*) from sqlite_schema').pluck().get(),
  );
  return read !== null;
}

/** How far the journal of outside calls stood for a database. null: nothing of it, or the file cannot be read. */
export function readJournalMark(path: string, dataKey: Uint8Array): JournalMark | null {
  return withDatabase(path, dataKey, (database) =>
    settingOf('journalMark', settingText(database, 'journalMark')),
  );
}

/** The sender of a database. null: not set, or the file cannot be read. */
export function readSender(path: string, dataKey: Uint8Array): Settings['sender'] {
  return withDatabase(path, dataKey, (database) => {
    return settingOf('sender', settingText(database, 'sender'));
  });
}
