import type { JobLoop } from '../../queue/jobLoop.ts';
import { createWorkTally, startWorkers, type Workers, type WorkTally } from './workers.ts';
import type { Workspace } from './workspace.ts';

/** A question or a retry due within this is waited for; later ones belong to the next run or the window. */
export const dueWithinMs = 35_000;

/**
 * A run in which nothing is booked, refused or printed for so long ends: a platform that takes calls and is silent would
 * keep it for as many deadlines as there are orders. The calls in hand then take 30 s at most.
 */
const usualPatienceMs = 50_000;

/** A wait after one that was given up begins with this much: what can be printed is, though the platform was silent. */
const graceMs = 8_000;

interface Run {
  /** Stops the workers early. */
  readonly signal: AbortSignal;
  /** Told after every booking. */
  readonly onTally?: (tally: WorkTally) => void;
  /** Without progress for so long it ends. */
  readonly patienceMs?: number | undefined;
}

/** The workers of a run. */
export interface Hands extends Pick<Workers, 'booking' | 'printing'> {
  /**
   * Nothing runs and nothing is due soon, or the run has waited long enough. `isLast: false`: another way is tried next, so
   * that half of the patience must do.
   */
  untilIdle(loop: JobLoop, wait?: { readonly isLast: boolean }): Promise<void>;
}

/** Runs `work` while orders are booked and labels printed beside it, and counts what the workers did. Their bugs throw. */
export async function withWorkers<T>(
  workspace: Workspace,
  { signal, onTally, patienceMs = usualPatienceMs }: Run,
  work: (hands: Hands, tally: WorkTally) => Promise<T>,
): Promise<{ readonly tally: WorkTally; readonly result: T }> {
  const tally = createWorkTally();
  const bugs: unknown[] = [];
  const { clock } = workspace;
  let movedAt: number | null = null;
  const workers = await startWorkers(workspace, {
    onBooking: (worked) => {
      if (worked.kind === 'booked' || worked.kind === 'refused') movedAt = clock.now();
      tally.countBooking(worked);
      onTally?.(tally);
    },
    onPrint: (worked) => {
      // A printer that is looked at again and again does not print.
      if (worked.kind !== 'wait') movedAt = clock.now();
      tally.countPrint(worked);
    },
    onBug: (error) => bugs.push(error),
  });
  const untilIdle: Hands['untilIdle'] = (loop, { isLast } = { isLast: true }) => {
    // Planning may take longer than the patience lasts: it begins with the first wait.
    movedAt ??= clock.now();
    const leastUntil = clock.now() + Math.min(graceMs, patienceMs);
    const waitMs = isLast ? patienceMs : patienceMs / 2;
    const isGivenUp = () => clock.now() >= Math.max(leastUntil, (movedAt ?? 0) + waitMs);
    return loop.untilIdle(dueWithinMs, isGivenUp);
  };
  const stop = () => void workers.stop();
  signal.addEventListener('abort', stop, { once: true });
  let result: T;
  try {
    result = await work({ ...workers, untilIdle }, tally);
  } finally {
    signal.removeEventListener('abort', stop);
    await workers.stop();
  }
  // A bug parked its job; the run must not report itself as a success.
  if (bugs.length > 0) throw bugs[0];
  return { tally, result };
}
