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
import { apartFrom, bringBack, isUsed, openOrSetAside, putDown } from './bringBack.ts';
import type { NotBrought } from './conflicts.ts';
import { copyCommon, copyHand, copyWave } from './copyWave.ts';
import { Readings } from './readings.ts';

const lookMs = 2_000;
/** A change that nobody reported is copied after this time at the latest. */
const renewMs = 15_000;
const commonMs = 60_000;
const commonTopics: readonly ChangeTopic[] = ['settings', 'labelTemplates', 'operators'];
/** The first copy of a long list over a slow network. */
const copyPatienceMs = 60_000;

/** What this bench knows of the book on its server. */
export interface AwayKnowledge {
  /** null: the book is at hand. */
  readonly since: number | null;
  /** When what this bench has to pack was last known; null: it knows nothing. */
  readonly knownAt: number | null;
  /** Gestures and changes of orders and lists that are not in the book yet. */
  readonly waiting: number;
  /** Why they do not get into the book although it is not away, as a code; empty: nothing is wrong. */
  readonly code: string;
}

/** How a bench that was started without the book looks for it. */
export interface WayToBook {
  /** Asks the server the same questions as opening the workspace does. */
  readonly knock: () => Promise<Outcome<null>>;
  /** The server answered: only reopening the workspace can act on that, so this bench is closed. */
  readonly onAnswer: () => void;
}

interface AwayParts {
  readonly dataKey: Uint8Array;
  readonly onBug: (error: unknown) => void;
  /** Absent: the book was at hand when the workspace was opened. */
  readonly way?: WayToBook | undefined;
  /** The program died and was started again automatically, while somebody works here. */
  readonly isBack?: boolean;
}

/**
 * Lets a bench work on while the server with its book is away: it packs, hands over and changes what has not left, on copies in a file of
 * its own. When the book is back, all that comes into it parcel by parcel, order by order and list by list; then the bench works on the
 * book again.
 */
export class AwayBench {
  readonly #workspace: Workspace;
  readonly #place: AwayPlace;
  readonly #onBug: AwayParts['onBug'];
  readonly #way: WayToBook | null;
  readonly #work: ApartWork;
  /** Where the workers of the book reach the printers: shut while the book is away. */
  readonly devices = new DeviceDoor(() => this.isAway);
  #store: Store;
  #since: number | null = null;
  #knownAt: number | null = null;
  #waiting = 0;
  #code = '';
  #isStale = true;
  /** Gestures of this process: a copy that was being made during one may not have it. */
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

  /** What an earlier process of this bench did without the book still has to come into it. */
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

  get knowledge(): AwayKnowledge {
    return { since: this.#since, knownAt: this.#knownAt, waiting: this.#waiting, code: this.#code };
  }

  /** Labels that still come out here while the book is away. */
  labelsLeft(): Promise<number> {
    return this.#readings.begin(this.#work.labelsLeft());
  }

  /** Something changed in the book: the copy may be old. */
  stale(topics: readonly ChangeTopic[]): void {
    this.#isStale = true;
    if (topics.some((topic) => commonTopics.includes(topic))) this.#commonAt = 0;
  }

  /** Looks for labels to print now: a gesture may have asked for one. */
  wake(): void {
    this.#work.wake();
  }

  /** Does it at the book or, while the book is away, on this bench's copies. `workspace` says who acts. */
  async during<T>(workspace: Workspace, act: (at: Workspace) => Promise<T>): Promise<T> {
    if (!this.isAway) {
      try {
        return await this.#answeredInTime(act(workspace));
      } catch (error) {
        if (!isServerAway(error)) throw error;
        this.#leaveBook();
      }
    }
    const acted = await this.#inTurn(async () => {
      if (!this.isAway) return null;
      await this.#makeReady();
      return { value: await act(apartFrom(workspace, this.#store)) };
    });
    return acted === null ? this.during(workspace, act) : acted.value;
  }

  /** The same, but waits for the book however long it takes: nobody stands there with a parcel. */
  async atLeisure<T>(workspace: Workspace, act: (at: Workspace) => Promise<T>): Promise<T> {
    if (!this.isAway)
      try {
        return await act(workspace);
      } catch (error) {
        if (!isServerAway(error)) throw error;
        this.#leaveBook();
      }
    return this.during(workspace, act);
  }

  /** Changes orders: while the book is away, `apart` changes this bench's copies and keeps the wish for the book. */
  async changing<T>(
    workspace: Workspace,
    act: (at: Workspace) => Promise<T>,
    apart: (at: Workspace) => Promise<T>,
  ): Promise<T> {
    if (this.isAway) return this.gesture(workspace, (at) => (at.isApart === true ? apart(at) : act(at)));
    try {
      return await act(workspace);
    } catch (error) {
      // Nobody knows whether the book has it: a person looks, and asks for it again if not.
      if (isServerAway(error)) this.#leaveBook();
      throw error;
    }
  }

  /** A long read of this bench's copies, which holds no gesture up; null: the book is at hand. */
  async reading<T>(workspace: Workspace, act: (at: Workspace) => Promise<T>): Promise<T | null> {
    const begun = await this.#inTurn(async () =>
      this.isAway ? { read: this.#readings.begin(act(apartFrom(workspace, this.#store))) } : null,
    );
    return begun === null ? null : begun.read;
  }

  /** Like `during`, for who sits here: a copy that was never complete does not know who may do what. */
  withPeople<T>(workspace: Workspace, act: (at: Workspace) => Promise<T>): Promise<T> {
    return this.during(workspace, (at) => {
      if (at.isApart === true && this.#knownAt === null) throw serverAway();
      return act(at);
    });
  }

  /** Like `during`, for a change: if the book took it, this bench's copy has it before the next gesture. */
  async gesture<T>(workspace: Workspace, act: (at: Workspace) => Promise<T>): Promise<T> {
    const acted = await this.during(workspace, async (at) => {
      const value = await act(at);
      if (at.isApart !== true) return value;
      this.#waiting = (await at.store.read.away.made()).count;
      this.wake();
      return value;
    });
    this.#gestures += 1;
    if (!this.isAway) await this.#keepHand();
    return acted;
  }

  /** Like `gesture`, where a large book may take long: without an answer a person looks, and does it again if needed. */
  async longGesture<T>(workspace: Workspace, act: (at: Workspace) => Promise<T>): Promise<T> {
    const acted = await this.changing(workspace, act, act);
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
        await this.look().catch((error: unknown) => {
          if (!signal.aborted) this.#onBug(error);
        });
        await clock.sleep(lookMs, signal);
      }
    };
    this.#following = go();
  }

  /** One look at the book, with what follows from it. */
  async look(): Promise<void> {
    if (this.#way !== null) return this.#knock(this.#way);
    const { store, clock } = this.#workspace;
    try {
      await this.#answeredInTime(store.read.leases.now());
      if (this.isAway) await this.#inTurn(() => this.#comeBack());
      const isOld = this.#isStale || clock.now() - this.#renewedAt > renewMs;
      if (isOld) await this.#answeredInTime(this.#renew(), copyPatienceMs);
      // Others report what they change: without a report the copy is still right.
      else this.#knownAt = clock.now();
      this.#code = '';
    } catch (error) {
      this.#meet(error);
    }
    await this.#goOn();
  }

  /** Labels that were on their way go on without a gesture. */
  async #goOn(): Promise<void> {
    if (this.isAway && !this.#work.hasBegun)
      await this.#inTurn(async () => {
        if (this.isAway) await this.#makeReady();
      });
  }

  /** One knock at a time: a network that swallows everything answers it late or never. */
  async #knock({ knock, onAnswer }: WayToBook): Promise<void> {
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

  /** The book has the gesture already, so trouble with the copy does not refuse it. */
  async #keepHand(): Promise<void> {
    try {
      await this.#answeredInTime(copyHand(this.#workspace, this.#copyOf(this.#store)));
    } catch (error) {
      this.#meet(error);
    }
  }

  /** The book is away, full, read-only or moved: what waits stays here, and the page says why. */
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

  /** A store that takes copies only while the book is at hand: afterwards only what this bench does counts. */
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
    return this.#work.begin(apartFrom(this.#workspace, this.#store));
  }

  /** Brings what was done into the book, each parcel once, then works on the book again. */
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

  /** Begins with an empty file: nothing of parcels that have left stays in it. */
  async #wipe(notBrought: readonly NotBrought[] = []): Promise<void> {
    await this.#readings.ended();
    await this.#store.close();
    await putDown(this.#workspace, notBrought);
    this.#store = await openOrSetAside(this.#workspace, this.#place);
    this.#waiting = 0;
    this.#knownAt = null;
    this.#commonAt = 0;
    this.#isStale = true;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const worked = this.#turn.then(() => {
      // Whoever comes after this one has its file by now.
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
