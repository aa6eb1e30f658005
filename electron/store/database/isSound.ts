import type { SqliteDatabase } from './openDatabase.ts';

/** Checking the structure of every page takes a second at this size; the start of a workday does not wait longer. */
const wholeUpToBytes = 256 * 1024 * 1024;

/**
 * Is the database whole, as far as a start can check? A larger one is read in full by each backup and by `doctor`; until then a damaged
 * page fails where it is read, since each page has its own authentication tag.
 */
export function isSound(database: SqliteDatabase, limitBytes = wholeUpToBytes): boolean {
  try {
    const pages = Number(database.pragma('page_count', { simple: true }));
    const isSmall = pages * Number(database.pragma('page_size', { simple: true })) <= limitBytes;
    return !isSmall || database.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}
