import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../platform/clock.ts';
import type { Job, JobKind } from '../store/schema.ts';
import type { Repositories, Store } from '../store/store.ts';

/**
 * The transaction that ends a job. In it the next job already takes the free place, which saves a commit per job. `begin` also writes what
 * the next job starts with, which saves another.
 */
export type EndingWrite = <T>(
  work: (write: Repositories) => Promise<T>,
  begin?: (write: Repositories, next: Job) => Promise<void>,
) => Promise<T>;

export interface JobLoopOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly kinds: readonly JobKind[];
  /** Jobs of one lane (account, printer) that may run at once. */
  readonly laneLimit: (lane: string) => number;
  /**
   * Does one job and then settles, parks or puts it back, best with `ending` as its last write. A throw is a bug: the job is parked and the
   * loop goes on.
   */
  readonly handle: (job: Job, ending: EndingWrite) => Promise<unknown>;
  /** Undoes what `begin` wrote of a job that is given back unhandled, in the transaction that gives it back. */
  readonly giveBack?: (write: Repositories, job: Job) => Promise<void>;
  /** Does this error say that the store is away for a while? Absent: any error of the store stops the loop. */
  readonly isAway?: (error: unknown) => boolean;
  /** While this is true, no job is taken: something else comes first. */
  readonly isHeld?: () => boolean;
  /** The store was away and is back: jobs in hand may not have been settled. */
  readonly onBack?: () => void;
  readonly onBug: (error: unknown) => unknown;
}

export interface JobLoop {
  start(): void;
  /** New work may have come: look now. */
  wake(): void;
  /** Takes no more jobs; resolves when those in hand are settled. */
  stop(): Promise<void>;
  /** Resolves when nothing runs and nothing becomes due within `patienceMs`, or when `isGivenUp` says so. */
  untilIdle(patienceMs: number, isGivenUp?: () => boolean): Promise<void>;
  /** Jobs in hand. */
  running(): number;
  /** Their ids. */
  inHand(): ReadonlySet<string>;
}

/** Looks again after this time without being woken: the clock may have jumped, a row may have been changed by hand. */
const longestSleepMs = 30_000;

/** A clock that is only corrected goes back less. */
const clockSlackMs = 2_000;

const woken = 'woken';

/** A store that is away is looked for this often. */
const awayMs = 1_000;

/** One durable worker over the jobs table. Claims one job at a time; a full lane is left out of the claim. */
export function createJobLoop(options: JobLoopOptions): JobLoop {
  return new Worker(options);
}

class Worker implements JobLoop {
  readonly #options: JobLoopOptions;
  readonly #busy = new Map<string, number>();
  #wakeUp = new AbortController();
  #isStopping = false;
  #loop: Promise<void> | null = null;
  #inHand = 0;
  readonly #ids = new Set<string>();
  #wasAway = false;
  /** UTC ms of the last look. */
  #lookedAt = 0;

  constructor(options: JobLoopOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  running(): number {
    return this.#inHand;
  }

  inHand(): ReadonlySet<string> {
    return this.#ids;
  }

  wake(): void {
    // With a reason: without one, making the usual error costs more than all the rest.
    this.#wakeUp.abort(woken);
    this.#wakeUp = new AbortController();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.wake();
    await this.#loop;
    while (this.#inHand > 0) await this.#options.clock.sleep(longestSleepMs, this.#wakeUp.signal);
  }

  async untilIdle(patienceMs: number, isGivenUp = () => false): Promise<void> {
    const { store, clock, kinds } = this.#options;
    for (;;) {
      const { signal } = this.#wakeUp;
      if (this.#isStopping || isGivenUp()) return;
      if (this.#inHand === 0) {
        // While the store is away nobody knows what is due.
        const nextAt = await this.#orAway(() => store.read.jobs.nextDueAt(kinds), clock.now());
        // A job put back while we read is neither due in what we read nor in hand any more.
        const isIdle = this.#inHand === 0;
        if (isIdle && (nextAt === null || nextAt > clock.now() + patienceMs)) return;
      }
      await clock.sleep(500, signal);
    }
  }

  /** Stops when the store cannot be read, for nothing it knows is true any more; waits while the store is only away. */
  async #run(): Promise<void> {
    const { clock } = this.#options;
    try {
      while (!this.#isStopping) {
        const isThere =
          !this.#isResting() && (await this.#orAway(() => this.#step().then(() => true), false));
        if (!isThere) await clock.sleep(awayMs, this.#wakeUp.signal);
      }
    } catch (error) {
      this.#options.onBug(error);
      this.#isStopping = true;
      this.wake();
    }
  }

  async #orAway<T>(ask: () => Promise<T>, whenAway: T): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (this.#options.isAway?.(error) !== true) throw error;
      this.#wasAway = true;
      return whenAway;
    }
  }

  async #step(): Promise<void> {
    const { store, clock, kinds, onBack } = this.#options;
    const { signal } = this.#wakeUp;
    await this.#minding(clock.now());
    const nextAt = await store.read.jobs.nextDueAt(kinds, this.#fullLanes());
    if (this.#wasAway) {
      this.#wasAway = false;
      onBack?.();
    }
    const delayMs = nextAt === null ? longestSleepMs : Math.min(nextAt - clock.now(), longestSleepMs);
    if (delayMs > 0) await clock.sleep(delayMs, signal);
    // A platform inside the program answers at once: without a turn of the loop between two jobs, a whole batch would keep the windows
    // of this program unanswered.
    else if (!this.#isStopping) await nextTurn().then(() => this.#claimOne());
  }

  /** What waits for a moment of a clock that was set back since would wait for as long as it was set back. */
  async #minding(now: number): Promise<void> {
    const { store, kinds } = this.#options;
    if (now < this.#lookedAt - clockSlackMs) await store.write((write) => write.jobs.wakeKinds(kinds, now));
    this.#lookedAt = now;
  }

  /** `leaving`: the job that gives its place away. */
  #fullLanes(leaving: Job | null = null): string[] {
    return [...this.#busy]
      .filter(([lane, count]) => count - (leaving?.lane === lane ? 1 : 0) >= this.#options.laneLimit(lane))
      .map(([lane]) => lane);
  }

  async #claim(write: Repositories, leaving: Job | null): Promise<Job | null> {
    const { clock, kinds } = this.#options;
    return (await write.jobs.claim(kinds, 1, clock.now(), this.#fullLanes(leaving)))[0] ?? null;
  }

  async #claimOne(): Promise<void> {
    // Counted before the claim is on disk: in between, the job is neither waiting nor in hand for `untilIdle`.
    this.#inHand++;
    try {
      const job = await this.#options.store.write((write) => this.#claim(write, null));
      if (job !== null) void this.#runFrom(job);
    } finally {
      this.#inHand--;
    }
  }

  /** Works a job, and whichever takes its place. */
  async #runFrom(first: Job): Promise<void> {
    this.#take(first);
    for (let job: Job | null = first; job !== null; ) {
      const next: Job | null = await this.#runJob(job);
      this.#leave(job);
      if (next !== null) this.#take(next);
      // The outcome of a job may allow more of its lane at once.
      if (next === null || !this.#fullLanes().includes(next.lane)) this.wake();
      job = next;
      if (job !== null) await nextTurn();
    }
  }

  #take({ id, lane }: Job): void {
    this.#inHand++;
    this.#ids.add(id);
    this.#busy.set(lane, (this.#busy.get(lane) ?? 0) + 1);
  }

  #leave({ id, lane }: Job): void {
    this.#inHand--;
    this.#ids.delete(id);
    const left = (this.#busy.get(lane) ?? 1) - 1;
    if (left === 0) this.#busy.delete(lane);
    else this.#busy.set(lane, left);
  }

  /** A bug in `begin` belongs to the next job: this one ends all the same, and the next gets a turn of its own. */
  async #end<T>(
    job: Job,
    work: (write: Repositories) => Promise<T>,
    begin: (write: Repositories, next: Job) => Promise<void> = async () => undefined,
  ): Promise<{ readonly result: T; readonly next: Job | null }> {
    const { store, isAway, onBug } = this.#options;
    const bug: { error?: unknown } = {};
    const end = (begins: boolean) =>
      store.write(async (write) => {
        const result = await work(write);
        const next = this.#isResting() ? null : await this.#claim(write, job);
        if (next !== null && begins)
          await begin(write, next).catch((error) => {
            bug.error = error;
            throw error;
          });
        return { result, next };
      });
    return end(true).catch((error) => {
      if (bug.error !== error || isAway?.(error) === true) throw error;
      onBug(error);
      return end(false);
    });
  }

  /** The job that has taken its place; null: none has. */
  async #runJob(job: Job): Promise<Job | null> {
    const { store, handle, onBug } = this.#options;
    const place: { next: Job | null } = { next: null };
    const ending: EndingWrite = async (work, begin) => {
      const { result, next } = await this.#end(job, work, begin);
      if (next !== null) this.#ids.add(next.id);
      place.next = next;
      return result;
    };
    try {
      // What a store that went away knows of it is put right when it is back: nobody repeats what may be written already.
      await this.#orAway<unknown>(() => handle(job, ending), undefined);
    } catch (error) {
      onBug(error);
      // Nothing more can be done when the store itself fails; the claim is released at the next start.
      await store.write((write) => write.jobs.park(job)).catch(onBug);
    }
    return place.next === null || !this.#isResting() ? place.next : this.#giveBack(place.next);
  }

  /** Nobody has it in hand yet. */
  async #giveBack(job: Job): Promise<null> {
    const { store, giveBack, onBug } = this.#options;
    const given = () =>
      store.write(async (write) => {
        await giveBack?.(write, job);
        await write.jobs.putBack(job, job.runAt);
      });
    await this.#orAway<unknown>(given, undefined).catch(onBug);
    this.#ids.delete(job.id);
    return null;
  }

  /** Takes no job. */
  #isResting(): boolean {
    return this.#isStopping || this.#options.isHeld?.() === true;
  }
}
