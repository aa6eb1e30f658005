import type { RunProgress } from '../../../shared/contracts/booking.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { minuteMs } from '../../../shared/rules/shopTime.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { giveBackUnsent } from './givingBack/giveBack.ts';
import { planAgain } from './planAgain.ts';

/** With fewer bookings, or in less time, a single slow answer would change the estimate. */
const fewestBooked = 6;
const shortestMs = 5_000;
/** After such a silence, and so many times the usual gap, the run has stopped and no estimate is possible. */
const silenceMs = 15_000;
const silentGaps = 6;
/** The latest bookings predict the rest better than all of them. */
const recentBooked = 20;

export interface BookingPace {
  readonly perMinute: number;
  /** Between the slower and the faster of the recent paces. */
  secondsFor(waiting: number): { readonly least: number; readonly most: number };
}

/** How fast bookings succeed; null: too few have, or none recently. */
export async function readBookingPace({
  store,
  clock,
}: Pick<Workspace, 'store' | 'clock'>): Promise<BookingPace | null> {
  const now = clock.now();
  const times = await store.read.shipments.bookedTimes(now - minuteMs);
  const overall = perMs(times);
  const last = times.at(-1);
  if (overall === null || last === undefined) return null;
  if (now - last > Math.max(silenceMs, silentGaps / overall)) return null;
  const recent = perMs(times.slice(-recentBooked)) ?? overall;
  const [slow, fast] = [Math.min(overall, recent), Math.max(overall, recent)];
  return {
    perMinute: overall * minuteMs,
    secondsFor: (waiting) => ({ least: waiting / fast / 1_000, most: waiting / slow / 1_000 }),
  };
}

/** null: cannot be estimated. */
function perMs(times: readonly number[]): number | null {
  const spanMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return times.length < fewestBooked || spanMs < shortestMs ? null : (times.length - 1) / spanMs;
}

/** Progress of the bookings planned since then. */
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

/** Takes back every booking of the run of which nothing was sent. */
export async function stopRun(workspace: Workspace, since: number): Promise<number> {
  const waiting = await workspace.store.read.bookingRuns.waiting({ since });
  let released = 0;
  for (const accountId of new Set(waiting.map((row) => row.accountId))) {
    const ids = waiting.filter((row) => row.accountId === accountId).map((row) => row.orderId);
    released += await giveBackUnsent(workspace, ids, accountId);
  }
  return released;
}

/** Only what was never sent is moved: an unsure booking stays with the account that may have made it. */
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
    { keepsBatch: true },
  );
}
