import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { readFileIfThere, replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';

export interface WorkspaceLock {
  release(): void;
}

/**
 * One writer at a time. An open exclusive transaction on a tiny database is the lock: the operating system drops
 * it when the process dies, however it dies, so a stale lock cannot exist. `owner.pid` only tells who it is.
 */
export function lockWorkspace(folder: string): Outcome<WorkspaceLock> {
  const ownerPath = join(folder, 'owner.pid');
  const lockPath = join(folder, 'writer.lock');
  closeSync(openSync(lockPath, 'a', 0o600));
  const database = new Database(lockPath, { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    return failure('WORKSPACE_BUSY', { pid: readFileIfThere(ownerPath)?.toString('utf8').trim() ?? '?' });
  }
  replaceOwnerOnlyFile(ownerPath, `${process.pid}\n`);
  return done({
    release() {
      database.exec('rollback');
      database.close();
    },
  });
}
