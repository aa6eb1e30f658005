import { createWorkTally, startWorkers, type Workers, type WorkTally } from './workers.ts';
import type { Workspace } from './workspace.ts';

/** A question or a retry due within this is waited for; later ones belong to the next run or the window. */
export const patienceMs = 35_000;

interface Run {
  /** Stops the workers early. */
  readonly signal: AbortSignal;
  /** Told after every booking. */
  readonly onTally?: (tally: WorkTally) => void;
}

/** Runs `work` while orders are booked and labels printed beside it, and counts what the workers did. Their bugs throw. */
export async function withWorkers<T>(
  workspace: Workspace,
  { signal, onTally }: Run,
  work: (workers: Workers, tally: WorkTally) => Promise<T>,
): Promise<{ readonly tally: WorkTally; readonly result: T }> {
  const tally = createWorkTally();
  const bugs: unknown[] = [];
  const workers = await startWorkers(workspace, {
    onBooking: (worked) => {
      tally.countBooking(worked);
      onTally?.(tally);
    },
    onPrint: tally.countPrint,
    onBug: (error) => bugs.push(error),
  });
  const stop = () => void workers.stop();
  signal.addEventListener('abort', stop, { once: true });
  let result: T;
  try {
    result = await work(workers, tally);
  } finally {
    signal.removeEventListener('abort', stop);
    await workers.stop();
  }
  // A bug parked its job; the run must not report itself as a success.
  if (bugs.length > 0) throw bugs[0];
  return { tally, result };
}
