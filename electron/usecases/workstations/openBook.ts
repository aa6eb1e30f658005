import { onlyWorkstation, type Workstation } from '../../../shared/domain/workstation.ts';
import { done, type Failure, failure, type Outcome, ToldError } from '../../../shared/errors/outcome.ts';
import { createBookClock } from '../../dispatch/bookClock.ts';
import { createPacer, type Pacer } from '../../dispatch/pacer.ts';
import { createSharedPacer } from '../../dispatch/sharedPacer.ts';
import { setBookAside } from '../../store/moving/bookFiles.ts';
import { hasDatabase as hasFile, openStore, type StoreHelpers } from '../../store/openStore.ts';
import type { KeyHolder } from '../../store/server/benchKeys.ts';
import { connectionOf } from '../../store/server/serverAddress.ts';
import {
  isOnServer,
  readServerPlace,
  type ServerPlace,
  writeServerPlace,
} from '../../store/server/serverPlace.ts';
import { orTrouble } from '../../store/server/serverTrouble.ts';
import type { SealHook } from '../../store/store.ts';
import { type WorkspaceStore, withoutFile } from '../../store/workspaceStore.ts';
import { createBookKeys } from '../../vault/bookKeys.ts';
import { deriveKey } from '../../vault/sealing.ts';
import type { HeldKey, WorkspaceKey } from '../../vault/workspaceKey.ts';
import { fileStamp } from '../workspace/backup.ts';
import { productVersion } from '../workspace/productVersion.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { createSharedLease, type Lease, ownLease } from './lease.ts';
import { createNotices, type Notices } from './notices.ts';

export { isOnServer };

/** The book of a workspace, and as whom this PC works on it. */
interface OpenBook {
  readonly store: WorkspaceStore;
  readonly workstation: Workstation;
  readonly lease: Lease;
  readonly pacer: Pacer;
  /** Absent: nobody else works on it. */
  readonly notices?: Notices;
  /** Absent: what the book seals is sealed by the key of its folder. */
  readonly keyHolder?: KeyHolder;
}

interface BookRequest {
  readonly folder: string;
  readonly key: WorkspaceKey;
  readonly seal: SealHook;
  /** A manager has shut this bench out: it ends what it has in hand, and begins nothing any more. */
  readonly onShutOut: (why: Failure) => void;
  readonly parts: StoreHelpers & Pick<Workspace, 'clock' | 'changed'>;
}

/** Of what the place of its server is sealed by. */
export const placeKeyOf = ({ workspaceId, dataKey }: HeldKey) => ({
  workspaceId,
  key: deriveKey(dataKey, 'server place'),
});

/** In its folder, or on the server that the folder names. */
export async function openBook({
  folder,
  key,
  seal,
  parts,
  onShutOut,
}: BookRequest): Promise<Outcome<OpenBook>> {
  const place = readServerPlace(folder, placeKeyOf(key));
  if (place?.ok === false) return place;
  const { isPractice, hasDatabase, dataKey } = key;
  if (place === null) {
    const store = await openStore(folder, dataKey, !hasDatabase, seal, parts);
    const alone = { workstation: onlyWorkstation, lease: ownLease, pacer: createPacer(parts.clock) };
    return store.ok ? done({ store: store.value, ...alone }) : store;
  }
  // Most workspaces need none of it.
  const { openServerStore } = await import('../../store/server/openServerStore.ts');
  const { address, bench } = place.value;
  const workstation = { id: bench.id, isShared: true };
  const shutOut = () => onShutOut(failure('WORKSTATION_SHUT_OUT'));
  const keyHolder = keyHolderOf(folder, key, place.value, shutOut);
  const claim = { ...keyHolder, isPractice, bench, program: productVersion, mayCreate: !hasDatabase };
  const opened = await openServerStore(connectionOf(address), { seal, workstation, claim });
  if (!opened.ok) return opened;
  // A move to the server that was cut off behind its last step but one.
  if (hasFile(folder)) setBookAside(folder, `moved-${fileStamp(parts.clock.now())}`);
  const store = withoutFile(opened.value);
  const { clock, changed: tellHere } = parts;
  return done({
    store,
    workstation,
    keyHolder,
    lease: createSharedLease(store, clock, {
      id: bench.id,
      program: productVersion,
      onShutOut: shutOut,
    }),
    pacer: createSharedPacer(store, createBookClock(clock)),
    notices: createNotices({ store, clock, tellHere, onBug }),
  });
}

/** What it learns is kept beside the place of its server. */
export function keyHolderOf(
  folder: string,
  key: HeldKey,
  place: ServerPlace,
  onShutOut?: () => void,
): KeyHolder {
  const { bench, benchKey } = place;
  const keys = createBookKeys(place.keys);
  return {
    workspaceId: key.workspaceId,
    bench,
    keys,
    benchKey,
    keep: () => writeServerPlace(folder, placeKeyOf(key), { ...place, keys: keys.list }),
    ...(onShutOut === undefined ? {} : { onShutOut }),
  };
}

/** It ends the process, as any other bug that nobody awaits. */
function onBug(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/** As `keepWork` does: several times within a lease. */
const beatMs = 10_000;

/**
 * Says that this PC is there as long as it has the book open: also a command that stays and has no workers keeps its lease, and learns
 * that it was shut out.
 */
export function showLife({ workstation, lease, clock }: Workspace): { stop(): Promise<void> } {
  if (!workstation.isShared) return { stop: async () => undefined };
  const stopping = new AbortController();
  const go = async (): Promise<void> => {
    let isIn = true;
    while (isIn) {
      await clock.sleep(beatMs, stopping.signal);
      if (stopping.signal.aborted) return;
      // A server in trouble is asked again; whatever else is wrong with it, the next work meets.
      isIn = await lease.renew().catch((error: unknown) => {
        if (!(error instanceof ToldError)) onBug(error);
        return true;
      });
    }
  };
  const gone = go();
  return {
    async stop() {
      stopping.abort();
      // One that is under way would begin the lease anew behind its end.
      await gone;
    },
  };
}

/** Others take over at once what this PC has left; where the server is away they do when its lease has run out. */
export async function leaveBook({ store, lease, notices }: Workspace): Promise<void> {
  await orTrouble(async () => {
    await notices?.leave();
    await lease.leave();
    return done(null);
  });
  await store.close();
}
