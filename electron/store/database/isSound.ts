import type { SqliteDatabase } from './openDatabase.ts';

/** Reading the structure of every page takes a second for this much; the start of a workday does not wait longer. */
const wholeUpToBytes = 256 * 1024 * 1024;

/**
 * Is the database whole, as far as can be told at a start? A larger one is read through by each backup and by `doctor`; until then a
 * damaged page refuses itself where it is read, since each page bears its own seal.
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
