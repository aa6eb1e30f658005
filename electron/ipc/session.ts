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
  type Former,
  isLeft,
  type OpenSession,
  parkWork,
  startSession,
  whenTaken,
  workOf,
} from './openSession.ts';
import type { PageFiles } from './pageFiles.ts';
import type { LentSession, OnClosed, Opening, SessionOptions, UnlockRequest } from './sessionOptions.ts';
import { RunningWork, Surroundings, type WatchKnowledge } from './sessionRounds.ts';

/** The window's side of a workspace: closed, locked or open with its workers running. One for each core process. */
export class Session {
  readonly #options: SessionOptions;
  #open: OpenSession | null = null;
  #opening: Promise<unknown> = Promise.resolve();
  #heldKey: HeldKey | null;
  /** Somebody locked it: only somebody opens it again. */
  #isLockedByHand: boolean;
  readonly #surroundings = new Surroundings();
  #closedBecause: ClosedBecause = '';
  /** Why it could not be opened when that was tried last. */
  #refusedBy: ErrorCode | '' = '';
  /** Of a workspace just made, until the page that made it has it. */
  #recoveryCode: string | null = null;
  readonly move: BookMove;
  readonly #inHand = new RunningWork();
  readonly #starting = new RunningWork();
  #closing: Promise<void> | null = null;
  /** Somebody asked for it since: what is being opened anew is not wanted any more. */
  #isCloseAsked = false;
  #startedAt = 0;
  #door: { close(): void | Promise<void> } | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.move = new BookMove(options);
    this.#heldKey = options.heldKey;
    this.#isLockedByHand = options.isLockedByHand;
  }

  get version(): string {
    return this.#options.version;
  }

  get folder(): string {
    return this.#options.folder;
  }

  get keyStore(): KeyStorePort {
    return this.#options.keyStore;
  }

  get changes(): ChangeFeed {
    return this.#options.changes;
  }

  get files(): PageFiles {
    return this.#options.files;
  }

  get knowledge(): OutsideKnowledge {
    const { printerStates } = this.#surroundings;
    const backups = this.#open?.rounds.backups.knowledge ?? nothingFails;
    return { printerStates, backups };
  }

  /** A new folder, or the drive that was plugged in: what did not succeed is tried at once. */
  tryBackupsAgain(): void {
    const backups = this.#open?.rounds.backups;
    backups?.tryAgain();
    void backups?.round().catch(this.#options.onBug);
  }

  /** Somebody imports, or lets a sweep run. */
  get isBusy(): boolean {
    return !this.#inHand.isNone;
  }

  /** Work in hand that a lock or a backup waits for: an import. */
  whileBusy<T>(work: () => Promise<T>): Promise<T> {
    return this.#inHand.during(work);
  }

  get watchKnowledge(): WatchKnowledge {
    return this.#surroundings.watched;
  }

  /** Why it closed by itself; empty: it did not. */
  get closedBecause(): ClosedBecause {
    return this.#closedBecause;
  }

  /** Why it is closed, as it was said last. */
  lastWord = (): ErrorCode | '' => this.#closedBecause || this.#refusedBy;

  state(): 'new' | 'locked' | 'open' | 'moving' {
    if (this.#open !== null) return 'open';
    if (this.move.underWay !== null) return 'moving';
    return readKeyFile(this.#options.folder) === null ? 'new' : 'locked';
  }

  /** In the hands of who sits at the window as `settled` saw it. */
  workspace(): Outcome<Workspace> {
    if (this.#open === null) return failure('WORKSPACE_LOCKED');
    return done(actAs(this.#open.opened.workspace, this.#open.desk.actor));
  }

  /** Says whether the window may use a camera: only while photos of parcels are on. */
  async tellCamera(): Promise<void> {
    const open = this.#open;
    const isAllowed = open !== null && (await open.within(readBenchDevices)).camera.isOn;
    this.#options.onCamera?.(isAllowed);
  }

  devices(): Outcome<DeviceLines> {
    return this.#open === null ? failure('WORKSPACE_LOCKED') : done(this.#open.rounds.devices);
  }

  /** Of a book on a server; null: it lies here, or is closed. */
  get away(): AwayBench | null {
    return this.#open?.rounds.away ?? null;
  }

  /** What concerns who sits here and the devices of the bench: at the book, or while that one is away at what is kept of it. */
  async within<T>(act: (at: Workspace) => Promise<T>): Promise<Outcome<T>> {
    const open = this.#open;
    if (open === null) return failure('WORKSPACE_LOCKED');
    return done(await open.within((at) => act(actAs(at, open.desk.actor))));
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
    act: (approvals: readonly Approval[]) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.#open === null ? act([]) : this.#open.desk.withApprovals(ids ?? [], orderId, act);
  }

  /** The recovery code of a workspace just made: told this once. */
  takeRecoveryCode(): string | null {
    const code = this.#recoveryCode;
    this.#recoveryCode = null;
    return code;
  }

  /** Looks for work at once: something was put into a queue. */
  wake(): void {
    this.#open?.workers.booking.wake();
    this.#open?.workers.printing.wake();
    this.away?.wake();
  }

  /** What closing the program now would interrupt. */
  async workInHand(): Promise<WorkInHand> {
    // Counted first: what is put into a queue meanwhile may be told twice, but is never missed.
    const isStarting = !this.#starting.isNone;
    return { ...(await workOf(this.#open)), isStarting, isMoving: this.move.underWay !== null };
  }

  /** Something that puts work into a queue: until it is there, only this knows of it. */
  whileStarting<T>(work: () => Promise<T>): Promise<T> {
    return this.#starting.during(work);
  }

  /** Opens what opens without a word: practice, a key the system keeps, or the one a dead core left with main. Why that failed. */
  async resume(): Promise<Failure | null> {
    if (this.#isLockedByHand || this.state() !== 'locked') return null;
    const refused = await this.open({ passphrase: '', isPracticeWanted: false, whenMissing: 'refuse' });
    return refused?.code === 'WORKSPACE_LOCKED' ? null : refused;
  }

  /**
   * Resolves when no opening is under way, so that a page that asks meanwhile is not told that the workspace is locked,
   * and it is known who sits here now.
   */
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

  /** Opens the workspace in another way than by what lies in its folder: restores it, joins it, gives it another place. */
  openBy<T extends OpenedWorkspace>(given: Opening, act: OnClosed<T>): Promise<Outcome<T>> {
    return this.whileClosed(given, async (request, parts) => {
      const opened = await act(request, parts);
      if (opened.ok) await this.#take(opened.value);
      return opened;
    });
  }

  /** What looks at the closed workspace; it is not opened meanwhile. */
  whileClosed<T>(given: Opening, act: OnClosed<T>): Promise<Outcome<T>> {
    const { folder, keyStore, parts } = this.#options;
    const request = { folder, keyStore, isPracticeWanted: false, whenMissing: 'create', ...given } as const;
    return this.#inTurn(async () =>
      this.#open === null && this.move.underWay === null
        ? act(request, parts)
        : failure('WORKSPACE_BUSY', { pid: String(process.pid) }),
    );
  }

  /** One after the other: two pages that ask at once must not lock each other out. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const acted = this.#opening.then(async () => {
      await this.#closing;
      return act();
    });
    this.#opening = acted.catch(() => undefined);
    return acted;
  }

  async #take(opened: OpenedWorkspace, former: Former | null = null): Promise<void> {
    const { onBug, onNotice, untilServed = async () => undefined } = this.#options;
    const open = await startSession(opened, {
      former,
      isBack: this.#heldKey !== null,
      onAnswer: () => void this.#goToBook(opened).catch(onBug),
      onRecorderFailed: (failed) => this.#open?.rounds.devices.recorderFailed(failed),
      inHand: this.#inHand,
      surroundings: this.#surroundings,
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

  /** The server of a book that was away answers: what was done without it comes into it, and the same people go on with it. */
  #goToBook(from: OpenedWorkspace): Promise<void> {
    const { folder, keyStore, parts } = this.#options;
    return this.#inTurn(async () => {
      const open = this.#open;
      if (open?.opened !== from || open.rounds.signal.aborted) return;
      this.#isCloseAsked = false;
      const former = await this.#park(open);
      await from.close();
      await this.#goOn(await openAgain({ folder, keyStore, heldKey: from.key }, parts), former);
      if (this.#isCloseAsked) return this.#closeNow();
    });
  }

  /** The same people at the same window, with what was opened in place of what they had. */
  async #goOn(opened: Outcome<OpenedWorkspace>, former: Former): Promise<void> {
    if (!opened.ok) {
      if (isShutOut(opened.code)) this.#closedBecause = opened.code;
      this.#forgetKey();
      return this.#tellClosed();
    }
    await this.#take(opened.value, former);
    // What the page follows is of the former opening.
    this.#options.onLeft();
  }

  /** Begins to take the book elsewhere: the workspace is closed as long as it moves, and open afterwards, where its book lies then. */
  moveBook(where: MoveWhere): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      const open = this.#open;
      if (open === null) return failure('WORKSPACE_LOCKED');
      const { opened, desk } = open;
      const acting = { ...opened, workspace: actAs(opened.workspace, desk.actor) };
      const former = await this.#park(open);
      this.move.begin(acting, where, (again) => this.#goOn(again, former));
      this.#tellClosed();
      return done(null);
    });
  }

  /** The open workspace for a command of another program, in the owner's hands until it has signed in; null: it is closed. */
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

  /** null: nothing is open that could be locked. */
  get autoLock(): AutoLock | null {
    return this.#open?.rounds.autoLock ?? null;
  }

  /** Parks the work and closes the database; the key leaves memory with it. Asked for twice, it is done once. */
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

  /** Its work is parked, its book still open. */
  async #park(open: OpenSession): Promise<Former> {
    await parkWork(open, async () => {
      await this.#door?.close();
      this.#door = null;
    });
    this.#open = null;
    return { seat: open.desk, startedAt: this.#startedAt };
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
