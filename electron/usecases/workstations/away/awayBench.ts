import type { ChangeTopic } from '../../../../shared/contracts/session.ts';
import { ExpectedError, type Outcome } from '../../../../shared/errors/outcome.ts';
import { serverAway } from '../../../store/server/serverTrouble.ts';
import type { Store } from '../../../store/store.ts';
import type { AwayPlace } from '../../../store/workstations/openAwayStore.ts';
import { DeviceDoor } from '../../printing/deviceDoor.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { isServerAway, isShutOut } from '../serverAway.ts';
import { answeredInTime } from './answeredInTime.ts';
import { ApartWork } from './apartWork.ts';
import { bringBack, dropCopies, isUsed, openOrSetAside, withCopies } from './bringBack.ts';
import type { NotBrought } from './conflicts.ts';
import { copyCommon, copyHand, copyWave } from './copyWave.ts';
import { Readings } from './readings.ts';

const pollMs = 2_000;
/** A change without a report is copied after this time at the latest. */
const renewMs = 15_000;
const commonMs = 60_000;
const commonTopics: readonly ChangeTopic[] = ['settings', 'labelTemplates', 'operators'];
/** The first copy of a long list over a slow network. */
const copyPatienceMs = 60_000;

/** What this bench knows about the book on its server. */
export interface AwayStatus {
  /** null: the book is available. */
  readonly since: number | null;
  /** When its parcels were last copied; null: never. */
  readonly knownAt: number | null;
  /** Gestures and changes of orders and lists that are not in the book yet. */
  readonly waiting: number;
  /** Why they cannot be brought into the book although its server answers, as a code; empty: no problem. */
  readonly code: string;
}

/** How a bench that was started without the book waits for it. */
export interface ReconnectToBook {
  /** Asks the server the same questions as opening the workspace does. */
  readonly knock: () => Promise<Outcome<null>>;
  /** The server answered: only reopening the workspace can act on that, so this bench is closed. */
  readonly onAnswer: () => void;
}

interface AwayParts {
  readonly dataKey: Uint8Array;
  readonly onBug: (error: unknown) => void;
  /** Absent: the book was available when the workspace was opened. */
  readonly way?: ReconnectToBook | undefined;
  /** The program died and was restarted automatically while a person works here. */
  readonly isBack?: boolean;
}

/**
 * Lets a bench keep working while the server with its book is away: it packs, hands over and changes what has not left, on copies in a
 * file of its own. When the server is back, all of that is brought into the book parcel by parcel, order by order and list by list; then
 * the bench works on the book again.
 */
export class AwayBench {
  readonly #workspace: Workspace;
  readonly #place: AwayPlace;
  readonly #onBug: AwayParts['onBug'];
  readonly #way: ReconnectToBook | null;
  readonly #work: ApartWork;
  /** The printers' door for the book's workers: closed while the book is away. */
  readonly devices = new DeviceDoor(() => this.isAway);
  #store: Store;
  #since: number | null = null;
  #knownAt: number | null = null;
  #waiting = 0;
  #code = '';
  #isStale = true;
  /** Gestures of this process: a copy that was made during one may lack it. */
  #gestures = 0;
  #renewedAt = 0;
  #commonAt = 0;
  #isClosed = false;
  readonly #readings = new Readings();
  #turn: Promise<unknown> = Promise.resolve();
  #following: Promise<void> | null = null;
  #knocking: Promise<Outcome<null>> | null = null;

  private constructor(
    workspace: Workspace,
    place: AwayPlace,
    store: Store,
    { onBug, way, isBack }: AwayParts,
  ) {
    this.#workspace = workspace;
    this.#place = place;
    this.#store = store;
    this.#onBug = onBug;
    this.#way = way ?? null;
    const isManned = way === undefined || isBack === true;
    this.#work = new ApartWork({ devices: this.devices, isManned, onBug });
  }

  /** An earlier process of this bench worked without the book, and that is not in the book yet. */
  static async open(workspace: Workspace, parts: AwayParts): Promise<AwayBench> {
    const { folder, workstation, clock } = workspace;
    const place = { folder, dataKey: parts.dataKey, workstation };
    const store = await openOrSetAside(workspace, place);
    const bench = new AwayBench(workspace, place, store, parts);
    const { count, since } = await store.read.away.made();
    const stand = await store.read.settings.get('awayStand');
    bench.#waiting = count;
    bench.#knownAt = stand?.knownAt ?? null;
    if (bench.#way !== null || (await isUsed(store))) bench.#since = since ?? clock.now();
    else if (stand === null) await bench.#wipe();
    return bench;
  }

  get isAway(): boolean {
    return this.#since !== null;
  }

  get knowledge(): AwayStatus {
    return { since: this.#since, knownAt: this.#knownAt, waiting: this.#waiting, code: this.#code };
  }

  /** Labels still being printed here while the book is away. */
  labelsLeft(): Promise<number> {
    return this.#readings.begin(this.#work.labelsLeft());
  }

  /** Something changed in the book: the copy may be outdated. */
  stale(topics: readonly ChangeTopic[]): void {
    this.#isStale = true;
    if (topics.some((topic) => commonTopics.includes(topic))) this.#commonAt = 0;
  }

  /** Checks for labels to print now: a gesture may have requested one. */
  wake(): void {
    this.#work.wake();
  }

  /** Acts on the book or, while it is away, on this bench's copies. `workspace` says who acts. */
  async during<T>(workspace: Workspace, action: (at: Workspace) => Promise<T>): Promise<T> {
    if (!this.isAway) {
      try {
        return await this.#answeredInTime(action(workspace));
      } catch (error) {
        if (!isServerAway(error)) throw error;
        this.#leaveBook();
      }
    }
    const acted = await this.#inTurn(async () => {
      if (!this.isAway) return null;
      await this.#makeReady();
      return { value: await action(withCopies(workspace, this.#store)) };
    });
    return acted === null ? this.during(workspace, action) : acted.value;
  }

  /** The same, but waits for the book as long as it takes: no packer is waiting. */
  async atLeisure<T>(workspace: Workspace, action: (at: Workspace) => Promise<T>): Promise<T> {
    if (!this.isAway)
      try {
        return await action(workspace);
      } catch (error) {
        if (!isServerAway(error)) throw error;
        this.#leaveBook();
      }
    return this.during(workspace, action);
  }

  /** Changes orders: while the book is away, `apart` changes this bench's copies and stores the intent for the book. */
  async changing<T>(
    workspace: Workspace,
    action: (at: Workspace) => Promise<T>,
    apart: (at: Workspace) => Promise<T>,
  ): Promise<T> {
    if (this.isAway) return this.gesture(workspace, (at) => (at.isApart === true ? apart(at) : action(at)));
    try {
      return await action(workspace);
    } catch (error) {
      // It is unknown whether the book has it: a person checks, and repeats it if not.
      if (isServerAway(error)) this.#leaveBook();
      throw error;
    }
  }

  /** A long read of this bench's copies that delays no gesture; null: the book is available. */
  async reading<T>(workspace: Workspace, action: (at: Workspace) => Promise<T>): Promise<T | null> {
    const begun = await this.#inTurn(async () =>
      this.isAway ? { read: this.#readings.begin(action(withCopies(workspace, this.#store))) } : null,
    );
    return begun === null ? null : begun.read;
  }

  /** Like `during`, for the person here: an incomplete copy does not know who may do what. */
  withPeople<T>(workspace: Workspace, action: (at: Workspace) => Promise<T>): Promise<T> {
    return this.during(workspace, (at) => {
      if (at.isApart === true && this.#knownAt === null) throw serverAway();
      return action(at);
    });
  }

  /** Like `during`, for a change: if the book took it, this bench's copy has it before the next gesture. */
  async gesture<T>(workspace: Workspace, action: (at: Workspace) => Promise<T>): Promise<T> {
    const acted = await this.during(workspace, async (at) => {
      const value = await action(at);
      if (at.isApart !== true) return value;
      this.#waiting = (await at.store.read.away.made()).count;
      this.wake();
      return value;
    });
    this.#gestures += 1;
    if (!this.isAway) await this.#keepHand();
    return acted;
  }

  /** Like `gesture`, where a large book may take long: without an answer a person checks, and repeats it if needed. */
  async longGesture<T>(workspace: Workspace, action: (at: Workspace) => Promise<T>): Promise<T> {
    const acted = await this.changing(workspace, action, action);
    this.#gestures += 1;
    if (!this.isAway) await this.#keepHand();
    return acted;
  }

  /** What the book answers; while it is away, `whenAway`. */
  async orAway<T>(ask: () => Promise<T>, whenAway: T): Promise<T> {
    if (this.isAway) return whenAway;
    try {
      return await this.#answeredInTime(ask());
    } catch (error) {
      if (!isServerAway(error)) throw error;
      this.#leaveBook();
      return whenAway;
    }
  }

  /** Keeps the copies fresh, notices that the book is away and brings back what was done, until `signal` aborts. */
  start(signal: AbortSignal): void {
    const { clock } = this.#workspace;
    const go = async (): Promise<void> => {
      while (!signal.aborted) {
        await this.check().catch((error: unknown) => {
          if (!signal.aborted) this.#onBug(error);
        });
        await clock.sleep(pollMs, signal);
      }
    };
    this.#following = go();
  }

  /** Checks the book once and acts on the result. */
  async check(): Promise<void> {
    if (this.#way !== null) return this.#knock(this.#way);
    const { store, clock } = this.#workspace;
    try {
      await this.#answeredInTime(store.read.leases.now());
      if (this.isAway) await this.#inTurn(() => this.#comeBack());
      const isOld = this.#isStale || clock.now() - this.#renewedAt > renewMs;
      if (isOld) await this.#answeredInTime(this.#renew(), copyPatienceMs);
      // Others report their changes: without a report the copy is current.
      else this.#knownAt = clock.now();
      this.#code = '';
    } catch (error) {
      this.#meet(error);
    }
    await this.#goOn();
  }

  /** Labels that were being printed continue without a gesture. */
  async #goOn(): Promise<void> {
    if (this.isAway && !this.#work.hasBegun)
      await this.#inTurn(async () => {
        if (this.isAway) await this.#makeReady();
      });
  }

  /** One attempt at a time: a network that drops everything answers late or never. */
  async #knock({ knock, onAnswer }: ReconnectToBook): Promise<void> {
    this.#knocking ??= knock().finally(() => {
      this.#knocking = null;
    });
    try {
      const answer = await this.#answeredInTime(this.#knocking);
      if (answer.ok || isShutOut(answer.code)) onAnswer();
      else this.#code = answer.code === 'SERVER_AWAY' ? '' : answer.code;
    } catch (error) {
      this.#meet(error);
    }
  }

  async close(): Promise<void> {
    await this.#following;
    await this.#turn;
    this.#isClosed = true;
    await this.#work.stop();
    await this.#readings.ended();
    await this.#store.close();
  }

  /** The book already has the gesture, so a problem with the copy does not refuse it. */
  async #keepHand(): Promise<void> {
    try {
      await this.#answeredInTime(copyHand(this.#workspace, this.#copyOf(this.#store)));
    } catch (error) {
      this.#meet(error);
    }
  }

  /** The book is away, full, read-only or moved: the waiting work stays here, and the page shows why. */
  #meet(error: unknown): void {
    if (!(error instanceof ExpectedError)) throw error;
    if (isServerAway(error)) this.#leaveBook();
    else this.#code = error.failure.code;
  }

  async #renew(): Promise<void> {
    const { clock } = this.#workspace;
    const at = clock.now();
    const gestures = this.#gestures;
    this.#isStale = false;
    const copy = this.#copyOf(this.#store);
    if (at - this.#commonAt > commonMs) {
      await copyCommon(this.#workspace, copy);
      this.#commonAt = at;
    }
    await copyWave(this.#workspace, copy);
    if (this.#gestures !== gestures) await copyHand(this.#workspace, copy);
    this.#renewedAt = at;
    this.#knownAt = at;
  }

  /** A store that is only written while the book is available: afterwards only this bench's own work counts. */
  #copyOf(store: Store): Store {
    return {
      ...store,
      write: (work) =>
        this.#inTurn(() => {
          if (this.isAway || this.#store !== store) throw serverAway();
          return store.write(work);
        }),
    };
  }

  #leaveBook(): void {
    if (this.isAway) return;
    this.#since = this.#workspace.clock.now();
    this.#isStale = true;
    this.#workspace.changed('packing', 'status');
  }

  /** Before anything is done here. */
  #makeReady(): Promise<void> {
    return this.#work.begin(withCopies(this.#workspace, this.#store));
  }

  /** Brings the work into the book, each parcel once, then works on the book again. */
  async #comeBack(): Promise<void> {
    await this.#work.stop();
    if (await isUsed(this.#store)) {
      const notBrought = await bringBack(this.#workspace, this.#store, (...work) =>
        this.#answeredInTime(...work),
      );
      await this.#wipe(notBrought);
    }
    this.#since = null;
    this.#workspace.changed('packing', 'orders', 'printJobs', 'status');
  }

  /** Starts with an empty file: nothing of parcels that have left remains in it. */
  async #wipe(notBrought: readonly NotBrought[] = []): Promise<void> {
    await this.#readings.ended();
    await this.#store.close();
    await dropCopies(this.#workspace, notBrought);
    this.#store = await openOrSetAside(this.#workspace, this.#place);
    this.#waiting = 0;
    this.#knownAt = null;
    this.#commonAt = 0;
    this.#isStale = true;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const worked = this.#turn.then(() => {
      // The next holder has this file by now.
      if (this.#isClosed) throw serverAway();
      return work();
    });
    this.#turn = worked.catch(() => undefined);
    return worked;
  }

  #answeredInTime<T>(work: Promise<T>, mostMs?: number): Promise<T> {
    return answeredInTime(this.#workspace.clock, work, mostMs);
  }
}
