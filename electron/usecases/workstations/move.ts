import { isWithinComputer } from '../../../shared/domain/workstation.ts';
import { done, ExpectedError, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import { placeBook, setBookAside } from '../../store/moving/bookFiles.ts';
import type { CopiedBook, OnCopied } from '../../store/moving/copyBook.ts';
import { copyFromServer } from '../../store/moving/copyFromServer.ts';
import { copyToServer } from '../../store/moving/copyToServer.ts';
import { openServerStore } from '../../store/server/openServerStore.ts';
import { connectionOf, type ServerAddress } from '../../store/server/serverAddress.ts';
import { provenAddress } from '../../store/server/serverCertificate.ts';
import { dropServerPlace, type ServerPlace, writeServerPlace } from '../../store/server/serverPlace.ts';
import { orTrouble } from '../../store/server/serverTrouble.ts';
import { dropAwayStore } from '../../store/workstations/openAwayStore.ts';
import { drawBenchKey } from '../../vault/benchKey.ts';
import { type BookKeyList, createBookKeys, newBookKeys } from '../../vault/bookKeys.ts';
import { deriveKey, type KeyPurpose, keptPurposes } from '../../vault/sealing.ts';
import type { HeldKey } from '../../vault/workspaceKey.ts';
import { recordAct } from '../operators/acts.ts';
import { fileStamp } from '../workspace/backup.ts';
import {
  lockFolder,
  type OpenedWorkspace,
  type OpenRequest,
  openWorkspace,
  type WorkspaceParts,
} from '../workspace/open.ts';
import { productVersion } from '../workspace/productVersion.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { giveNewKey } from './bookKeys.ts';
import type { NewBook } from './createOnServer.ts';
import { forgetMovePart, noteMovePart } from './moveParts.ts';
import { keyHolderOf } from './openBook.ts';
import { placeName } from './placeName.ts';
import { placeOf } from './workstations.ts';

export interface MovedBook extends OpenedWorkspace {
  readonly copied: CopiedBook;
}

export interface Moving {
  readonly request: OpenRequest;
  readonly parts: WorkspaceParts;
  readonly onCopied: OnCopied;
  /** Stops the move: it ends with MOVE_STOPPED, unless everything is already copied and compared. Absent: it cannot be stopped. */
  readonly stopping?: AbortSignal;
}

/** Between two pages of rows. */
const stoppable =
  ({ onCopied, stopping }: Moving): OnCopied =>
  (rows, total) => {
    if (stopping?.aborted === true) throw new ExpectedError(failure('MOVE_STOPPED'));
    onCopied(rows, total);
  };

/**
 * Moves the book of an open workspace to an empty database on a server, and opens it there. The old book stays valid until the new one is
 * complete: an interruption leaves it in one of the two places, and the next move continues with what was copied. The previous file is set
 * aside.
 */
export async function moveToServer(
  opened: OpenedWorkspace,
  book: NewBook,
  moving: Moving,
): Promise<Outcome<MovedBook>> {
  const { workspace, key } = opened;
  const { folder } = workspace;
  const address = await addressFor(workspace, book);
  if (!address.ok) return closed(opened, address);
  // Under an id that a second attempt finds again; those of benches that join are random.
  const bench = { id: workspace.workspaceId, name: book.name };
  const { keys, areNew } = await keysFor(workspace, book);
  const place = { address: address.value, bench, benchKey: drawBenchKey(), keys };
  const made = await orTrouble(() => makeThere(workspace, key, place));
  // Nothing of it is there, and the caller gets the reason.
  if (!made.ok) return closed(opened, made);
  const where = placeName(place.address);
  await noteMove(workspace, where);
  await opened.close();
  const moved = await inLockedFolder(folder, async () => {
    const files = { folder, dataKey: key.dataKey, keys: createBookKeys(keys) };
    const copied = await copyToServer(files, connectionOf(place.address), place.bench, stoppable(moving));
    if (!copied.ok) return copied;
    faultPoint('move.after-copy');
    writeServerPlace(folder, { ...key, key: deriveKey(key.dataKey, 'server place') }, place);
    faultPoint('move.after-place');
    setBookAside(folder, asideName(moving));
    return copied;
  });
  if (!moved.ok) return moved;
  const again = await openAgain(key, moved.value, moving);
  if (again.ok) await forgetMovePart(again.value.workspace, where);
  // Benches of another server that know the book's keys must not know the new ones.
  if (again.ok && !areNew) await giveNewKey(again.value.workspace);
  return again;
}

/** The keys for what continues under them, and the key of the benches that waited there since the book was last there. */
async function keysFor(
  { store, keyFor }: Workspace,
  { isPersonalSealed }: NewBook,
): Promise<{ readonly keys: BookKeyList; readonly areNew: boolean }> {
  const before = await store.read.settings.get('bookKeys');
  const { keys } = before ?? newBookKeys();
  const hexOf = (purpose: KeyPurpose) => keyFor(purpose).export().toString('hex');
  const purposes = ['record of acts', ...keptPurposes] as const;
  const fixedKeys = Object.fromEntries(purposes.map((purpose) => [purpose, hexOf(purpose)]));
  // A second attempt finds what the first one made under these.
  const list = { keys, kept: fixedKeys, isPersonalSealed };
  if (before === null) await store.write(({ settings }) => settings.put('bookKeys', list));
  return { keys: list, areNew: before === null };
}

/** Refused if there is nothing to move, or that place is not allowed. */
export async function addressFor(
  { isPractice, workstation }: Workspace,
  { server, name: _, isPersonalSealed: __, ...proof }: NewBook,
): Promise<Outcome<ServerAddress>> {
  if (workstation.isShared) return failure('MOVE_IS_THERE');
  if (isPractice && !isWithinComputer(server)) return failure('SERVER_PRACTICE_FAR');
  return provenAddress(server, proof);
}

/** An empty book of this workspace for the copy; a previous attempt may have made it. */
async function makeThere(
  { isPractice, folder }: Workspace,
  key: HeldKey,
  place: ServerPlace,
): Promise<Outcome<null>> {
  const { address, bench } = place;
  // It becomes a bench there only when the copy is complete: until then everything can be found again.
  const keyHolder = { ...keyHolderOf(folder, key, place), keep: () => undefined };
  const claim = { ...keyHolder, isPractice, bench, program: productVersion, mayCreate: true };
  const made = await openServerStore(connectionOf(address), {
    workstation: { id: bench.id, isShared: true },
    claim,
  });
  if (!made.ok) return made;
  await made.value.close();
  return done(null);
}

/** The other way: the server's book becomes a file in this folder, and the server's copy records that it has left. */
export async function moveHere(opened: OpenedWorkspace, moving: Moving): Promise<Outcome<MovedBook>> {
  const { workspace, key } = opened;
  const { folder } = workspace;
  const place = placeOf(workspace);
  if (place?.ok !== true) return closed(opened, place ?? failure('MOVE_IS_THERE'));
  const atWork = await benchesAtWork(workspace);
  if (atWork.length > 0)
    return closed(opened, failure('SERVER_BENCHES_AT_WORK', { names: atWork.join(', ') }));
  await noteMove(workspace, '');
  const keys = workspace.keyHolder?.keys ?? createBookKeys(place.value.keys);
  await opened.close();
  const moved = await inLockedFolder(folder, async () => {
    const { address, bench } = place.value;
    const files = { folder, dataKey: key.dataKey, keys };
    const copied = await copyFromServer(connectionOf(address), files, bench, stoppable(moving));
    if (!copied.ok) return copied;
    faultPoint('move.after-mark');
    placeBook(folder);
    // Its contents were brought into the book when that was opened.
    dropAwayStore(folder);
    dropServerPlace(folder);
    return copied;
  });
  return moved.ok ? openAgain(key, moved.value, moving) : moved;
}

/** Names of the others with a valid lease. */
export async function benchesAtWork({ store: { read } }: Workspace): Promise<string[]> {
  const living = await read.leases.livingOthers();
  return (await read.workstations.all()).filter(({ id }) => living.has(id)).map(({ name }) => name);
}

/** `where`: the place in words; empty: this computer. */
const noteMove = (workspace: Workspace, where: string): Promise<unknown> =>
  workspace.store.write(async (write) => {
    await recordAct(workspace, write, { kind: 'book-moved', what: where });
    const { clock, workstation } = workspace;
    const at = clock.now();
    await write.settings.put('moveBegun', { benchId: workstation.id, place: where, at });
    if (where !== '') await noteMovePart(write, { place: where, at });
  });

async function closed(opened: OpenedWorkspace, refusal: Failure): Promise<Failure> {
  await opened.close();
  return refusal;
}

async function inLockedFolder<T>(folder: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const lock = lockFolder(folder);
  if (!lock.ok) return lock;
  try {
    return await work();
  } finally {
    lock.value.release();
  }
}

const asideName = ({ parts }: Moving): string => `moved-${fileStamp(parts.clock.now())}`;

async function openAgain(
  heldKey: HeldKey,
  copied: CopiedBook,
  { request, parts }: Moving,
): Promise<Outcome<MovedBook>> {
  const again = await openWorkspace({ ...request, heldKey }, parts);
  return again.ok ? done({ ...again.value, copied }) : again;
}
