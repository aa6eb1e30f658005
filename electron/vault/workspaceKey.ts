import { join } from 'node:path';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { Clock } from '../platform/clock.ts';
import type { IdSource } from '../platform/ids.ts';
import { readFileIfThere, replaceOwnerOnlyFile } from '../platform/ownerOnlyFiles.ts';
import {
  type KeyFile,
  type KeySlot,
  keyFileSchema,
  makeKeyStoreSlot,
  makePassphraseSlot,
  makePracticeSlot,
  newDataKey,
  openPassphraseSlot,
} from './keySlots.ts';
import type { KeyStorePort } from './keyStorePort.ts';

interface WorkspaceKey {
  readonly dataKey: Uint8Array;
  readonly workspaceId: string;
  readonly isPractice: boolean;
  /** false: the database was never made, or its making was cut off. */
  readonly hasDatabase: boolean;
}

/** The key of a workspace that was open when its core died; main keeps it in memory until the operator locks. */
export interface HeldKey {
  readonly workspaceId: string;
  readonly dataKey: Uint8Array;
}

interface KeyRequest {
  readonly heldKey?: HeldKey | null;
  /** Empty: none given. */
  readonly passphrase: string;
  readonly keyStore: KeyStorePort;
}

const keyFileName = 'keys.json';

/** null: this folder holds no workspace yet. A key file nobody can read is damage, never a reason to start anew. */
export function readKeyFile(folder: string): Outcome<KeyFile> | null {
  const bytes = readFileIfThere(join(folder, keyFileName));
  if (bytes === null) return null;
  try {
    return done(keyFileSchema.parse(JSON.parse(bytes.toString('utf8'))));
  } catch {
    return failure('WORKSPACE_DAMAGED');
  }
}

/** Makes the key of a new workspace and writes its slot. The folder must exist and hold no key file. */
export async function createWorkspaceKey(
  folder: string,
  request: KeyRequest & { readonly isPractice: boolean },
  ports: { readonly clock: Clock; readonly nextId: IdSource },
): Promise<Outcome<WorkspaceKey>> {
  const dataKey = newDataKey();
  const slot = await makeFirstSlot(dataKey, request);
  if (slot === null) return failure('WORKSPACE_NO_KEY_STORE');
  const file: KeyFile = {
    version: 1,
    workspaceId: ports.nextId(),
    createdAt: ports.clock.now(),
    hasDatabase: false,
    slots: [slot],
  };
  writeKeyFile(folder, file);
  return done({
    dataKey,
    workspaceId: file.workspaceId,
    isPractice: request.isPractice,
    hasDatabase: false,
  });
}

/** Notes that the database exists now. */
export function noteDatabaseMade(folder: string): void {
  const file = readKeyFile(folder);
  if (file?.ok === true && !file.value.hasDatabase)
    writeKeyFile(folder, { ...file.value, hasDatabase: true });
}

function writeKeyFile(folder: string, file: KeyFile): void {
  replaceOwnerOnlyFile(join(folder, keyFileName), `${JSON.stringify(file, null, 2)}\n`);
}

async function makeFirstSlot(
  dataKey: Uint8Array,
  request: KeyRequest & { readonly isPractice: boolean },
): Promise<KeySlot | null> {
  if (request.isPractice) return makePracticeSlot(dataKey);
  if (request.passphrase !== '') return makePassphraseSlot(dataKey, request.passphrase);
  if (request.keyStore.isAvailable()) return makeKeyStoreSlot(dataKey, request.keyStore);
  return null;
}

/** Opens the first slot that can be opened with what there is. */
export async function openWorkspaceKey(file: KeyFile, request: KeyRequest): Promise<Outcome<WorkspaceKey>> {
  const { workspaceId, hasDatabase } = file;
  if (request.heldKey?.workspaceId === workspaceId) {
    const isPractice = file.slots.some(({ kind }) => kind === 'practice');
    return done({ dataKey: request.heldKey.dataKey, workspaceId, isPractice, hasDatabase });
  }
  for (const slot of file.slots) {
    const dataKey = await openSlot(slot, request);
    if (dataKey !== null) {
      return done({ dataKey, workspaceId, isPractice: slot.kind === 'practice', hasDatabase });
    }
  }
  return failure('WORKSPACE_LOCKED');
}

async function openSlot(slot: KeySlot, request: KeyRequest): Promise<Uint8Array | null> {
  if (slot.kind === 'practice') return Buffer.from(slot.key, 'hex');
  if (slot.kind === 'passphrase') {
    return request.passphrase === '' ? null : openPassphraseSlot(slot, request.passphrase);
  }
  return request.keyStore.isAvailable() ? request.keyStore.unwrap(Buffer.from(slot.wrapped, 'hex')) : null;
}
