import { ExpectedError, type Failure, failure } from '../../shared/errors/outcome.ts';

/** As the system, or the database, says it. */
const fullDisk = /^(ENOSPC|EDQUOT|SQLITE_FULL)$/;
/**
 * Broken, pulled out, turned read-only by the system, or a file as large as it may be there. Plain SQLITE_READONLY is not among them: a row
 * was written over a connection that only reads, which is a bug; a file that may not be written to is refused when it is opened.
 */
const failedDisk = /^(EIO|EFBIG|EROFS|SQLITE_((IOERR|CANTOPEN)(_.*)?|READONLY_.*))$/;

/** The code that Node, SQLite or a server gave an error (ENOENT, SQLITE_BUSY, 40001); empty where it has none, as bugs have. */
export function systemCodeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** What a thrown error means to a person; null: a bug. A disk can end anything, so that is recognised here and nowhere else. */
export function expectedFailure(error: unknown): Failure | null {
  if (error instanceof ExpectedError) return error.failure;
  const code = systemCodeOf(error);
  if (fullDisk.test(code)) return failure('DISK_FULL');
  return failedDisk.test(code) ? failure('DISK_FAILED') : null;
}
