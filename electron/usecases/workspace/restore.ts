import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../../shared/domain/operator.ts';
import { done, failure, failureFrom, type Outcome } from '../../../shared/errors/outcome.ts';
import { expectedFailure } from '../../platform/expectedFailure.ts';
import { makeOwnerOnlyFolder, replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
import { isDiskTrouble } from '../../store/backup/backUpDatabase.ts';
import { type BackupHeader, type OpenBackup, openBackupFile } from '../../store/backup/backupFile.ts';
import { backupWorksHere } from '../../store/backup/backupWorks.ts';
import { readSender } from '../../store/backup/inspectDatabase.ts';
import {
  copyKeysAside,
  endSwap,
  finishSwap,
  setAsideFolder,
  stagedDatabase,
  stagedKeys,
  stageFolder,
  swapWorkspace,
} from '../../store/backup/swapWorkspace.ts';
import { databaseFileName, isInUse } from '../../store/database/openDatabase.ts';
import { leaveToOwner } from '../../store/database/workspaceLock.ts';
import { hasDatabase } from '../../store/openStore.ts';
import { isOnServer } from '../../store/server/serverPlace.ts';
import { isUnprotected, type KeySlot } from '../../vault/keySlots.ts';
import { type SealedState, writeSealedState } from '../../vault/sealedState.ts';
import { deriveKey } from '../../vault/sealing.ts';
import { readKeyFile } from '../../vault/workspaceKey.ts';
import { fileStamp } from './backup.ts';
import { type BackupKey, openBackupKey } from './backupKey.ts';
import {
  lockFolder,
  type OpenedWorkspace,
  type OpenRequest,
  openWorkspace,
  type WorkspaceParts,
} from './open.ts';
import { mayRestore, newestPeople, type RestoreConsent, underKey } from './restoreGate.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** What a backup is, and what restoring it here would need and change. Inspecting changes nothing. */
export interface BackupReport {
  readonly header: BackupHeader;
  readonly isPractice: boolean;
  /** `old-format`: made by an earlier program; the author of its header cannot be proven. */
  readonly proof: BackupKey['proof'];
  /** `other`: the workspace would get the backup's key; only with `replaceKey`. */
  readonly standing: BackupKey['standing'];
  /** Who works here by the newest word of it; one with the right to must agree, by PIN. Empty: nobody is asked. */
  readonly operators: readonly { readonly id: string; readonly name: string; readonly role: Role }[];
  /** May the rescue code stand for a PIN? */
  readonly hasRescueCode: boolean;
  /** People and record of acts are older in the backup: those of here stay, as far as they can be read. */
  readonly isOlderThanHere: boolean;
}

export interface StageRequest extends OpenRequest {
  /** Until the backup takes the workspace's place it may be stopped (`RESTORE_STOPPED`), and nothing is changed. */
  readonly stopping?: AbortSignal;
}

export interface RestoreRequest extends StageRequest {
  /** Absent: nobody was asked; enough where there are no operators. */
  readonly consent?: RestoreConsent;
  /** Takes a backup under another key than the present one. Somebody must have meant it. */
  readonly replaceKey?: boolean;
}

export interface RestoredWorkspace extends OpenedWorkspace {
  readonly header: BackupHeader;
  /** Folder that holds what was there before, null when there was nothing. */
  readonly setAside: string | null;
  /** Where the sender comes from: the backup, what was there before because the backup has none, or neither. */
  readonly sender: 'of-backup' | 'kept' | 'missing';
  readonly proof: BackupKey['proof'];
  readonly isKeyReplaced: boolean;
  /** `kept`: who works here, PINs and rescue code are those of before, which were newer. */
  readonly people: 'of-backup' | 'kept';
  /** Of the record of acts: rows taken over from the previous database, and rows that are known of but lost. */
  readonly acts: { readonly carried: number; readonly missing: number };
  /** Ways to open the workspace that the backup does not have. */
  readonly keysLost: readonly KeySlot['kind'][];
}

/** What is known once a backup is unpacked aside, with the folder locked. */
interface Staged {
  readonly header: BackupHeader;
  readonly key: BackupKey;
  readonly newest: SealedState | null;
  /** The key that `newest` is of. */
  readonly peopleKey: Uint8Array;
  readonly ofBackup: SealedState | null;
}

/** Looks at a backup for a folder. `BACKUP_LOCKED`: a passphrase or a recovery code of its time is needed first. */
export async function inspectBackup(
  request: StageRequest,
  file: string,
  parts: WorkspaceParts,
): Promise<Outcome<BackupReport>> {
  return onStage(request, file, parts, async ({ header, key, newest, ofBackup }) => {
    const { proof, standing } = key;
    return done({
      header,
      proof,
      standing,
      isPractice: isUnprotected(header.keyFile),
      operators: (newest?.operators ?? []).map(({ id, name, role }) => ({ id, name, role })),
      hasRescueCode: newest !== null && newest.rescue !== null,
      isOlderThanHere: isOlder(ofBackup, newest),
    });
  });
}

/**
 * Puts a backup in the place of the workspace's database and opens it. Everything is checked before anything moves: a wrong,
 * cut off, altered, forged, foreign or newer file is refused and nothing changes, and so is whoever may not. What was there,
 * damaged or not, is set aside, never deleted. The journal of outside calls stays: what happened after the backup is asked for.
 */
export async function restoreWorkspace(
  request: RestoreRequest,
  file: string,
  parts: WorkspaceParts,
): Promise<Outcome<RestoredWorkspace>> {
  const now = parts.clock.now();
  const swapped = await onStage(request, file, parts, async (staged) => {
    const { key, newest } = staged;
    if (key.standing === 'other' && request.replaceKey !== true) return failure('BACKUP_OTHER_KEY');
    const count = { folder: request.folder, now, dataKey: staged.peopleKey };
    const by = await mayRestore(newest, request.consent, count);
    if (!by.ok) return by;
    // Its lock was taken away, and it works on: what it writes from now on would be set aside.
    if (isInUse(join(request.folder, databaseFileName), key.presentKey ?? key.dataKey))
      return failure('WORKSPACE_BUSY', { pid: '?' });
    if (request.stopping?.aborted === true) return failure('RESTORE_STOPPED');
    return done({ ...staged, by: by.value, ...swap(request.folder, staged, now) });
  });
  if (!swapped.ok) return swapped;
  const { header, key, newest, ofBackup, by, setAside, previousSender, keysLost } = swapped.value;
  const opened = await openWorkspace({ ...request, heldKey: heldKeyOf(header, key), restoredBy: by }, parts);
  if (!opened.ok) return opened;
  // The copy was made before it could know of itself.
  const { workspace, carriedActs } = opened.value;
  await workspace.store.write((write) => write.settings.put('lastBackupAt', header.madeAt));
  const known = (ofBackup?.acts.no ?? 0) + carriedActs;
  return done({
    ...opened.value,
    header,
    setAside,
    sender: await keepSender(workspace, previousSender),
    proof: key.proof,
    isKeyReplaced: key.standing === 'other',
    people: isOlder(ofBackup, newest) ? 'kept' : 'of-backup',
    acts: { carried: carriedActs, missing: Math.max(0, (newest?.acts.no ?? 0) - known) },
    keysLost,
  });
}

/** The key is known by now: neither passphrase nor code is tried, and counted, a second time. */
const heldKeyOf = ({ workspaceId }: BackupHeader, { dataKey }: BackupKey) => ({ workspaceId, dataKey });

function isOlder(ofBackup: SealedState | null, newest: SealedState | null): boolean {
  if (newest === null || ofBackup === null) return newest !== ofBackup;
  return newest.revision > ofBackup.revision || newest.acts.no > ofBackup.acts.no;
}

/** Locks the folder, unpacks the backup aside, checks all of it, and clears the stage whatever comes of it. */
async function onStage<T>(
  request: StageRequest,
  file: string,
  parts: WorkspaceParts,
  action: (staged: Staged) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { folder } = request;
  const lock = lockFolder(folder);
  if (!lock.ok) return lock;
  try {
    if (isOnServer(folder)) return failure('SERVER_BACKS_UP');
    // One that was planned and never opened: what it put in place is the present state now.
    endSwap(folder, finishSwap(folder));
    const backup = openBackupFile(file);
    if (!backup.ok) return backup;
    try {
      const staged = await stage(request, backup.value, parts);
      const acted = staged.ok ? await action(staged.value) : staged;
      return !acted.ok && acted.code === 'WORKSPACE_BUSY' ? leaveToOwner(folder, lock.value) : acted;
    } catch (error) {
      if (!isDiskTrouble(error)) throw error;
      return expectedFailure(error) ?? failureFrom(error, failure('WORKSPACE_NOT_WRITABLE', { folder }));
    } finally {
      backup.value.close();
      // Without a plan this clears the stage.
      finishSwap(folder);
    }
  } finally {
    lock.value.release();
  }
}

async function stage(
  request: StageRequest,
  backup: OpenBackup,
  { clock, backupWorks = backupWorksHere }: WorkspaceParts,
): Promise<Outcome<Staged>> {
  const { folder, stopping } = request;
  const { header } = backup;
  const key = await openBackupKey({ request, backup, count: { folder, now: clock.now() } });
  if (!key.ok) return key;
  const { dataKey, presentKey, standing } = key.value;
  const databasePath = stagedDatabase(folder);
  makeOwnerOnlyFolder(stageFolder(folder));
  const extracted = await backup.extractTo(databasePath, stopping);
  if (!extracted.ok) return extracted;
  const facts = await backupWorks.inspect(databasePath, dataKey, stopping);
  if (!facts.ok) return facts;
  const { workspaceId, sealed } = header;
  const ofBackup = newestPeople({
    folder: stageFolder(folder),
    workspaceId,
    dataKey,
    backup: { sealed, databasePath },
  });
  // Where the key would be another one, it is those of the present workspace who are asked.
  const isOwn = standing !== 'other' || presentKey === null;
  const gateKey = isOwn ? dataKey : presentKey;
  const newest = newestPeople({
    folder,
    workspaceId,
    dataKey: gateKey,
    backup: isOwn ? { sealed, databasePath } : null,
  });
  const peopleKey = newest === null ? dataKey : gateKey;
  return done({ header, key: key.value, newest: newest ?? ofBackup, peopleKey, ofBackup });
}

interface Swapped {
  readonly setAside: string | null;
  /** The sender of what was there before; null: none that can be read. */
  readonly previousSender: Settings['sender'];
  readonly keysLost: readonly KeySlot['kind'][];
}

function swap(folder: string, staged: Staged, now: number): Swapped {
  const { header, key, newest, peopleKey, ofBackup } = staged;
  const present = readKeyFile(folder);
  const presentKinds = present?.ok === true ? present.value.slots.map(({ kind }) => kind) : [];
  const ownKinds = header.keyFile.slots.map(({ kind }) => kind);
  const keysLost = key.keepsSlots ? [] : presentKinds.filter((kind) => !ownKinds.includes(kind));
  const ownKeys = { ...header.keyFile, hasDatabase: true };
  if (!key.keepsSlots) replaceOwnerOnlyFile(stagedKeys(folder), `${JSON.stringify(ownKeys, null, 2)}\n`);
  if (newest !== null) {
    // Newer than what the restored database says of itself: it is held against this one when it is opened.
    const revision = isOlder(ofBackup, newest)
      ? Math.max(newest.revision, (ofBackup?.revision ?? 0) + 1)
      : newest.revision;
    const state = underKey({ ...newest, revision }, peopleKey, key.dataKey);
    writeSealedState(stageFolder(folder), state, deriveKey(key.dataKey, 'sealed state'));
  }
  const hadDatabase = hasDatabase(folder);
  const previousSender =
    hadDatabase && key.presentKey !== null
      ? readSender(join(folder, databaseFileName), key.presentKey)
      : null;
  const name = freeName(folder, fileStamp(now));
  if (key.keepsSlots && hadDatabase) copyKeysAside(folder, name);
  swapWorkspace(folder, { setAside: name, told: toldOf(header, key) });
  return { setAside: hadDatabase ? join(setAsideFolder(folder), name) : null, previousSender, keysLost };
}

/** For the record of acts: when the backup was made, how many orders it holds, and what was not as usual. */
function toldOf({ madeAt, orders }: BackupHeader, { proof, standing }: BackupKey): string {
  const unusual = [...(proof === 'proven' ? [] : [proof]), ...(standing === 'other' ? ['other-key'] : [])];
  return [new Date(madeAt).toISOString(), orders, ...unusual].join(' ');
}

/** A sender given after the backup was made is not lost with it: what is asked for or booked next needs one. */
async function keepSender(
  workspace: Workspace,
  previousSender: Settings['sender'],
): Promise<RestoredWorkspace['sender']> {
  if ((await readSettings(workspace)).sender !== null) return 'of-backup';
  if (previousSender === null) return 'missing';
  await workspace.store.write((write) => write.settings.put('sender', previousSender));
  return 'kept';
}

/** Two restores within one second each keep what they found. */
function freeName(folder: string, stamp: string): string {
  for (let no = 1; ; no++) {
    const name = no === 1 ? stamp : `${stamp}-${no}`;
    if (!existsSync(join(setAsideFolder(folder), name))) return name;
  }
}
