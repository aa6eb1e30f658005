import type { RunProgress } from '../../../shared/contracts/booking.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readBookingPace } from './bookingPace.ts';
import { giveBackUnsent } from './giveBack.ts';
import { planAgain } from './planAgain.ts';

/** How far the bookings are that were planned since then. */
export async function readRunProgress(workspace: Workspace, asked: number | null): Promise<RunProgress> {
  const { bookingRuns, shipments } = workspace.store.read;
  const now = workspace.clock.now();
  const since = asked ?? (await bookingRuns.oldestOpenAt()) ?? now;
  const rows = await bookingRuns.openCounts(since);
  const count = (state: string, jobState?: string) =>
    rows
      .filter((row) => row.state === state && (jobState === undefined || row.jobState === jobState))
      .reduce((sum, row) => sum + row.total, 0);
  const waiting = count('planned');
  const pace = await readBookingPace(workspace);
  return {
    waiting,
    sending: count('sending'),
    unsure: count('unsure'),
    forPerson: count('unsure', 'parked'),
    booked: await shipments.countBookedSince(since),
    ...(await bookingRuns.notBookedSince(since)),
    perMinute: pace?.perMinute ?? null,
    secondsLeft: waiting === 0 ? null : (pace?.secondsFor(waiting) ?? null),
    since,
  };
}

/** Takes back every booking of the run nothing was sent of. */
export async function stopRun(workspace: Workspace, since: number): Promise<number> {
  const waiting = await workspace.store.read.bookingRuns.waiting({ since });
  let released = 0;
  for (const accountId of new Set(waiting.map((row) => row.accountId))) {
    const ids = waiting.filter((row) => row.accountId === accountId).map((row) => row.orderId);
    released += await giveBackUnsent(workspace, ids, accountId);
  }
  return released;
}

/** Only what was never sent changes hands: an unsure booking stays with the account that may have made it. */
export async function moveWaiting(
  workspace: Workspace,
  { fromAccountId, toAccountId }: { readonly fromAccountId: string; readonly toAccountId: string },
): Promise<Outcome<{ readonly planned: number; readonly refused: number }>> {
  const waiting = await workspace.store.read.bookingRuns.waiting({ accountId: fromAccountId });
  const ids = waiting.map((row) => row.orderId);
  await giveBackUnsent(workspace, ids, fromAccountId);
  return planAgain(
    workspace,
    waiting.map((row) => ({ ...row, accountId: toAccountId })),
  );
}
