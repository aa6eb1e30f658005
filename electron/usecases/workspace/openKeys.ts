import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { IdSource } from '../../platform/ids.ts';
import { hasDatabase } from '../../store/openStore.ts';
import { writeServerPlace } from '../../store/server/serverPlace.ts';
import type { Store } from '../../store/store.ts';
import type { BookKeys } from '../../vault/bookKeys.ts';
import { type KeyPurpose, keptPurposes, keyring } from '../../vault/sealing.ts';
import { createSecretBox } from '../../vault/secretBox.ts';
import { onlyKey } from '../../vault/taggedKeys.ts';
import {
  createWorkspaceKey,
  openWorkspaceKey,
  readKeyFile,
  type WorkspaceKey,
} from '../../vault/workspaceKey.ts';
import { placeKeyOf } from '../workstations/openBook.ts';
import type { OpenRequest, WorkspaceParts } from './open.ts';
import type { Workspace } from './workspace.ts';

/** The key of the workspace in the folder, or of the new one to create. */
export async function openKey(
  request: OpenRequest,
  { clock }: WorkspaceParts,
  nextId: IdSource,
): Promise<Outcome<WorkspaceKey>> {
  const { folder, whenMissing, isPracticeWanted } = request;
  const keyFile = readKeyFile(folder);
  if (keyFile !== null)
    return keyFile.ok ? openWorkspaceKey(keyFile.value, request, { folder, now: clock.now() }) : keyFile;
  // A database whose key is lost cannot be opened, and a new key must not hide that.
  if (hasDatabase(folder)) return failure('WORKSPACE_DAMAGED');
  if (whenMissing === 'refuse') return failure('WORKSPACE_MISSING', { folder });
  const { onServer } = request;
  const keyRequest = { ...request, isPractice: isPracticeWanted, joined: onServer?.joined };
  const made = await createWorkspaceKey(folder, keyRequest, { clock, nextId });
  if (made.ok && onServer !== undefined) writeServerPlace(folder, placeKeyOf(made.value), onServer.place);
  return made;
}

/** In a shared book all benches have these keys; the others stay at each bench. */
const common: readonly KeyPurpose[] = ['name searches', 'record of acts', ...keptPurposes];

/** The keys for sealing and proving in an open workspace, and those that continue under a previous key. */
export async function keysOf(
  { read: { settings } }: Store,
  dataKey: Uint8Array,
  bookKeys: BookKeys | undefined,
): Promise<Pick<Workspace, 'keyFor' | 'secretBox' | 'pinKeys'>> {
  if (bookKeys !== undefined) {
    const own = keyring(dataKey);
    return {
      keyFor: (purpose) => (common.includes(purpose) ? bookKeys.keyFor(purpose) : own(purpose)),
      secretBox: createSecretBox(bookKeys.sealing('account secrets')),
      pinKeys: bookKeys.sealing('pin digests'),
    };
  }
  const recordKey = await settings.get('recordKey');
  return {
    keyFor: keyring(dataKey, { 'record of acts': recordKey, ...(await settings.get('keptKeys')) }),
    secretBox: createSecretBox(onlyKey(dataKey, 'account secrets')),
    pinKeys: onlyKey(dataKey, 'pin digests'),
  };
}
