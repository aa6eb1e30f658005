import { accessSync, chmodSync, constants, lstatSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { systemCodeOf } from './expectedFailure.ts';
import { defaultDataFolder } from './folders.ts';
import { makeOwnerOnlyFolder, othersWhoRead } from './ownerOnlyFiles.ts';
import { accessRights } from './windows/accessRights.ts';
import { unusableName } from './windows/fileNames.ts';

/** One of these makes a folder ours: a workspace, or one whose making or restore was cut off. */
const marks: readonly string[] = [
  'keys.json',
  'shipdesk.db',
  'state.sealed',
  'restoring',
  'set-aside',
  'owner.pid',
];
/** What this program or the system may have put into a folder that is none yet. */
const ownOrLitter =
  /^(window|labels|results|backups|outside-calls|divisions|updates|writer[.-]?\w*|lost\+found|\.DS_Store|desktop\.ini|thumbs\.db|.*\.sdbackup)$/i;
/** Chromium marks a profile in use by links that lead nowhere. */
const profileMark = /^Singleton/;
const forOthers = 0o077;
/** SQLite opens files of 1,040 bytes of path on Windows, of 512 elsewhere; the deepest ones below a workspace need 70. */
const longestFolderBytes = process.platform === 'win32' ? 960 : 440;

interface PreparedFolder {
  /** Files and folders of the workspace that others could read until now. */
  readonly tightened: readonly string[];
}

/**
 * Makes the folder of a workspace where there is none. Refused, with nothing changed: a link to elsewhere
 * (WORKSPACE_FOLDER_LINK, and WORKSPACE_PART_LINK for what lies in it), a folder with other people's files in it
 * (WORKSPACE_FOLDER_FOREIGN). A folder above it may be a link.
 */
export function prepareWorkspaceFolder(given: string): Outcome<PreparedFolder> {
  const judged = judgeWorkspaceFolder(given);
  if (!judged.ok) return judged;
  const folder = judged.value;
  try {
    makeOwnerOnlyFolder(folder);
    accessSync(folder, constants.W_OK);
    return done({ tightened: tighten(folder) });
  } catch {
    return failure('WORKSPACE_NOT_WRITABLE', { folder });
  }
}

/** Its path, if a workspace may be there. Changes nothing. */
export function judgeWorkspaceFolder(given: string): Outcome<string> {
  // Without the last slash: `link/` is what the link leads to.
  const folder = resolve(given);
  const unusable = process.platform === 'win32' ? unusableName(folder) : null;
  if (unusable !== null) return failure('PATH_NAME_UNUSABLE', { name: unusable });
  if (Buffer.byteLength(folder) > longestFolderBytes) return failure('WORKSPACE_PATH_LONG', { folder });
  try {
    return judgeEntries(folder);
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'EACCES' || code === 'EPERM') return failure('WORKSPACE_OTHER_USER', { folder });
    // Below a file, or on a drive that does not answer.
    if (/^E[A-Z]+$/.test(code)) return failure('WORKSPACE_NOT_WRITABLE', { folder });
    throw error;
  }
}

/** The same by the contents of the folder; throws where the system does not let us look. */
function judgeEntries(folder: string): Outcome<string> {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return done(folder);
  if (found.isSymbolicLink()) return failure('WORKSPACE_FOLDER_LINK', { folder });
  if (!found.isDirectory()) return failure('WORKSPACE_NOT_WRITABLE', { folder });
  const entries = readdirSync(folder, { withFileTypes: true });
  const isOurs = entries.some(({ name }) => marks.includes(name)) || folder === defaultDataFolder();
  if (!isOurs && entries.some(({ name }) => !ownOrLitter.test(name)))
    return failure('WORKSPACE_FOLDER_FOREIGN', { folder });
  const link = entries.find((entry) => entry.isSymbolicLink() && !profileMark.test(entry.name));
  return link === undefined ? done(folder) : failure('WORKSPACE_PART_LINK', { name: link.name, folder });
}

/** Closes what others could read of it: a copy put there by hand keeps the modes that it had. */
function tighten(folder: string): string[] {
  const isWindows = process.platform === 'win32';
  const isOpen = (path: string) =>
    isWindows ? othersWhoRead(path).length > 0 : (lstatSync(path).mode & forOthers) !== 0;
  const loose = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => (entry.isFile() || entry.isDirectory()) && isOpen(join(folder, entry.name)),
  );
  for (const entry of loose) {
    const path = join(folder, entry.name);
    if (isWindows) accessRights()?.close(path);
    else chmodSync(path, entry.isDirectory() ? 0o700 : 0o600);
  }
  return loose.map(({ name }) => name);
}
