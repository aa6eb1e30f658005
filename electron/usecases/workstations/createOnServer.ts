import { hostname } from 'node:os';
import { isWithinComputer, mostBenchNameCharacters } from '../../../shared/domain/workstation.ts';
import { type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { createIdSource } from '../../platform/ids.ts';
import { hasDatabase } from '../../store/openStore.ts';
import { readServerUrl, type TypedAddress } from '../../store/server/serverAddress.ts';
import { fetchCertificate, provenAddress } from '../../store/server/serverCertificate.ts';
import { dropServerPlace } from '../../store/server/serverPlace.ts';
import { drawBenchKey } from '../../vault/benchKey.ts';
import { newBookKeys } from '../../vault/bookKeys.ts';
import { dropKeyFile, firstSlotRefusal, readKeyFile } from '../../vault/workspaceKey.ts';
import {
  type OpenedWorkspace,
  type OpenRequest,
  openWorkspace,
  type WorkspaceParts,
} from '../workspace/open.ts';

/** A name for this PC, until somebody gives it a better one. */
export const usualBenchName = (): string => hostname().slice(0, mostBenchNameCharacters);

export { fetchCertificate, readServerUrl };

export interface ServerOfBook {
  readonly server: TypedAddress;
  /** How it proves itself, as it was typed; all absent: within this computer it need not. */
  readonly caFile?: string | undefined;
  readonly pin?: string | undefined;
  readonly isSystemTrusted?: boolean | undefined;
}

export interface NewBook extends ServerOfBook {
  /** Of this bench. */
  readonly name: string;
  /** Names, phones and addresses are not to be read by whoever runs the server. It stays so until the book moves house. */
  readonly isPersonalSealed: boolean;
}

/** Makes a workspace whose book lies on a server, in an empty database there. Refused: this folder is as it was. */
export async function createOnServer(
  request: OpenRequest,
  { server, name, isPersonalSealed, ...proof }: NewBook,
  parts: WorkspaceParts,
): Promise<Outcome<OpenedWorkspace>> {
  // Over a network its key would lie open at every bench, and with it all that is practised there.
  if (request.isPracticeWanted && !isWithinComputer(server)) return failure('SERVER_PRACTICE_FAR');
  const refusal = newFolderRefusal(request);
  if (refusal !== null) return refusal;
  const proven = await provenAddress(server, proof);
  if (!proven.ok) return proven;
  const { value: address } = proven;
  const bench = { id: createIdSource(parts.clock)(), name };
  const place = { address, bench, benchKey: drawBenchKey(), keys: newBookKeys(isPersonalSealed) };
  return openNew({ ...request, onServer: { place } }, parts);
}

/** null: the folder is free, and what is given can hold a key. */
export function newFolderRefusal(request: OpenRequest): Failure | null {
  const { folder, isPracticeWanted: isPractice } = request;
  if (readKeyFile(folder) !== null || hasDatabase(folder)) return failure('WORKSPACE_EXISTS', { folder });
  return firstSlotRefusal({ ...request, isPractice });
}

/** Opens a folder that holds no workspace yet; what was written there for one that does not open after all is taken away. */
export async function openNew(
  request: OpenRequest,
  parts: WorkspaceParts,
): Promise<Outcome<OpenedWorkspace>> {
  const refusal = newFolderRefusal(request);
  if (refusal !== null) return refusal;
  let isOpen = false;
  try {
    const opened = await openWorkspace({ ...request, whenMissing: 'create' }, parts);
    isOpen = opened.ok;
    return opened;
  } finally {
    if (!isOpen) {
      dropServerPlace(request.folder);
      dropKeyFile(request.folder);
    }
  }
}
