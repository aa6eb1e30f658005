import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangeTopic } from '../../../shared/contracts/session.ts';
import { owner } from '../../../shared/domain/operator.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Divisions } from '../../addresses/divisions/loadDivisions.ts';
import { type CarrierPlatform, platformById } from '../../carriers/kit/carrierPlatform.ts';
import { createBreaker } from '../../dispatch/breaker.ts';
import { createLaneWaits } from '../../dispatch/laneWaits.ts';
import { createNetworkMeter } from '../../dispatch/networkMeter.ts';
import { createLaneRules } from '../../dispatch/pacer.ts';
import { createSkewMeter, meteredHttp } from '../../dispatch/skewMeter.ts';
import type { LabelFonts } from '../../labels/painter/labelFont.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpPort } from '../../platform/http.ts';
import { createIdSource, type IdSource } from '../../platform/ids.ts';
import { prepareWorkspaceFolder } from '../../platform/workspaceFolder.ts';
import type { HtmlRenderer } from '../../printers/kit/htmlRenderer.ts';
import type { PrinterTransport } from '../../printers/kit/printerTransport.ts';
import { readJournalMark } from '../../store/backup/inspectDatabase.ts';
import { readActsAfter } from '../../store/backup/readPeople.ts';
import { endSwap, finishSwap, type SwapPlan, setAsideFolder } from '../../store/backup/swapWorkspace.ts';
import { databaseFileName } from '../../store/database/openDatabase.ts';
import {
  leaveToOwner,
  lockWorkspace,
  type WatchedLock,
  type WorkspaceLock,
  watchLock,
  whyTaken,
} from '../../store/database/workspaceLock.ts';
import { type CallJournal, type JournalMark, openCallJournal } from '../../store/journal/openCallJournal.ts';
import type { StoreHelpers } from '../../store/openStore.ts';
import type { ServerPlace } from '../../store/server/serverPlace.ts';
import type { Store } from '../../store/store.ts';
import { type FoundSeal, openSeal } from '../../store/workspace/sealUpkeep.ts';
import type { InstalledProgram } from '../../updates/installed.ts';
import { openKeyChain } from '../../vault/keyChain.ts';
import type { KeyStorePort } from '../../vault/keyStorePort.ts';
import { deriveKey } from '../../vault/sealing.ts';
import { type HeldKey, noteDatabaseMade, noteRecoveryUsed } from '../../vault/workspaceKey.ts';
import { reconcileJournal } from '../booking/afterRestore/reconcileJournal.ts';
import { recallNetwork } from '../booking/callOutside.ts';
import { loadLanes } from '../booking/lanes.ts';
import { countEarlierCalls } from '../insight/callFigures.ts';
import type { OpenOrderSource } from '../intake/reading/orderSource.ts';
import { type RestoredState, settleSeal } from '../operators/seal.ts';
import { endWaits } from '../orders/endWaits.ts';
import type { ErasedAgain } from '../retention/eraseAgain.ts';
import { missedErasures } from '../retention/erasedList.ts';
import { bringBackLeft } from '../workstations/away/bringBack.ts';
import { settleBookKeys } from '../workstations/bookKeys.ts';
import { askForBook, leaveBook, openBook, showLife } from '../workstations/openBook.ts';
import { rereadJournal } from '../workstations/wentBack.ts';
import { keysOf, openKey } from './openKeys.ts';
import { seedPractice } from './practice.ts';
import { recoverWork } from './recover.ts';
import type { Workspace } from './workspace.ts';

/** Built once by the composition roots, for any workspace. */
export interface WorkspaceParts extends StoreHelpers {
  readonly clock: Clock;
  readonly http: HttpPort;
  readonly platforms: readonly CarrierPlatform[];
  readonly transports: readonly PrinterTransport[];
  /** Loaded at first use. `workspaceFolder`: newer data may lie in its folder `divisions`. */
  readonly divisions: (workspaceFolder?: string) => Divisions;
  readonly fonts: () => LabelFonts;
  readonly openOrderSource: OpenOrderSource;
  /** Absent where there are no windows. */
  readonly htmlRenderer?: HtmlRenderer;
  readonly program?: InstalledProgram;
  readonly changed: (...topics: ChangeTopic[]) => void;
  /** Absent: no page draws in this program. */
  readonly giveWay?: Workspace['giveWay'];
}

export interface OpenRequest {
  readonly folder: string;
  /** Empty: none given. */
  readonly passphrase: string;
  /** As it was typed; empty or absent: none given. */
  readonly recoveryCode?: string;
  readonly keyStore: KeyStorePort;
  readonly heldKey?: HeldKey | null;
  /** A folder without a workspace gets a practice one. */
  readonly isPracticeWanted: boolean;
  /** A new workspace gets a recovery code, which is shown when it opens for the first time. */
  readonly isRecoverable?: boolean;
  /** `refuse`: a folder without a workspace is an error the caller handles (the window asks first). */
  readonly whenMissing: 'create' | 'refuse';
  /** If the book's server is away, opens this bench's copies instead, until the book can be opened. */
  readonly mayStartAway?: boolean;
  /** Creates a workspace on a server, or joins one there; absent: the book lies in the folder. */
  readonly onServer?: {
    readonly place: ServerPlace;
    /** The book that is joined; absent: it is created now. */
    readonly joined?: Pick<HeldKey, 'workspaceId'>;
  };
  /** Who restored the backup that is opened now, for the record of acts; absent or empty: the owner. */
  readonly restoredBy?: string;
}

export interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly key: HeldKey;
  /** There was no workspace in the folder. */
  readonly isNew: boolean;
  /** Of a new workspace with a recovery code; returned only once. */
  readonly recoveryCode: string | null;
  /** Rows of the record of acts that a restore took over from the previous database. */
  readonly carriedActs: number;
  /** People who asked to be erased after this database was made. `SEAL_BROKEN`: the list of them does not open. */
  readonly erasedAgain: Outcome<ErasedAgain>;
  /**
   * Aborts when the workspace's lock was lost, or this bench was shut out (`whyTaken`): no call leaves any more, and the caller closes it.
   */
  readonly taken: AbortSignal;
  /** Asks whether the server is back, for a workspace opened without its book. Absent: the book is open. */
  readonly askForBook?: () => Promise<Outcome<null>>;
  close(): Promise<void>;
}

export { whyTaken };

/** Lock → an interrupted restore → key → store → journal → recovery, in this order; a failure leaves everything as it was. */
export async function openWorkspace(
  request: OpenRequest,
  parts: WorkspaceParts,
): Promise<Outcome<OpenedWorkspace>> {
  const lock = lockFolder(request.folder);
  if (!lock.ok) return lock;
  const watched = watchLock(lock.value, parts.clock);
  const release = (): void => {
    watched.stop();
    lock.value.release();
  };
  let opened: Awaited<ReturnType<typeof openLocked>> | null = null;
  try {
    // While the plan exists this is a restored database, so it may be older than the sealed state.
    const plan = finishSwap(request.folder);
    opened = await openLocked(request, parts, { ...lock.value, ...watched, plan });
    if (plan !== null && opened.ok) endSwap(request.folder, plan);
  } finally {
    if (opened?.ok !== true) release();
  }
  if (!opened.ok) return opened.code === 'WORKSPACE_BUSY' ? leaveToOwner(request.folder, lock.value) : opened;
  const { workspace } = opened.value;
  const life = showLife(workspace);
  return done({
    ...opened.value,
    taken: watched.taken,
    async close() {
      await life.stop();
      await leaveBook(workspace);
      workspace.journal.close();
      release();
    },
  });
}

async function openLocked(
  request: OpenRequest,
  parts: WorkspaceParts,
  lock: Pick<LockedFolder, 'tightened'> &
    Pick<WatchedLock, 'isHeld' | 'giveUp'> & { readonly plan: SwapPlan | null },
): Promise<Outcome<Omit<OpenedWorkspace, 'close' | 'taken'>>> {
  // With a renewed key the state is no older.
  const plan = lock.plan?.isRenewal === true ? null : lock.plan;
  const nextId = createIdSource(parts.clock);
  const key = await openKey(request, parts, nextId);
  if (!key.ok) return key;
  noteRecoveryUsed(request.folder, key.value, parts.clock.now());
  const { dataKey, workspaceId, recoveryCode } = key.value;
  const { folder } = request;
  const sealKey = deriveKey(dataKey, 'sealed state');
  const { found, hook } = openSeal({ folder, workspaceId, key: sealKey, clock: parts.clock });
  const opening = { folder, key: key.value, seal: hook, parts };
  const mayStartAway = request.mayStartAway === true;
  let open: Workspace | null = null;
  const listeners = {
    onShutOut: lock.giveUp,
    onWentBack: (write: Store['write']) => rereadJournal(open, write),
  };
  const book = await openBook({ ...opening, ...listeners, mayStartAway });
  if (!book.ok) return book;
  const { store, start, ...together } = book.value;
  const isChecked = start === undefined && key.value.isPractice;
  // Asked together, here and below: on a server each question by itself would wait for the network.
  const [keys, isForeign, mark] = await Promise.all([
    keysOf(store, dataKey, together.keyHolder?.keys),
    isChecked && hasRealAccount(store, parts.platforms),
    start === undefined ? store.read.settings.get('journalMark') : start.journalMark,
  ]);
  if (isForeign) {
    await store.close();
    return failure('PRACTICE_REFUSES_REAL_ACCOUNT');
  }
  const journal = openJournal({ folder, plan, dataKey, mark }, lock, parts.clock);
  const { isPractice } = key.value;
  const own = { workspaceId, tightened: lock.tightened, isPractice, store, journal, ...keys };
  const workspace = buildWorkspace({ ...own, ...together }, { request, parts, nextId, dataKey });
  open = workspace;
  const isNew = !key.value.hasDatabase;
  const opened = { workspace, key: { workspaceId, dataKey }, isNew, recoveryCode };
  if (start !== undefined)
    return done({
      ...opened,
      carriedActs: 0,
      erasedAgain: done(nobodyErased),
      askForBook: () => askForBook(opening),
    });
  noteDatabaseMade(request.folder);
  try {
    const restored = plan === null ? null : restoredState(request, plan, dataKey);
    const carriedActs = await makeReady(workspace, found, restored);
    const erasedAgain = await eraseMissed(workspace);
    if (workspace.workstation.isShared) await bringBackLeft(workspace, dataKey);
    return done({ ...opened, carriedActs, erasedAgain });
  } catch (error) {
    journal.close();
    await store.close();
    throw error;
  }
}

type FoundParts = Pick<
  Workspace,
  | 'workspaceId'
  | 'tightened'
  | 'isPractice'
  | 'store'
  | 'journal'
  | 'keyFor'
  | 'secretBox'
  | 'pinKeys'
  | 'keyHolder'
  | 'workstation'
  | 'lease'
  | 'pacer'
  | 'notices'
>;

/** Combines the folder, the book and the program's own data. */
function buildWorkspace(
  found: FoundParts,
  {
    request,
    parts,
    nextId,
    dataKey,
  }: {
    readonly request: OpenRequest;
    readonly parts: WorkspaceParts;
    readonly nextId: IdSource;
    readonly dataKey: Uint8Array;
  },
): Workspace {
  const laneRules = createLaneRules();
  const skewMeter = createSkewMeter();
  return {
    folder: request.folder,
    ...found,
    actor: owner,
    clock: parts.clock,
    nextId,
    chance: () => randomInt(1_000_000) / 1_000_000,
    keyChain: openKeyChain(request.folder, dataKey, request.passphrase),
    platforms: parts.platforms,
    transports: parts.transports,
    ports: { http: meteredHttp(parts.http, parts.clock, skewMeter), clock: parts.clock },
    skewMeter,
    networkMeter: createNetworkMeter(),
    laneWaits: createLaneWaits(),
    laneRules,
    breaker: createBreaker(parts.clock, () => laneRules.retries),
    get divisions() {
      return parts.divisions(request.folder);
    },
    get fonts() {
      return parts.fonts();
    },
    openOrderSource: parts.openOrderSource,
    giveWay: parts.giveWay ?? (() => nextTurn()),
    ...(parts.htmlRenderer === undefined ? {} : { htmlRenderer: parts.htmlRenderer }),
    ...(parts.program === undefined ? {} : { program: parts.program }),
    changed: found.notices?.changed ?? parts.changed,
  };
}

/** Has it a real account? None can be added to a practice workspace, but a foreign database may contain one. */
async function hasRealAccount({ read }: Store, platforms: WorkspaceParts['platforms']): Promise<boolean> {
  const accounts = await read.accounts.all();
  return accounts.some(({ platform }) => platformById(platforms, platform)?.manifest.isEmbedded === false);
}

function openJournal(
  { folder, plan, dataKey, mark }: Pick<OpenRequest, 'folder'> & JournalDesk,
  { isHeld }: Pick<WatchedLock, 'isHeld'>,
  clock: Clock,
): CallJournal {
  return openCallJournal({
    workspaceFolder: folder,
    key: deriveKey(dataKey, 'outside calls'),
    now: () => clock.now(),
    mark,
    isRestored: plan !== null,
    previousMark: plan === null ? null : readJournalMark(previousDatabase(folder, plan), dataKey),
    isHeld,
  });
}

interface JournalDesk {
  /** Of a restore that has just been done; null: none. */
  readonly plan: SwapPlan | null;
  readonly dataKey: Uint8Array;
  readonly mark: JournalMark | null;
}

const previousDatabase = (folder: string, { setAside }: SwapPlan): string =>
  join(setAsideFolder(folder), setAside, databaseFileName);

/** Before any act: checks people and record against their seal, and resumes interrupted work. */
async function makeReady(
  workspace: Workspace,
  found: FoundSeal,
  restored: RestoredState | null,
): Promise<number> {
  const carriedActs = await settleSeal(workspace, found, restored);
  await settleBookKeys(workspace);
  await reconcileJournal(workspace);
  await Promise.all([loadLanes(workspace), recallNetwork(workspace), countEarlierCalls(workspace)]);
  await Promise.all([recoverWork(workspace), endWaits(workspace)]);
  if (workspace.isPractice) await seedPractice(workspace);
  return carriedActs;
}

const nobodyErased: ErasedAgain = { persons: 0, orders: 0, awaited: 0 };

async function eraseMissed(workspace: Workspace): Promise<Outcome<ErasedAgain>> {
  const missed = await missedErasures(workspace);
  if (!missed.ok || missed.value.length === 0) return missed.ok ? done(nobodyErased) : missed;
  const { eraseAgain } = await import('../retention/eraseAgain.ts');
  return done(await eraseAgain(workspace, missed.value));
}

/** Left by a restore: the previous database, whose record of acts may continue that of the backup. */
function restoredState(
  { folder, restoredBy = '' }: OpenRequest,
  plan: SwapPlan,
  dataKey: Uint8Array,
): RestoredState {
  const previous = previousDatabase(folder, plan);
  return {
    told: plan.told,
    by: restoredBy,
    actsAfter: (head) => readActsAfter(previous, dataKey, head) ?? [],
  };
}

interface LockedFolder extends WorkspaceLock {
  /** Files that others could read until now. */
  readonly tightened: readonly string[];
}

/** Creates the folder if needed, and locks it against other writers. */
export function lockFolder(folder: string): Outcome<LockedFolder> {
  const prepared = prepareWorkspaceFolder(folder);
  if (!prepared.ok) return prepared;
  const lock = lockWorkspace(folder);
  return lock.ok ? done({ ...lock.value, ...prepared.value }) : lock;
}
