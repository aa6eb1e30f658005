import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { makeOwnerOnlyFolder, replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
import { isDiskTrouble } from '../../store/backup/backUpDatabase.ts';
import { type BackupHeader, type OpenBackup, openBackupFile } from '../../store/backup/backupFile.ts';
import { inspectDatabase, readSender } from '../../store/backup/inspectDatabase.ts';
import {
  copyKeysAside,
  finishSwap,
  setAsideFolder,
  stagedDatabase,
  stagedKeys,
  stageFolder,
  swapWorkspace,
} from '../../store/backup/swapWorkspace.ts';
import { databaseFileName } from '../../store/database/openDatabase.ts';
import { hasDatabase } from '../../store/openStore.ts';
import { openWorkspaceKey, readKeyFile } from '../../vault/workspaceKey.ts';
import { fileStamp } from './backup.ts';
import {
  lockFolder,
  type OpenedWorkspace,
  type OpenRequest,
  openWorkspace,
  type WorkspaceParts,
} from './open.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Workspace } from './workspace.ts';

export interface RestoredWorkspace extends OpenedWorkspace {
  readonly header: BackupHeader;
  /** Folder that holds what was there before, null when there was nothing. */
  readonly setAside: string | null;
  /** Where the sender comes from: the backup, what was there before because the backup has none, or neither. */
  readonly sender: 'of-backup' | 'kept' | 'missing';
}

interface Swapped {
  readonly header: BackupHeader;
  readonly setAside: string | null;
  /** The sender of what was there before; null: none that can be read. */
  readonly formerSender: Settings['sender'];
}

/**
 * Puts a backup in the place of the workspace's database and opens it. Everything is checked before anything moves:
 * a wrong, cut off, altered, foreign or newer file is refused and nothing changes. What was there, damaged or not,
 * is set aside, never deleted. The journal of outside calls stays: what happened after the backup is asked for.
 */
export async function restoreWorkspace(
  request: OpenRequest,
  file: string,
  parts: WorkspaceParts,
): Promise<Outcome<RestoredWorkspace>> {
  const lock = lockFolder(request.folder);
  if (!lock.ok) return lock;
  let swapped: Outcome<Swapped>;
  try {
    finishSwap(request.folder);
    const backup = openBackupFile(file);
    if (!backup.ok) return backup;
    try {
      swapped = await checkAndSwap(request, backup.value, parts.clock.now());
    } catch (error) {
      if (!isDiskTrouble(error)) throw error;
      return failure('WORKSPACE_NOT_WRITABLE', { folder: request.folder });
    } finally {
      backup.value.close();
      finishSwap(request.folder);
    }
  } finally {
    lock.value.release();
  }
  if (!swapped.ok) return swapped;
  const opened = await openWorkspace({ ...request, isRestored: true }, parts);
  if (!opened.ok) return opened;
  // The copy was made before it could know of itself.
  const { header, setAside, formerSender } = swapped.value;
  const { workspace } = opened.value;
  await workspace.store.write((write) => write.settings.put('lastBackupAt', header.madeAt));
  return done({ ...opened.value, header, setAside, sender: await keepSender(workspace, formerSender) });
}

/** A sender given after the backup was made is not lost with it: what is asked for or booked next needs one. */
async function keepSender(
  workspace: Workspace,
  formerSender: Settings['sender'],
): Promise<RestoredWorkspace['sender']> {
  if ((await readSettings(workspace)).sender !== null) return 'of-backup';
  if (formerSender === null) return 'missing';
  await workspace.store.write((write) => write.settings.put('sender', formerSender));
  return 'kept';
}

async function checkAndSwap(
  request: OpenRequest,
  backup: OpenBackup,
  now: number,
): Promise<Outcome<Swapped>> {
  const { header } = backup;
  const present = readKeyFile(request.folder);
  if (present?.ok === true && present.value.workspaceId !== header.workspaceId)
    return failure('BACKUP_FOREIGN');
  makeOwnerOnlyFolder(stageFolder(request.folder));
  const extracted = backup.extractTo(stagedDatabase(request.folder));
  if (!extracted.ok) return extracted;
  const counted = { folder: request.folder, now };
  const key = await openWorkspaceKey(header.keyFile, request, counted);
  if (!key.ok) return failure('BACKUP_LOCKED');
  const facts = inspectDatabase(stagedDatabase(request.folder), key.value.dataKey);
  if (!facts.ok) return facts;
  // The present slots stay when they open the same key: a passphrase changed since the backup keeps its change.
  const presentKey = present?.ok === true ? await openWorkspaceKey(present.value, request, counted) : null;
  const isKept = presentKey?.ok === true && sameBytes(presentKey.value.dataKey, key.value.dataKey);
  if (!isKept)
    replaceOwnerOnlyFile(stagedKeys(request.folder), `${JSON.stringify(header.keyFile, null, 2)}\n`);
  const hadDatabase = hasDatabase(request.folder);
  const formerSender =
    hadDatabase && presentKey?.ok === true
      ? readSender(join(request.folder, databaseFileName), presentKey.value.dataKey)
      : null;
  const name = freeName(request.folder, fileStamp(now));
  if (isKept && hadDatabase) copyKeysAside(request.folder, name);
  swapWorkspace(request.folder, name);
  const setAside = hadDatabase ? join(setAsideFolder(request.folder), name) : null;
  return done({ header, setAside, formerSender });
}

/** Two restores within one second each keep what they found. */
function freeName(folder: string, stamp: string): string {
  for (let no = 1; ; no++) {
    const name = no === 1 ? stamp : `${stamp}-${no}`;
    if (!existsSync(join(setAsideFolder(folder), name))) return name;
  }
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.from(left).equals(Buffer.from(right));
}
