import { dirname, resolve } from 'node:path';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';

/**
 * A disk that refused the file a person asked for with `--out` is theirs to mend; null: the error is about something
 * else, a bug perhaps.
 */
export function unwritableOut(error: unknown, out: string | undefined): Failure | null {
  if (out === undefined || !(error instanceof Error)) return null;
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  const place = resolve(out);
  // Writers work beside the file and rename, so that the path may be a neighbour's.
  const isThere = path !== '' && resolve(path).startsWith(dirname(place));
  return /^E[A-Z]+$/.test(code) && isThere ? failure('OUT_NOT_WRITABLE', { file: place }) : null;
}
