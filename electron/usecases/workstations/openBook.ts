import { onlyWorkstation, type Workstation } from '../../../shared/domain/workstation.ts';
import { done, ExpectedError, type Failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { createBookClock } from '../../dispatch/bookClock.ts';
import { createPacer, type Pacer } from '../../dispatch/pacer.ts';
import { createSharedPacer } from '../../dispatch/sharedPacer.ts';
import { dropOldStage, dropStage, setBookAside } from '../../store/moving/bookFiles.ts';
import { hasDatabase as hasFile, openStore, type StoreHelpers } from '../../store/openStore.ts';
import { absentStore } from '../../store/server/absentStore.ts';
import { applyShutOut, type KeyHolder } from '../../store/server/benchKeys.ts';
import type { OnWentBack } from '../../store/server/bookTurn.ts';
import { connectionOf } from '../../store/server/serverAddress.ts';
import {
  forgetServerPlace,
  isOnServer,
  type PlaceKey,
  readServerPlace,
  type ServerPlace,
  writeServerPlace,
} from '../../store/server/serverPlace.ts';
import { orTrouble } from '../../store/server/serverTrouble.ts';
import type { SealHook } from '../../store/store.ts';
import { type WorkspaceStore, withoutFile } from '../../store/workspaceStore.ts';
import { type AwayStart, dropAwayCopies, readAwayStart } from '../../store/workstations/openAwayStore.ts';
import { dropWaitingFiles } from '../../store/workstations/waitingFiles.ts';
import { createBookKeys } from '../../vault/bookKeys.ts';
import { deriveKey } from '../../vault/sealing.ts';
import type { HeldKey, WorkspaceKey } from '../../vault/workspaceKey.ts';
import { fileStamp } from '../workspace/backup.ts';
import { productVersion } from '../workspace/productVersion.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { createSharedLease, type Lease, ownLease } from './lease.ts';
import { createNotices, type Notices } from './notices.ts';

export { isOnServer };

/** The book of a workspace, and this PC's identity there. */
interface OpenBook {
  readonly store: WorkspaceStore;
  readonly workstation: Workstation;
  readonly lease: Lease;
  readonly pacer: Pacer;
  /** Absent: no other workstation works on it. */
  readonly notices?: Notices;
  /** Absent: the key of its folder seals the book. */
  readonly keyHolder?: KeyHolder;
  /** Its server is away, and this bench has the copies to keep packing: the store reports it. Absent: it is open. */
  readonly start?: AwayStart;
}

interface BookRequest {
  readonly folder: string;
  readonly key: WorkspaceKey;
  readonly seal: SealHook;
  /** A manager has shut this bench out: it finishes work in progress and starts nothing more. */
  readonly onShutOut: (why: Failure) => void;
  /** The book lacks what this bench has written. */
  readonly onWentBack: OnWentBack;
  /** A window can; everything else that opens a workspace needs its book. */
  readonly mayStartAway: boolean;
  readonly parts: StoreHelpers & Pick<Workspace, 'clock' | 'changed'>;
}

/** Of what the place of its server is sealed by. */
export const placeKeyOf = ({ workspaceId, dataKey }: HeldKey) => ({
  workspaceId,
  key: deriveKey(dataKey, 'server place'),
});

/** Older copies miss too much that others have packed and changed: after a long weekend the bench waits for its server. */
const oldestStartMs = 3 * dayMs;

/** In its folder, or on the server that the folder names. */
export async function openBook(request: BookRequest): Promise<Outcome<OpenBook>> {
  const { folder, key, seal, parts } = request;
  const place = readServerPlace(folder, placeKeyOf(key));
  if (place === null) {
    const existing = key.hasDatabase ? 'must-exist' : 'may-create';
    const store = await openStore(folder, key.dataKey, existing, seal, parts);
    const alone = { workstation: onlyWorkstation, lease: ownLease, pacer: createPacer(parts.clock) };
    return store.ok ? done({ store: store.value, ...alone }) : store;
  }
  const opened = place.ok ? await openOnServer(place.value, request) : place;
  if (!opened.ok) {
    dropIfShutOut(folder, placeKeyOf(key));
    return opened;
  }
  const { store, workstation, keyHolder, start } = opened.value;
  // A move to the server that was interrupted after its last step but one.
  if (hasFile(folder)) setBookAside(folder, `moved-${fileStamp(parts.clock.now())}`);
  const { clock, changed: tellHere } = parts;
  dropOldStage(folder, clock.now());
  return done({
    store,
    workstation,
    keyHolder,
    lease: createSharedLease(store, clock, {
      id: workstation.id,
      program: productVersion,
      onShutOut: (row) => request.onShutOut(applyShutOut(keyHolder, row)),
    }),
    pacer: createSharedPacer(store, createBookClock(clock)),
    notices: createNotices({ store, clock, tellHere, onBug }),
    ...(start === undefined ? {} : { start }),
  });
}

/** Of a book that stays open. */
type Watches = 'onShutOut' | 'onWentBack';

type OpenedOnServer = Pick<OpenBook, 'store' | 'workstation' | 'start'> & { readonly keyHolder: KeyHolder };

async function openOnServer(
  place: ServerPlace,
  {
    folder,
    key,
    seal,
    parts,
    mayStartAway,
    onShutOut,
    onWentBack,
  }: Omit<BookRequest, Watches> & Partial<Pick<BookRequest, Watches>>,
): Promise<Outcome<OpenedOnServer>> {
  const { isPractice, hasDatabase, dataKey } = key;
  // Loaded on use: most workspaces need none of it.
  const { openServerStore } = await import('../../store/server/openServerStore.ts');
  const { address, bench } = place;
  const workstation = { id: bench.id, isShared: true };
  const keyHolder = keyHolderOf(folder, key, place, onShutOut);
  const claim = { ...keyHolder, isPractice, bench, program: productVersion, mayCreate: !hasDatabase };
  const opened = await openServerStore(connectionOf(address), {
    seal,
    workstation,
    claim,
    ...(onWentBack === undefined ? {} : { onWentBack }),
  });
  if (opened.ok) return done({ store: withoutFile(opened.value), workstation, keyHolder });
  if (opened.code !== 'SERVER_AWAY' || !mayStartAway) return opened;
  const start = await readAwayStart({ folder, dataKey, workstation }, parts.clock.now() - oldestStartMs);
  if (start === null) return opened;
  return done({ store: withoutFile(absentStore(workstation)), workstation, keyHolder, start });
}

/** Does the server answer as an opening needs it? Closes everything again. */
export async function askForBook(
  request: Pick<BookRequest, 'folder' | 'key' | 'seal' | 'parts'>,
): Promise<Outcome<null>> {
  const place = readServerPlace(request.folder, placeKeyOf(request.key));
  if (place === null) return done(null);
  const opened = place.ok ? await openOnServer(place.value, { ...request, mayStartAway: false }) : place;
  if (!opened.ok) return opened;
  await opened.value.store.close();
  return done(null);
}

/** A bench that was shut out deletes its copies of the book. */
function dropIfShutOut(folder: string, key: PlaceKey): void {
  if (!isForgotten(folder, key)) return;
  dropAwayCopies(folder);
  dropWaitingFiles(folder);
  dropStage(folder);
}

function isForgotten(folder: string, key: PlaceKey): boolean {
  const place = readServerPlace(folder, key);
  return place?.ok === false && place.code === 'WORKSTATION_SHUT_OUT';
}

/** The keys it learns are stored beside the place of its server. */
export function keyHolderOf(
  folder: string,
  key: HeldKey,
  place: ServerPlace,
  onShutOut?: BookRequest['onShutOut'],
): KeyHolder {
  const { bench, benchKey } = place;
  const keys = createBookKeys(place.keys);
  return {
    workspaceId: key.workspaceId,
    bench,
    keys,
    benchKey,
    keep() {
      if (!isForgotten(folder, placeKeyOf(key)))
        writeServerPlace(folder, placeKeyOf(key), { ...place, keys: keys.list });
    },
    // From now on this PC does not find the book any more, even if the server does not refuse it.
    forget: () => forgetServerPlace(folder, placeKeyOf(key)),
    ...(onShutOut === undefined ? {} : { onShutOut }),
  };
}

/** It ends the process, as any other unhandled bug. */
function onBug(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/** As in `keepLease`: several times per lease. */
const beatMs = 10_000;

/**
 * Renews this PC's lease as long as it has the book open: even a long-running command without workers keeps its lease, and learns that it
 * was shut out.
 */
export function showLife({ workstation, lease, clock }: Workspace): { stop(): Promise<void> } {
  if (!workstation.isShared) return { stop: async () => undefined };
  const stopping = new AbortController();
  const go = async (): Promise<void> => {
    let isIn = true;
    while (isIn) {
      await clock.sleep(beatMs, stopping.signal);
      if (stopping.signal.aborted) return;
      // A server with a problem is asked again; any other error is met by the next work.
      isIn = await lease.renew().catch((error: unknown) => {
        if (!(error instanceof ExpectedError)) onBug(error);
        return true;
      });
    }
  };
  const gone = go();
  return {
    async stop() {
      stopping.abort();
      // A renewal still running would restart the lease after its end.
      await gone;
    },
  };
}

/** Others take over at once what this PC has left; if the server is away they do when its lease has expired. */
export async function leaveBook(workspace: Workspace): Promise<void> {
  const { folder, workspaceId, keyFor, store, lease, notices } = workspace;
  await orTrouble(async () => {
    await notices?.leave();
    await lease.leave();
    return done(null);
  });
  await store.close();
  dropIfShutOut(folder, { workspaceId, key: keyFor('server place') });
}
