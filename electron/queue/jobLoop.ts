import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../platform/clock.ts';
import type { Job, JobKind } from '../store/schema.ts';
import type { Repositories, Store } from '../store/store.ts';

/**
 * The transaction that ends a job. The next job is claimed in it for the free place, which saves a commit per job. `begin` also writes
 * what the next job starts with, which saves another.
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
   * Does one job, then settles, parks or requeues it, best with `ending` as its last write. A throw is a bug: the job is parked and the
   * loop continues.
   */
  readonly handle: (job: Job, ending: EndingWrite) => Promise<unknown>;
  /** Undoes what `begin` wrote for a job that is requeued unhandled, in the same transaction. */
  readonly giveBack?: (write: Repositories, job: Job) => Promise<void>;
  /** Does this error mean that the store is temporarily away? Absent: any error of the store stops the loop. */
  readonly isAway?: (error: unknown) => boolean;
  /** While this is true no job is claimed: something else comes first. */
  readonly isHeld?: () => boolean;
  /** The store was away and is back: jobs in progress may not have been settled. */
  readonly onBack?: () => void;
  readonly onBug: (error: unknown) => unknown;
}

export interface JobLoop {
  start(): void;
  /** There may be new work: check now. */
  wake(): void;
  /** Claims no more jobs; resolves when those in progress are settled. */
  stop(): Promise<void>;
  /** Resolves when nothing runs and nothing becomes due within `patienceMs`, or when `isGivenUp` returns true. */
  untilIdle(patienceMs: number, isGivenUp?: () => boolean): Promise<void>;
  /** Jobs in progress. */
  running(): number;
  /** Their ids. */
  inHand(): ReadonlySet<string>;
}

/** Checks again after this time without being woken: the clock may have jumped, or a row may have been changed by hand. */
const longestSleepMs = 30_000;

/** A mere clock correction is smaller. */
const clockSlackMs = 2_000;

const woken = 'woken';

/** How often a store that is away is tried. */
const awayMs = 1_000;

/** A durable worker over the jobs table. Claims one job at a time; full lanes are left out. */
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
  /** UTC ms of the last check. */
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
    // A fixed reason: creating the default error costs more than everything else here.
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
        // While the store is away it is not known what is due.
        const nextAt = await this.#orAway(() => store.read.jobs.nextDueAt(kinds), clock.now());
        // A job requeued during the read is neither due in its result nor in progress any more.
        const isIdle = this.#inHand === 0;
        if (isIdle && (nextAt === null || nextAt > clock.now() + patienceMs)) return;
      }
      await clock.sleep(500, signal);
    }
  }

  /** Stops when the store cannot be read, since its own knowledge may then be wrong; waits while the store is only away. */
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
    // The practice platform answers at once: without a turn of the event loop between two jobs, a whole batch would leave the program's
    // windows unanswered.
    else if (!this.#isStopping) await nextTurn().then(() => this.#claimOne());
  }

  /** If the clock was set back, jobs waiting for a time would otherwise wait that much longer. */
  async #minding(now: number): Promise<void> {
    const { store, kinds } = this.#options;
    if (now < this.#lookedAt - clockSlackMs) await store.write((write) => write.jobs.wakeKinds(kinds, now));
    this.#lookedAt = now;
  }

  /** `leaving`: the job whose place becomes free. */
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
    // Counted before the claim is on disk: otherwise `untilIdle` would see the job neither waiting nor in progress.
    this.#inHand++;
    try {
      const job = await this.#options.store.write((write) => this.#claim(write, null));
      if (job !== null) void this.#runFrom(job);
    } finally {
      this.#inHand--;
    }
  }

  /** Works a job and those that follow in its place. */
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

  /** A bug in `begin` belongs to the next job: this one still ends, and the next runs in its own turn. */
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

  /** The job that has taken its place; null: none. */
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
      // After the store was away, its state is corrected when it is back: a write that may have happened is never repeated.
      await this.#orAway<unknown>(() => handle(job, ending), undefined);
    } catch (error) {
      onBug(error);
      // If the store itself fails nothing more can be done; the claim is released at the next start.
      await store.write((write) => write.jobs.park(job)).catch(onBug);
    }
    return place.next === null || !this.#isResting() ? place.next : this.#giveBack(place.next);
  }

  /** It has not started yet. */
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

  /** Claims no job. */
  #isResting(): boolean {
    return this.#isStopping || this.#options.isHeld?.() === true;
  }
}
