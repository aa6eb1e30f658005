import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { setBenchAside } from '../../store/workstations/leftBench.ts';
import { fileStamp } from '../workspace/backup.ts';
import { lockFolder, type OpenRequest, type WorkspaceParts } from '../workspace/open.ts';

/** After one of these, nothing typed at the bench opens it again: only another invitation does. */
const lastWords: readonly ErrorCode[] = [
  'WORKSTATION_SHUT_OUT',
  'WORKSTATION_OUT_UNPROVEN',
  'WORKSTATION_KEY_MISSING',
  'SERVER_PLACE_DAMAGED',
];

/**
 * Makes room for another beginning in the folder of a bench that its book does not let in any more: what is there goes to `set-aside`, and
 * nothing is deleted. `lastRefusal`: why it could not be opened last. `WORKSPACE_EXISTS`: it may be opened still.
 */
export function beginAnew(
  { folder }: OpenRequest,
  lastRefusal: ErrorCode | '',
  { clock }: WorkspaceParts,
): Outcome<null> {
  if (!lastWords.some((code) => code === lastRefusal)) return failure('WORKSPACE_EXISTS', { folder });
  const lock = lockFolder(folder);
  if (!lock.ok) return lock;
  try {
    return setBenchAside(folder, `left-${fileStamp(clock.now())}`);
  } finally {
    lock.value.release();
  }
}
