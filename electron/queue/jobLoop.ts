import type { Clock } from '../platform/clock.ts';
import type { JobKind, JobsTable } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

export interface JobLoopOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly kinds: readonly JobKind[];
  /** Jobs of one lane (account, printer) that may run at once. */
  readonly laneLimit: (lane: string) => number;
  /** Does one job and settles, puts back or parks it. A throw is a bug: the job is parked and the loop goes on. */
  readonly handle: (job: JobsTable) => Promise<void>;
  readonly onBug: (error: unknown) => unknown;
}

export interface JobLoop {
  start(): void;
  /** New work may have come: look now. */
  wake(): void;
  /** Takes no more jobs; resolves when those in hand are settled. */
  stop(): Promise<void>;
  /** Resolves when nothing runs and nothing becomes due within `patienceMs`. */
  untilIdle(patienceMs: number): Promise<void>;
  /** Jobs in hand. */
  running(): number;
}

/** A claim is renewed by nobody: it ends with its process, and the next start releases it. */
const leaseMs = 10 * 60_000;
/** Looking again without a call to wake: a clock that jumped, a row changed by hand. */
const longestSleepMs = 30_000;

/** One durable worker over the jobs table. Claims one job at a time; a full lane is left out of the claim. */
export function createJobLoop(options: JobLoopOptions): JobLoop {
  const { store, clock, kinds } = options;
  const busy = new Map<string, number>();
  let runningCount = 0;
  let isStopping = false;
  let wakeUp = new AbortController();
  let loop: Promise<void> | null = null;

  const wake = () => {
    wakeUp.abort();
    wakeUp = new AbortController();
  };
  const fullLanes = () =>
    [...busy].filter(([lane, count]) => count >= options.laneLimit(lane)).map(([lane]) => lane);

  async function runJob(job: JobsTable): Promise<void> {
    try {
      await options.handle(job);
    } catch (error) {
      options.onBug(error);
      // Nothing more can be done when the store itself fails; the claim is released at the next start.
      await store.write((write) => write.jobs.park(job.id)).catch(options.onBug);
    } finally {
      runningCount--;
      const left = (busy.get(job.lane) ?? 1) - 1;
      if (left === 0) busy.delete(job.lane);
      else busy.set(job.lane, left);
      wake();
    }
  }

  async function claimOne(): Promise<void> {
    const now = clock.now();
    // Counted before the claim is on disk: in between, the job is neither waiting nor in hand for `untilIdle`.
    runningCount++;
    try {
      const [job] = await store.write((write) => write.jobs.claim(kinds, 1, now, now + leaseMs, fullLanes()));
      if (job === undefined) return;
      runningCount++;
      busy.set(job.lane, (busy.get(job.lane) ?? 0) + 1);
      void runJob(job);
    } finally {
      runningCount--;
    }
  }

  async function run(): Promise<void> {
    try {
      await work();
    } catch (error) {
      options.onBug(error);
      isStopping = true;
      wake();
    }
  }

  async function work(): Promise<void> {
    while (!isStopping) {
      const signal = wakeUp.signal;
      const nextAt = await store.read.jobs.nextDueAt(kinds, fullLanes());
      const delayMs = nextAt === null ? longestSleepMs : Math.min(nextAt - clock.now(), longestSleepMs);
      if (delayMs > 0) await clock.sleep(delayMs, signal);
      else await claimOne();
    }
  }

  return {
    start() {
      loop ??= run();
    },
    wake,
    running: () => runningCount,
    async stop() {
      isStopping = true;
      wake();
      await loop;
      while (runningCount > 0) await clock.sleep(longestSleepMs, wakeUp.signal);
    },
    async untilIdle(patienceMs) {
      for (;;) {
        const signal = wakeUp.signal;
        // Asked before and after: a job put back while we read is neither due in what we read nor in hand any more.
        const wasIdle = runningCount === 0;
        const nextAt = await store.read.jobs.nextDueAt(kinds);
        const isIdle = wasIdle && runningCount === 0;
        if (isStopping || (isIdle && (nextAt === null || nextAt > clock.now() + patienceMs))) return;
        await clock.sleep(500, signal);
      }
    },
  };
}
