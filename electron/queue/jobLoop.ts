import { setImmediate as breathe } from 'node:timers/promises';
import type { Clock } from '../platform/clock.ts';
import type { Job, JobKind } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

export interface JobLoopOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly kinds: readonly JobKind[];
  /** Jobs of one lane (account, printer) that may run at once. */
  readonly laneLimit: (lane: string) => number;
  /** Does one job and settles, puts back or parks it. A throw is a bug: the job is parked and the loop goes on. */
  readonly handle: (job: Job) => Promise<void>;
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
}

/** A claim is renewed by nobody: it ends with its process, and the next start releases it. */
const leaseMs = 10 * 60_000;
/** Looking again without a call to wake: a clock that jumped, a row changed by hand. */
const longestSleepMs = 30_000;

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

  constructor(options: JobLoopOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  running(): number {
    return this.#inHand;
  }

  wake(): void {
    this.#wakeUp.abort();
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
      // Asked before and after: a job put back while we read is neither due in what we read nor in hand any more.
      const wasIdle = this.#inHand === 0;
      const nextAt = await store.read.jobs.nextDueAt(kinds);
      const isIdle = wasIdle && this.#inHand === 0;
      if (
        this.#isStopping ||
        isGivenUp() ||
        (isIdle && (nextAt === null || nextAt > clock.now() + patienceMs))
      )
        return;
      await clock.sleep(500, signal);
    }
  }

  /** A loop that cannot read its own store stops: nothing it knows is true any more. */
  async #run(): Promise<void> {
    try {
      while (!this.#isStopping) await this.#step();
    } catch (error) {
      this.#options.onBug(error);
      this.#isStopping = true;
      this.wake();
    }
  }

  async #step(): Promise<void> {
    const { store, clock, kinds } = this.#options;
    const { signal } = this.#wakeUp;
    const nextAt = await store.read.jobs.nextDueAt(kinds, this.#fullLanes());
    const delayMs = nextAt === null ? longestSleepMs : Math.min(nextAt - clock.now(), longestSleepMs);
    if (delayMs > 0) await clock.sleep(delayMs, signal);
    // A platform inside the program answers at once: without a breath between two jobs, a whole batch would keep the windows
    // of this program unanswered.
    else if (!this.#isStopping) await breathe().then(() => this.#claimOne());
  }

  #fullLanes(): string[] {
    return [...this.#busy]
      .filter(([lane, count]) => count >= this.#options.laneLimit(lane))
      .map(([lane]) => lane);
  }

  async #claimOne(): Promise<void> {
    const { store, clock, kinds } = this.#options;
    const now = clock.now();
    // Counted before the claim is on disk: in between, the job is neither waiting nor in hand for `untilIdle`.
    this.#inHand++;
    try {
      const [job] = await store.write((write) =>
        write.jobs.claim(kinds, 1, now, now + leaseMs, this.#fullLanes()),
      );
      if (job === undefined) return;
      this.#inHand++;
      this.#busy.set(job.lane, (this.#busy.get(job.lane) ?? 0) + 1);
      void this.#runJob(job);
    } finally {
      this.#inHand--;
    }
  }

  async #runJob(job: Job): Promise<void> {
    const { store, handle, onBug } = this.#options;
    try {
      await handle(job);
    } catch (error) {
      onBug(error);
      // Nothing more can be done when the store itself fails; the claim is released at the next start.
      await store.write((write) => write.jobs.park(job.id)).catch(onBug);
    } finally {
      this.#inHand--;
      const left = (this.#busy.get(job.lane) ?? 1) - 1;
      if (left === 0) this.#busy.delete(job.lane);
      else this.#busy.set(job.lane, left);
      this.wake();
    }
  }
}
