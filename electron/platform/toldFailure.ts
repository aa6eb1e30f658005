import { type Failure, failure, ToldError } from '../../shared/errors/outcome.ts';

/** As the system, or the database, says it. */
const fullCodes = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];

/** What of a thrown error a person is told; null: a bug. A full disk may end anything, so nobody expects it where it happens. */
export function toldFailure(error: unknown): Failure | null {
  if (error instanceof ToldError) return error.failure;
  const isFull = error instanceof Error && 'code' in error && fullCodes.includes(String(error.code));
  return isFull ? failure('DISK_FULL') : null;
}
