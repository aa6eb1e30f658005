import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { provenAddress } from '../../store/server/serverCertificate.ts';
import { readServerPlace, type ServerPlace, writeServerPlace } from '../../store/server/serverPlace.ts';
import { openWorkspaceKey, readKeyFile, type WorkspaceKey } from '../../vault/workspaceKey.ts';
import {
  lockFolder,
  type OpenedWorkspace,
  type OpenRequest,
  openWorkspace,
  type WorkspaceParts,
} from '../workspace/open.ts';
import type { ServerOfBook } from './createOnServer.ts';
import { placeKeyOf } from './openBook.ts';

/**
 * Gives a bench another address, password or certificate for its book's server. The book must open there, otherwise the previous place
 * stays: another book is recognised by its own id.
 */
export async function reconnectWorkspace(
  request: OpenRequest,
  { server, ...proof }: ServerOfBook,
  parts: WorkspaceParts,
): Promise<Outcome<OpenedWorkspace>> {
  const previous = await previousPlace(request, parts);
  if (!previous.ok) return previous;
  const { key, place } = previous.value;
  const proven = await provenAddress(server, proof);
  if (!proven.ok) return proven;
  const keep = (kept: ServerPlace) => writeServerPlace(request.folder, placeKeyOf(key), kept);
  keep({ ...place, address: proven.value });
  let isOpen = false;
  try {
    // The key is already known: the typed secret is not counted as a second try.
    const opened = await openWorkspace({ ...request, heldKey: key, whenMissing: 'refuse' }, parts);
    isOpen = opened.ok;
    return opened;
  } finally {
    if (!isOpen) keep(place);
  }
}

interface Previous {
  readonly key: WorkspaceKey;
  readonly place: ServerPlace;
}

async function previousPlace(request: OpenRequest, { clock }: WorkspaceParts): Promise<Outcome<Previous>> {
  const { folder } = request;
  const keyFile = readKeyFile(folder);
  if (keyFile === null) return failure('SERVER_NOT_SHARED');
  if (!keyFile.ok) return keyFile;
  const lock = lockFolder(folder);
  if (!lock.ok) return lock;
  try {
    const key = await openWorkspaceKey(keyFile.value, request, { folder, now: clock.now() });
    if (!key.ok) return key;
    const place = readServerPlace(folder, placeKeyOf(key.value));
    if (place === null) return failure('SERVER_NOT_SHARED');
    return place.ok ? done({ key: key.value, place: place.value }) : place;
  } finally {
    lock.value.release();
  }
}
