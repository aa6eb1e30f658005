import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { done, type Failure, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { type PassphraseProblem, passphraseForm, passphraseProblem } from '../../shared/rules/passphrase.ts';
import { readRecoveryCode } from '../../shared/rules/recoveryCode.ts';
import type { Clock } from '../platform/clock.ts';
import type { IdSource } from '../platform/ids.ts';
import { readFileIfThere, replaceOwnerOnlyFile } from '../platform/ownerOnlyFiles.ts';
import {
  isUnprotected,
  type KeyFile,
  type KeySlot,
  keyFileSchema,
  makeKeyStoreSlot,
  makePassphraseSlot,
  makePracticeSlot,
  makeRecoverySlot,
  newDataKey,
  openSecretSlot,
  slotId,
} from './keySlots.ts';
import type { KeyStorePort } from './keyStorePort.ts';
import { countTry } from './keyTries.ts';

export interface WorkspaceKey {
  readonly dataKey: Uint8Array;
  readonly workspaceId: string;
  readonly isPractice: boolean;
  /** false: the database was never made, or its creation was interrupted. */
  readonly hasDatabase: boolean;
  /** The slot that opened; null: none was used, the key was in memory or is new. */
  readonly openedBy: KeySlot | null;
  /** For a new key that was to have one; otherwise null. */
  readonly recoveryCode: string | null;
}

/** The key of a workspace that was open when its core died; main keeps it in memory until the operator locks. */
export interface HeldKey {
  readonly workspaceId: string;
  readonly dataKey: Uint8Array;
}

export interface KeyRequest {
  readonly heldKey?: HeldKey | null;
  /** Empty: none given. */
  readonly passphrase: string;
  /** As it was typed; empty or absent: none given. */
  readonly recoveryCode?: string;
  readonly keyStore: KeyStorePort;
}

export const keyFileName = 'keys.json';

/** null: this folder has no workspace yet. An unreadable key file is damage, never a reason to start over. */
export function readKeyFile(folder: string): Outcome<KeyFile> | null {
  const bytes = readFileIfThere(join(folder, keyFileName));
  if (bytes === null) return null;
  try {
    return done(keyFileSchema.parse(JSON.parse(bytes.toString('utf8'))));
  } catch {
    return failure('WORKSPACE_DAMAGED');
  }
}

export interface NewKeyRequest extends KeyRequest {
  readonly isPractice: boolean;
  readonly isRecoverable?: boolean;
  /** The workspace whose book already exists; absent: it is a new one. */
  readonly joined?: Pick<HeldKey, 'workspaceId'> | undefined;
}

/**
 * Makes the key of a new workspace and writes its slots. The folder must exist and have no key file. A recovery code, if wanted, is
 * returned only here.
 */
export async function createWorkspaceKey(
  folder: string,
  request: NewKeyRequest,
  ports: { readonly clock: Clock; readonly nextId: IdSource },
): Promise<Outcome<WorkspaceKey>> {
  const { isPractice, isRecoverable = false, joined } = request;
  const dataKey = newDataKey();
  const createdAt = ports.clock.now();
  const slot = await makeFirstSlot(dataKey, request, createdAt);
  if (!slot.ok) return slot;
  const recovery = isRecoverable && !isPractice ? await makeRecoverySlot(dataKey, createdAt) : null;
  const file: KeyFile = {
    version: 1,
    workspaceId: joined?.workspaceId ?? ports.nextId(),
    createdAt,
    // The book that is joined is there.
    hasDatabase: joined !== undefined,
    slots: recovery === null ? [slot.value] : [slot.value, recovery.slot],
  };
  writeKeyFile(folder, file);
  return done({
    dataKey,
    workspaceId: file.workspaceId,
    isPractice,
    hasDatabase: file.hasDatabase,
    openedBy: null,
    recoveryCode: recovery?.code ?? null,
  });
}

/** Records that the database exists now. */
export function noteDatabaseMade(folder: string): void {
  const file = readKeyFile(folder);
  if (file?.ok === true && !file.value.hasDatabase)
    writeKeyFile(folder, { ...file.value, hasDatabase: true });
}

/** On disk when it returns: the previous file or this one, never half of both. */
export function writeKeyFile(folder: string, file: KeyFile): void {
  replaceOwnerOnlyFile(join(folder, keyFileName), `${JSON.stringify(file, null, 2)}\n`);
}

const problemCodes = {
  short: 'PASSPHRASE_SHORT',
  plain: 'PASSPHRASE_PLAIN',
} as const satisfies Record<PassphraseProblem, string>;

/** null: good enough for a new one. Passphrases from before this rule still open the workspace. */
export function passphraseRefusal(passphrase: string): Failure | null {
  const problem = passphraseProblem(passphrase);
  return problem === null ? null : failure(problemCodes[problem], { ...passphraseForm });
}

/** null: the given secrets can hold a key. Checked before anything that cannot be repeated. */
export function firstSlotRefusal(request: Omit<NewKeyRequest, 'joined'>): Failure | null {
  if (request.isPractice) return null;
  if (request.passphrase !== '') return passphraseRefusal(request.passphrase);
  return request.keyStore.isAvailable() ? null : failure('WORKSPACE_NO_KEY_STORE');
}

/** Of a workspace that was not made after all. */
export const dropKeyFile = (folder: string): void => rmSync(join(folder, keyFileName), { force: true });

async function makeFirstSlot(
  dataKey: Uint8Array,
  request: KeyRequest & { readonly isPractice: boolean },
  createdAt: number,
): Promise<Outcome<KeySlot>> {
  const refusal = firstSlotRefusal(request);
  if (refusal !== null) return refusal;
  if (request.isPractice) return done(makePracticeSlot(dataKey));
  if (request.passphrase !== '')
    return done(await makePassphraseSlot(dataKey, request.passphrase, createdAt));
  return done(await makeKeyStoreSlot(dataKey, request.keyStore, createdAt));
}

/** The counter of wrong tries; the folder must be locked first. */
export interface KeyCount {
  readonly folder: string;
  /** UTC ms. */
  readonly now: number;
}

/** Opens the first slot that opens with the given secrets; wrong passphrases and codes delay the next try. */
export function openWorkspaceKey(
  file: KeyFile,
  request: KeyRequest,
  count: KeyCount,
): Promise<Outcome<WorkspaceKey>> {
  const isGuess = isKeyGuess(file, request);
  return countTry({ of: 'key', ...count, isGuess }, () => openKeyFile(file, request));
}

/** Is something given that could be wrong? A mistyped code is reported before it counts as a wrong try. */
export function isKeyGuess(file: KeyFile, request: KeyRequest): boolean {
  if (request.heldKey?.workspaceId === file.workspaceId) return false;
  const secrets = readSecrets(file, request);
  return secrets.ok && file.slots.some((slot) => secretOf(slot, secrets.value) !== '');
}

/** The same without counting: for callers that count with `countTry`. */
export async function openKeyFile(file: KeyFile, request: KeyRequest): Promise<Outcome<WorkspaceKey>> {
  const { workspaceId, hasDatabase } = file;
  const isPractice = isUnprotected(file);
  const opened = (dataKey: Uint8Array, openedBy: KeySlot | null): Outcome<WorkspaceKey> =>
    done({ dataKey, workspaceId, isPractice, hasDatabase, openedBy, recoveryCode: null });
  if (request.heldKey?.workspaceId === workspaceId) return opened(request.heldKey.dataKey, null);
  const readable = readSecrets(file, request);
  if (!readable.ok) return readable;
  const { value: secrets } = readable;
  for (const slot of file.slots) {
    const dataKey = await openSlot(slot, secrets, request.keyStore);
    if (dataKey !== null) return opened(dataKey, slot);
  }
  return failure(secrets.recoveryCode === '' ? 'WORKSPACE_LOCKED' : 'RECOVERY_CODE_WRONG');
}

/** The given secret in the form a slot needs; empty: not given. */
interface Secrets {
  readonly passphrase: string;
  readonly recoveryCode: string;
}

function readSecrets(file: KeyFile, { passphrase, recoveryCode = '' }: KeyRequest): Outcome<Secrets> {
  if (recoveryCode === '') return done({ passphrase, recoveryCode });
  const signs = readRecoveryCode(recoveryCode);
  if (signs === null) return failure('RECOVERY_CODE_TYPO');
  const hasCode = file.slots.some(({ kind }) => kind === 'recovery');
  return hasCode ? done({ passphrase, recoveryCode: signs }) : failure('RECOVERY_CODE_NONE');
}

function secretOf({ kind }: KeySlot, secrets: Secrets): string {
  if (kind === 'passphrase') return secrets.passphrase;
  return kind === 'recovery' ? secrets.recoveryCode : '';
}

async function openSlot(slot: KeySlot, secrets: Secrets, keyStore: KeyStorePort): Promise<Uint8Array | null> {
  if (slot.kind === 'practice') return Buffer.from(slot.key, 'hex');
  if (slot.kind === 'key-store')
    return keyStore.isAvailable() ? keyStore.unwrap(Buffer.from(slot.wrapped, 'hex')) : null;
  const secret = secretOf(slot, secrets);
  return secret === '' ? null : openSecretSlot(slot, secret);
}

/** Records that the recovery code opened the workspace: the person who keeps it should learn that. */
export function noteRecoveryUsed(folder: string, { openedBy }: WorkspaceKey, usedAt: number): void {
  const file = readKeyFile(folder);
  if (openedBy?.kind !== 'recovery' || file?.ok !== true) return;
  const slots = file.value.slots.map((slot) =>
    slotId(slot) === slotId(openedBy) ? { ...openedBy, usedAt } : slot,
  );
  writeKeyFile(folder, { ...file.value, slots });
}

/** Does every slot take something typed, on a computer with or without a system key store? */
export function takesSecret(folder: string, hasKeyStore: boolean): boolean {
  const file = readKeyFile(folder);
  if (file?.ok !== true) return false;
  return file.value.slots.every(
    ({ kind }) => kind === 'passphrase' || kind === 'recovery' || (kind === 'key-store' && !hasKeyStore),
  );
}
