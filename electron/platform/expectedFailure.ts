import { ExpectedError, type Failure, failure } from '../../shared/errors/outcome.ts';

/** As the system, or the database, says it. */
const fullCodes = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];

/** What a thrown error means to a person; null: a bug. A full disk can end anything, so it is recognised here and nowhere else. */
export function expectedFailure(error: unknown): Failure | null {
  if (error instanceof ExpectedError) return error.failure;
  const isFull = error instanceof Error && 'code' in error && fullCodes.includes(String(error.code));
  return isFull ? failure('DISK_FULL') : null;
}
