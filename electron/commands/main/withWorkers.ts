import {
  createWorkTally,
  startWorkers,
  type Workers,
  type WorkTally,
} from '../../usecases/workspace/workers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { CommandContext } from './command.ts';

/** What becomes due within this is waited for when a command ends. */
export const patienceMs = 35_000;

/** Runs `work` while orders are booked and labels printed beside it, stops them with the command, counts what they did. Their bugs throw. */
export async function withWorkers<T>(
  workspace: Workspace,
  { signal }: Pick<CommandContext, 'signal'>,
  work: (workers: Workers) => Promise<T>,
): Promise<{ readonly tally: WorkTally; readonly result: T }> {
  const tally = createWorkTally();
  const bugs: unknown[] = [];
  const workers = await startWorkers(workspace, {
    onBooking: tally.countBooking,
    onPrint: tally.countPrint,
    onBug: (error) => bugs.push(error),
  });
  const stop = () => void workers.stop();
  signal.addEventListener('abort', stop, { once: true });
  let result: T;
  try {
    result = await work(workers);
  } finally {
    signal.removeEventListener('abort', stop);
    await workers.stop();
  }
  // A bug parked its job; the command must not report itself as a success.
  if (bugs.length > 0) throw bugs[0];
  return { tally, result };
}
