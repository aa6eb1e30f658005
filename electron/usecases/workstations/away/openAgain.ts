import type { Outcome } from '../../../../shared/errors/outcome.ts';
import { orTrouble } from '../../../store/server/serverTrouble.ts';
import {
  type OpenedWorkspace,
  type OpenRequest,
  openWorkspace,
  type WorkspaceParts,
} from '../../workspace/open.ts';

/** A server that comes and goes while its book is being opened. */
const mostTries = 3;

/** Opens a workspace once more that was opened without its book: with it, or without it again. */
export async function openAgain(
  place: Pick<OpenRequest, 'folder' | 'keyStore' | 'heldKey'>,
  parts: WorkspaceParts,
): Promise<Outcome<OpenedWorkspace>> {
  const given = {
    passphrase: '',
    isPracticeWanted: false,
    whenMissing: 'refuse',
    mayStartAway: true,
  } as const;
  for (let tries = 1; ; tries++) {
    const opened = await orTrouble(() => openWorkspace({ ...place, ...given }, parts));
    if (opened.ok || opened.code !== 'SERVER_AWAY' || tries === mostTries) return opened;
  }
}
