import { startWorkers } from '../../usecases/startWorkers.ts';
import type { Workspace } from '../../usecases/workspace.ts';
import { createWorkTally, type WorkTally } from '../../usecases/workTally.ts';
import type { CommandContext } from './command.ts';

/** Works what waits to be booked and printed, as long as something becomes due within `patienceMs`. */
export async function workQueues(
  workspace: Workspace,
  context: CommandContext,
  patienceMs: number,
): Promise<WorkTally> {
  const tally = createWorkTally();
  const bugs: unknown[] = [];
  const workers = await startWorkers(workspace, {
    onBooking: tally.countBooking,
    onPrint: tally.countPrint,
    onBug: (error) => bugs.push(error),
  });
  const stop = () => void workers.stop();
  context.signal.addEventListener('abort', stop, { once: true });
  try {
    await workers.booking.untilIdle(patienceMs);
    workers.printing.wake();
    await workers.printing.untilIdle(patienceMs);
  } finally {
    context.signal.removeEventListener('abort', stop);
    await workers.stop();
  }
  if (bugs.length > 0) throw bugs[0];
  return tally;
}
