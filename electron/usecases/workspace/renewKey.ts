import { join } from 'node:path';
import { done, failure, failureFrom, type Outcome } from '../../../shared/errors/outcome.ts';
import { makeOwnerOnlyFolder, replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
import { isDiskTrouble } from '../../store/backup/backUpDatabase.ts';
import { backupWorksHere } from '../../store/backup/backupWorks.ts';
import { readPeople } from '../../store/backup/readPeople.ts';
import {
  finishSwap,
  stagedDatabase,
  stagedKeys,
  stageFolder,
  swapWorkspace,
} from '../../store/backup/swapWorkspace.ts';
import { databaseFileName, isInUse } from '../../store/database/openDatabase.ts';
import { leaveToOwner } from '../../store/database/workspaceLock.ts';
import { type JournalMark, journalFolder } from '../../store/journal/openCallJournal.ts';
import { resealJournal } from '../../store/journal/resealJournal.ts';
import { openStore } from '../../store/openStore.ts';
import {
  type KeyFile,
  type KeySlot,
  makeKeyStoreSlot,
  makePassphraseSlot,
  makeRecoverySlot,
  newDataKey,
} from '../../vault/keySlots.ts';
import { noKeyStore } from '../../vault/keyStorePort.ts';
import { writeSealedState } from '../../vault/sealedState.ts';
import { deriveKey } from '../../vault/sealing.ts';
import { openKeyFile, readKeyFile } from '../../vault/workspaceKey.ts';
import { recordAct } from '../operators/acts.ts';
import { renewSharedKeys } from '../workstations/workstations.ts';
import { fileStamp } from './backup.ts';
import {
  lockFolder,
  type OpenedWorkspace,
  type OpenRequest,
  openWorkspace,
  type WorkspaceParts,
} from './open.ts';
import type { Workspace } from './workspace.ts';

export interface RenewRequest extends OpenRequest {
  /** Can be stopped (`KEY_RENEW_STOPPED`) until the new files replace the old ones; nothing is changed then. */
  readonly stopping?: AbortSignal;
}

export interface RenewedWorkspace extends OpenedWorkspace {
  /** The new code, shown only once; the previous one only opens earlier backups. null: the keys are those of a server's book. */
  readonly recoveryCode: string | null;
  /** Ways to open the workspace that could not be kept. */
  readonly keysLost: readonly KeySlot['kind'][];
  /** Names of benches that did not get the new keys of a server's book, and must join again. */
  readonly withoutKeys: readonly string[];
}

/**
 * Gives an open workspace a new key, for whoever fears that the previous one is known: everything is rewritten under it,
 * aside, and takes the place of the old files in one swap that only goes forward. The old ones are destroyed once the new
 * ones have opened; backups of before stay under the previous key. Closes the workspace that was given, and opens the new one. A book on
 * a server gets new keys where it lies, as when a bench is shut out; the key of this folder, which holds none of it, stays.
 */
export async function renewKey(
  opened: OpenedWorkspace,
  request: RenewRequest,
  parts: WorkspaceParts,
): Promise<Outcome<RenewedWorkspace>> {
  const { workspace, key } = opened;
  if (workspace.workstation.isShared) return renewOnServer(opened);
  const { folder } = workspace;
  const present = readKeyFile(folder);
  const journalMark = await workspace.store.read.settings.get('journalMark');
  const refusal = present?.ok === true ? await refusalOf(opened, present.value, request) : null;
  if (present?.ok !== true || refusal !== null) {
    await opened.close();
    return refusal ?? failure('WORKSPACE_DAMAGED');
  }
  await opened.close();
  const dataKey = newDataKey();
  const now = parts.clock.now();
  const renewed = await slotsUnder(dataKey, present.value, request, now);
  const keyFile = { ...present.value, slots: renewed.slots };
  const renewal = { by: workspace, previousKey: key.dataKey, dataKey, keyFile, journalMark, now };
  const placed = await putNewInPlace({ ...renewal, folder, stopping: request.stopping }, parts);
  if (!placed.ok) return placed;
  const heldKey = { workspaceId: key.workspaceId, dataKey };
  const again = await openWorkspace({ ...request, heldKey }, parts);
  if (!again.ok) return again;
  return done({ ...again.value, recoveryCode: renewed.code, keysLost: renewed.lost, withoutKeys: [] });
}

async function renewOnServer(opened: OpenedWorkspace): Promise<Outcome<RenewedWorkspace>> {
  const { isPractice } = opened.workspace;
  const renewed = isPractice ? failure('KEYS_OF_PRACTICE') : await renewSharedKeys(opened.workspace);
  if (renewed.ok) return done({ ...opened, recoveryCode: null, keysLost: [], withoutKeys: renewed.value });
  await opened.close();
  return renewed;
}

/** A passphrase slot is made again from the passphrase: with the recovery code alone, another must be set first. */
async function refusalOf({ workspace }: OpenedWorkspace, file: KeyFile, { passphrase }: OpenRequest) {
  if (workspace.isPractice) return failure('KEYS_OF_PRACTICE');
  const slots = file.slots.filter(({ kind }) => kind === 'passphrase');
  if (slots.length === 0) return null;
  const opens = await openKeyFile({ ...file, slots }, { passphrase, keyStore: noKeyStore });
  return opens.ok ? null : failure('KEY_RENEW_PASSPHRASE');
}

async function slotsUnder(dataKey: Uint8Array, file: KeyFile, request: OpenRequest, at: number) {
  const slots: KeySlot[] = [];
  const lost: KeySlot['kind'][] = [];
  for (const { kind } of file.slots) {
    if (kind === 'passphrase') slots.push(await makePassphraseSlot(dataKey, request.passphrase, at));
    else if (kind === 'key-store' && request.keyStore.isAvailable())
      slots.push(await makeKeyStoreSlot(dataKey, request.keyStore, at));
    else if (kind === 'key-store') lost.push(kind);
  }
  const { code, slot } = await makeRecoverySlot(dataKey, at);
  return { slots: [...slots, slot], code, lost };
}

interface Renewal {
  readonly folder: string;
  /** Of the workspace as it was open. */
  readonly by: Pick<Workspace, 'actor' | 'clock' | 'keyFor'>;
  readonly previousKey: Uint8Array;
  readonly dataKey: Uint8Array;
  readonly keyFile: KeyFile;
  readonly journalMark: JournalMark | null;
  readonly now: number;
  readonly stopping: AbortSignal | undefined;
}

async function putNewInPlace(renewal: Renewal, parts: WorkspaceParts): Promise<Outcome<null>> {
  const { folder, now } = renewal;
  const lock = lockFolder(folder);
  if (!lock.ok) return lock;
  try {
    // Another program has opened it meanwhile, and the lock was lost.
    if (isInUse(join(folder, databaseFileName), renewal.previousKey)) return leaveToOwner(folder, lock.value);
    finishSwap(folder);
    const staged = await stage(renewal, parts);
    if (!staged.ok) return staged;
    if (renewal.stopping?.aborted === true) return failure('KEY_RENEW_STOPPED');
    swapWorkspace(folder, { setAside: `renewed-${fileStamp(now)}`, told: '', isRenewal: true });
    return done(null);
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    return failureFrom(error, failure('WORKSPACE_NOT_WRITABLE', { folder }));
  } finally {
    // Without a plan this clears the stage.
    finishSwap(folder);
    lock.value.release();
  }
}

async function stage(
  { folder, by, previousKey, dataKey, keyFile, journalMark, stopping }: Renewal,
  { backupWorks = backupWorksHere }: WorkspaceParts,
): Promise<Outcome<null>> {
  makeOwnerOnlyFolder(stageFolder(folder));
  const resealed = resealJournal(
    { folder: journalFolder(folder), key: deriveKey(previousKey, 'outside calls'), mark: journalMark },
    { folder: journalFolder(stageFolder(folder)), key: deriveKey(dataKey, 'outside calls') },
  );
  if (!resealed.ok) return resealed;
  const to = stagedDatabase(folder);
  const mark = resealed.value === null ? journalMark : { ...journalMark, ...resealed.value };
  const copied = await backupWorks.rekey({ folder, previousKey, dataKey, journalMark: mark }, stopping);
  if (!copied.ok) return copied;
  const recorded = await recordInCopy(folder, dataKey, by);
  if (!recorded.ok) return recorded;
  const facts = await backupWorks.inspect(to, dataKey, stopping);
  if (stopping?.aborted === true) return failure('KEY_RENEW_STOPPED');
  const people = readPeople(to, dataKey, keyFile.workspaceId);
  if (!facts.ok || people === null) return failure('WORKSPACE_DAMAGED');
  replaceOwnerOnlyFile(stagedKeys(folder), `${JSON.stringify(keyFile, null, 2)}\n`);
  writeSealedState(stageFolder(folder), people, deriveKey(dataKey, 'sealed state'));
  return done(null);
}

/** Written into the copy: if the renewal is stopped, the record does not mention a key that does not exist. */
async function recordInCopy(folder: string, dataKey: Uint8Array, by: Renewal['by']): Promise<Outcome<null>> {
  const copy = await openStore(stageFolder(folder), dataKey, 'must-exist');
  if (!copy.ok) return copy;
  try {
    await copy.value.write((write) => recordAct(by, write, { kind: 'key-changed', what: 'renewed' }));
    return done(null);
  } finally {
    await copy.value.close();
  }
}
