import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { done, failure, failureFrom, type Outcome } from '../../../shared/errors/outcome.ts';
import { makeOwnerOnlyFolder, syncFolder } from '../../platform/ownerOnlyFiles.ts';
import { renamePatiently } from '../../platform/patientFiles.ts';
import { keyTryFiles } from '../../vault/keyTries.ts';
import { sealedStateFileName } from '../../vault/sealedState.ts';
import { keyFileName } from '../../vault/workspaceKey.ts';
import { isDiskTrouble } from '../backup/backUpDatabase.ts';
import { setAsideFolder } from '../backup/swapWorkspace.ts';
import { databaseFileName } from '../database/openDatabase.ts';
import { journalFolderName } from '../journal/openCallJournal.ts';
import { photoFolderName } from '../packing/photoFiles.ts';
import { serverPlaceFileName } from '../server/serverPlace.ts';
import { awayFolderName } from './openAwayStore.ts';
import { waitingFolderName } from './waitingFiles.ts';

/**
 * What a bench writes that only its own key opens, in the order in which it moves. The key goes last but one: until then the folder is
 * the bench it was, and the next try moves the rest. Labels, results and updates stay, as they do not hang on it.
 */
const pieces: readonly string[] = [
  awayFolderName,
  waitingFolderName,
  photoFolderName,
  journalFolderName,
  sealedStateFileName,
  ...keyTryFiles,
  `${databaseFileName}-wal`,
  `${databaseFileName}-shm`,
  databaseFileName,
  keyFileName,
  serverPlaceFileName,
];

/**
 * Moves a bench that its book does not let in any more to `set-aside/<name>`, so that this PC can start over in the same folder. Nothing is
 * deleted. The caller holds the folder's lock. `WORKSPACE_NOT_WRITABLE`: some of it may have moved; the next try moves the rest.
 */
export function setBenchAside(folder: string, name: string): Outcome<null> {
  const aside = join(setAsideFolder(folder), name);
  try {
    makeOwnerOnlyFolder(aside);
    for (const piece of pieces) {
      const from = join(folder, piece);
      if (existsSync(from)) renamePatiently(from, join(aside, piece));
    }
    syncFolder(aside);
    syncFolder(folder);
    return done(null);
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    return failureFrom(error, failure('WORKSPACE_NOT_WRITABLE', { folder }));
  }
}
