import type { ClosedBecause } from '../../shared/contracts/session.ts';
import { owner } from '../../shared/domain/operator.ts';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import { done, type Failure, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { nothingFails } from '../usecases/backups/plan.ts';
import { readBenchDevices } from '../usecases/devices/benchDevices.ts';
import type { DeviceLines } from '../usecases/devices/deviceLines.ts';
import type { Approval } from '../usecases/operators/checkRight.ts';
import { actAs, type Desk } from '../usecases/operators/desk.ts';
import type { AutoLock } from '../usecases/workspace/autoLock.ts';
import { type OpenedWorkspace, openWorkspace } from '../usecases/workspace/open.ts';
import type { OutsideKnowledge } from '../usecases/workspace/status.ts';
import type { WorkInHand } from '../usecases/workspace/workInHand.ts';
import type { Workspace } from '../usecases/workspace/workspace.ts';
import type { AwayBench } from '../usecases/workstations/away/awayBench.ts';
import { openAgain } from '../usecases/workstations/away/openAgain.ts';
import { isShutOut } from '../usecases/workstations/serverAway.ts';
import type { KeyStorePort } from '../vault/keyStorePort.ts';
import { type HeldKey, readKeyFile } from '../vault/workspaceKey.ts';
import { BookMove, type MoveWhere } from './bookMove.ts';
import type { ChangeFeed } from './changeFeed.ts';
import {
  isLeft,
  type OpenSession,
  type Previous,
  parkWork,
  startSession,
  whenTaken,
  workOf,
} from './openSession.ts';
import type { PageFiles } from './pageFiles.ts';
import type { LentSession, OnClosed, Opening, SessionOptions, UnlockRequest } from './sessionOptions.ts';
import { DeviceMemory, RunningWork, type WatchKnowledge } from './sessionRounds.ts';

/** The window's side of a workspace: closed, locked, or open with its workers running. One per core process. */
export class Session {
  readonly #options: SessionOptions;
  readonly version: string;
  readonly folder: string;
  readonly keyStore: KeyStorePort;
  readonly changes: ChangeFeed;
  readonly files: PageFiles;
  #open: OpenSession | null = null;
  #opening: Promise<unknown> = Promise.resolve();
  #heldKey: HeldKey | null;
  /** A person locked it: only a person opens it again. */
  #isLockedByHand: boolean;
  readonly #deviceMemory = new DeviceMemory();
  #closedBecause: ClosedBecause = '';
  /** Why the last attempt to open it failed; empty: it did not. */
  #refusedBy: ErrorCode | '' = '';
  /** The recovery code of a new workspace, until the page has shown it. */
  #recoveryCode: string | null = null;
  readonly move: BookMove;
  readonly #inHand = new RunningWork();
  readonly #starting = new RunningWork();
  #closing: Promise<void> | null = null;
  /** A person closed it while it was being reopened: it is closed again at once. */
  #isCloseAsked = false;
  #startedAt = 0;
  #door: { close(): void | Promise<void> } | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.version = options.version;
    this.folder = options.folder;
    this.keyStore = options.keyStore;
    this.changes = options.changes;
    this.files = options.files;
    this.move = new BookMove(options);
    this.#heldKey = options.heldKey;
    this.#isLockedByHand = options.isLockedByHand;
  }

  get knowledge(): OutsideKnowledge {
    const { printerStates } = this.#deviceMemory;
    const backups = this.#open?.rounds.backups.knowledge ?? nothingFails;
    return { printerStates, backups };
  }

  /** The folder was changed or the drive plugged in: failed backups are tried again now. */
  tryBackupsAgain(): void {
    const backups = this.#open?.rounds.backups;
    backups?.tryAgain();
    void backups?.round().catch(this.#options.onBug);
  }

  /** An import or a sweep is running. */
  get isBusy(): boolean {
    return !this.#inHand.isNone;
  }

  /** Work that a lock or a backup waits for, such as an import. */
  whileBusy<T>(work: () => Promise<T>): Promise<T> {
    return this.#inHand.during(work);
  }

  get watchKnowledge(): WatchKnowledge {
    return this.#deviceMemory.watched;
  }

  /** Why it was closed automatically; empty: it was not. */
  get closedBecause(): ClosedBecause {
    return this.#closedBecause;
  }

  /** Why it is closed, as last known. */
  lastWord = (): ErrorCode | '' => this.#closedBecause || this.#refusedBy;

  state(): 'new' | 'locked' | 'open' | 'moving' {
    if (this.#open !== null) return 'open';
    if (this.move.underWay !== null) return 'moving';
    return readKeyFile(this.#options.folder) === null ? 'new' : 'locked';
  }

  /** The workspace, acting for the person whom `settled` found at the window. */
  workspace(): Outcome<Workspace> {
    if (this.#open === null) return failure('WORKSPACE_LOCKED');
    return done(actAs(this.#open.opened.workspace, this.#open.desk.actor));
  }

  /** Reports whether the window can use a camera: only while photos of parcels are on. */
  async tellCamera(): Promise<void> {
    const open = this.#open;
    const isAllowed = open !== null && (await open.within(readBenchDevices)).camera.isOn;
    this.#options.onCamera?.(isAllowed);
  }

  devices(): Outcome<DeviceLines> {
    return this.#open === null ? failure('WORKSPACE_LOCKED') : done(this.#open.rounds.devices);
  }

  /** The bench of a book on a server; null: the book is here, or closed. */
  get away(): AwayBench | null {
    return this.#open?.rounds.away ?? null;
  }

  /** For people and devices of this bench: acts on the book or, while its server is away, on this bench's copies. */
  async within<T>(action: (at: Workspace) => Promise<T>): Promise<Outcome<T>> {
    const open = this.#open;
    if (open === null) return failure('WORKSPACE_LOCKED');
    return done(await open.within((at) => action(actAs(at, open.desk.actor))));
  }

  desk(): Outcome<Desk> {
    return this.#open === null ? failure('WORKSPACE_LOCKED') : done(this.#open.desk);
  }

  async signOut(): Promise<Outcome<null>> {
    const desk = this.desk();
    if (!desk.ok) return desk;
    await desk.value.signOut();
    this.#options.onLeft();
    return done(null);
  }

  withApprovals<T>(
    ids: readonly string[] | undefined,
    orderId: string,
    action: (approvals: readonly Approval[]) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.#open === null ? action([]) : this.#open.desk.withApprovals(ids ?? [], orderId, action);
  }

  /** The recovery code of a new workspace, returned once. */
  takeRecoveryCode(): string | null {
    const code = this.#recoveryCode;
    this.#recoveryCode = null;
    return code;
  }

  /** Work was queued: the workers check their queues now. */
  wake(): void {
    this.#open?.workers.booking.wake();
    this.#open?.workers.printing.wake();
    this.away?.wake();
  }

  /** What closing the program now would interrupt. */
  async workInHand(): Promise<WorkInHand> {
    // Read first: work queued meanwhile may be counted twice, but is never missed.
    const isStarting = !this.#starting.isNone;
    return { ...(await workOf(this.#open)), isStarting, isMoving: this.move.underWay !== null };
  }

  /** Wraps an act that queues work: until it is queued, only this counter knows of it. */
  whileStarting<T>(work: () => Promise<T>): Promise<T> {
    return this.#starting.during(work);
  }

  /** Opens what needs no passphrase: practice, a key kept by the system, or the key a dead core left with main. Returns why it failed. */
  async resume(): Promise<Failure | null> {
    if (this.#isLockedByHand || this.state() !== 'locked') return null;
    const refused = await this.open({ passphrase: '', isPracticeWanted: false, whenMissing: 'refuse' });
    return refused?.code === 'WORKSPACE_LOCKED' ? null : refused;
  }

  /** Resolves when no opening is in progress and the person here is known. A page that asks meanwhile is not answered "locked". */
  async settled(): Promise<void> {
    await this.#opening;
    await this.#lookAtDesk();
  }

  async #lookAtDesk(): Promise<void> {
    const desk = this.#open?.desk;
    if (desk === undefined) return;
    if (!(await isLeft(desk))) return;
    this.changes.publish('operators');
    if (desk.actor.role === 'nobody') this.#options.onLeft();
  }

  open(request: UnlockRequest): Promise<Failure | null> {
    const { folder, keyStore, parts } = this.#options;
    return this.#inTurn(async () => {
      if (this.#open !== null || this.move.underWay !== null) return null;
      const heldKey = this.#heldKey;
      const asked = { folder, keyStore, heldKey, mayStartAway: true, ...request };
      const opened = await openWorkspace(asked, parts);
      if (opened.ok) await this.#take(opened.value);
      else this.#refusedBy = opened.code;
      return opened.ok ? null : opened;
    });
  }

  /** Opens the workspace other than from its folder: by restoring it, joining it, or moving it to a server. */
  openBy<T extends OpenedWorkspace>(given: Opening, action: OnClosed<T>): Promise<Outcome<T>> {
    return this.whileClosed(given, async (request, parts) => {
      const opened = await action(request, parts);
      if (opened.ok) await this.#take(opened.value);
      return opened;
    });
  }

  /** Acts on the closed workspace, which cannot be opened meanwhile. */
  whileClosed<T>(given: Opening, action: OnClosed<T>): Promise<Outcome<T>> {
    const { folder, keyStore, parts } = this.#options;
    const request = { folder, keyStore, isPracticeWanted: false, whenMissing: 'create', ...given } as const;
    return this.#inTurn(async () =>
      this.#open === null && this.move.underWay === null
        ? action(request, parts)
        : failure('WORKSPACE_BUSY', { pid: String(process.pid) }),
    );
  }

  /** Openings and closings run one after the other: two pages asking at once must not lock each other out. */
  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const acted = this.#opening.then(async () => {
      await this.#closing;
      return action();
    });
    this.#opening = acted.catch(() => undefined);
    return acted;
  }

  async #take(opened: OpenedWorkspace, previous: Previous | null = null): Promise<void> {
    const { onBug, onNotice, untilServed = async () => undefined } = this.#options;
    const open = await startSession(opened, {
      previous,
      isBack: this.#heldKey !== null,
      onAnswer: () => void this.#goToBook(opened).catch(onBug),
      onRecorderFailed: (failed) => this.#open?.rounds.devices.recorderFailed(failed),
      inHand: this.#inHand,
      deviceMemory: this.#deviceMemory,
      changes: this.changes,
      untilServed,
      lookAtDesk: () => this.#lookAtDesk(),
      onNotice,
      signOut: () => this.signOut(),
      lock: () => this.close(),
      onBug,
    });
    this.#open = open;
    this.#startedAt = opened.workspace.clock.now();
    const { rounds } = open;
    this.#isLockedByHand = false;
    this.#closedBecause = '';
    this.#refusedBy = '';
    whenTaken(open, (because) => {
      this.#closedBecause = because;
      void this.close().catch(onBug);
    });
    this.#recoveryCode = opened.recoveryCode;
    await this.tellCamera();
    this.#options.onKey(opened.key);
    rounds.start();
    this.#door = (await this.#options.takeGuests?.(this)) ?? null;
    this.changes.publish('session', 'status', 'orders');
  }

  /** The server of a book answers again: reopens the book with the same people, and what was done without it is brought into it. */
  #goToBook(from: OpenedWorkspace): Promise<void> {
    const { folder, keyStore, parts } = this.#options;
    return this.#inTurn(async () => {
      const open = this.#open;
      if (open?.opened !== from || open.rounds.signal.aborted) return;
      this.#isCloseAsked = false;
      const previous = await this.#park(open);
      await from.close();
      await this.#goOn(await openAgain({ folder, keyStore, heldKey: from.key }, parts), previous);
      if (this.#isCloseAsked) return this.#closeNow();
    });
  }

  /** Gives the reopened workspace to the same people at the same window. */
  async #goOn(opened: Outcome<OpenedWorkspace>, previous: Previous): Promise<void> {
    if (!opened.ok) {
      if (isShutOut(opened.code)) this.#closedBecause = opened.code;
      this.#forgetKey();
      return this.#tellClosed();
    }
    await this.#take(opened.value, previous);
    // The page still follows streams of the previous opening.
    this.#options.onLeft();
  }

  /** Starts moving the book elsewhere: the workspace is closed meanwhile, and afterwards open at its new place. */
  moveBook(where: MoveWhere): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      const open = this.#open;
      if (open === null) return failure('WORKSPACE_LOCKED');
      const { opened, desk } = open;
      const acting = { ...opened, workspace: actAs(opened.workspace, desk.actor) };
      const previous = await this.#park(open);
      this.move.begin(acting, where, (again) => this.#goOn(again, previous));
      this.#tellClosed();
      return done(null);
    });
  }

  /** Lends the open workspace to a command of another program, which acts as the owner until it has signed in; null: it is closed. */
  async lend<T>(work: (lent: LentSession) => Promise<T>): Promise<T | null> {
    await this.#opening;
    if (this.#open === null) return null;
    const { opened, guests } = this.#open;
    const { workspace, taken } = opened;
    const whileBusy: Session['whileBusy'] = (busy) => this.whileBusy(busy);
    return guests.during((leaving) =>
      work({ workspace: actAs(workspace, owner), taken, leaving, whileBusy }),
    );
  }

  /** null: there is nothing open to lock. */
  get autoLock(): AutoLock | null {
    return this.#open?.rounds.autoLock ?? null;
  }

  /** Parks the work and closes the database; the key leaves memory with it. A second call waits for the first. */
  close(): Promise<void> {
    this.#isCloseAsked = true;
    this.#closing ??= this.#closeNow().finally(() => {
      this.#closing = null;
    });
    return this.#closing;
  }

  async #closeNow(): Promise<void> {
    await this.move.stop();
    const open = this.#open;
    if (open === null || open.rounds.signal.aborted) return;
    await this.#park(open);
    this.#forgetKey();
    await open.opened.close();
    this.#tellClosed();
  }

  /** Parks the work; the book stays open. */
  async #park(open: OpenSession): Promise<Previous> {
    await parkWork(open, async () => {
      await this.#door?.close();
      this.#door = null;
    });
    this.#open = null;
    return { occupant: open.desk, startedAt: this.#startedAt };
  }

  #forgetKey(): void {
    this.#heldKey = null;
    this.#isLockedByHand = true;
    this.#options.onKey(null);
    this.#options.onCamera?.(false);
  }

  #tellClosed(): void {
    this.changes.publish('session', 'status');
    this.#options.onLeft();
  }
}
