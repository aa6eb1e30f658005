import type { Failure } from '../../../shared/errors/outcome.ts';
import type { JobLoop } from '../../queue/jobLoop.ts';
import { giveBackUnsent } from '../booking/givingBack/giveBack.ts';
import { followSpooledJobs } from '../printing/readyToPrint.ts';
import { runningWorkers, startWorkers, type Workers, type WorkObserver } from './workers.ts';
import type { Workspace } from './workspace.ts';
import { createWorkTally, type WorkTally } from './workTally.ts';

/** A question or a retry due within this is waited for; later ones belong to the next run or the window. */
export const dueWithinMs = 35_000;

/**
 * A run in which nothing is booked, refused or printed for so long ends: a platform that takes calls and is silent would
 * keep it for as many deadlines as there are orders. The calls in hand then take 30 s at most.
 */
const usualPatienceMs = 50_000;

/** A wait after one that was given up begins with this much: what can be printed is, though the platform was silent. */
const graceMs = 8_000;

/** Looks are half a second apart. More than this between two: the computer slept, or the program got no turn. */
const longestLookMs = 5_000;

/** Milliseconds in which the program ran: nothing could move while its computer slept, so that is no time without progress. */
function wakingTime({ now }: Workspace['clock']): () => number {
  let lookedAt = now();
  let passedMs = 0;
  return () => {
    const at = now();
    passedMs += Math.min(Math.max(0, at - lookedAt), longestLookMs);
    lookedAt = at;
    return passedMs;
  };
}

interface Run {
  /** Stops the workers early. */
  readonly signal: AbortSignal;
  /** Whose bookings and labels count; absent: all that are made meanwhile. Beside an open window others work, too. */
  readonly isOwn?: (orderId: string) => boolean;
  /** Told after every booking. */
  readonly onTally?: (tally: WorkTally) => void;
  readonly onRecorderFailed?: (failure: Failure) => void;
  /** Without progress for so long it ends. */
  readonly patienceMs?: number | undefined;
}

/** The workers of a run. */
export interface WorkerLoops extends Pick<Workers, 'booking' | 'printing'> {
  /**
   * Nothing runs and nothing is due soon, or the run has waited long enough. `isLast: false`: another way is tried next, so
   * that half of the patience must do.
   */
  untilIdle(loop: JobLoop, wait?: { readonly isLast: boolean }): Promise<void>;
}

/**
 * Runs `work` while orders are booked and labels printed beside it, and counts what the workers did. Their bugs throw. Where this
 * program has workers already, they do it, and go on afterwards.
 */
export async function withWorkers<T>(
  workspace: Workspace,
  { signal, isOwn = () => true, onTally, onRecorderFailed, patienceMs = usualPatienceMs }: Run,
  work: (loops: WorkerLoops, tally: WorkTally) => Promise<T>,
): Promise<{ readonly tally: WorkTally; readonly result: T }> {
  const tally = createWorkTally(isOwn);
  const bugs: unknown[] = [];
  const awakeMs = wakingTime(workspace.clock);
  let movedAt: number | null = null;
  const observer: WorkObserver = {
    onBooking: (worked) => {
      tally.countBooking(worked);
      if (!isOwn(worked.orderId)) return;
      if (worked.kind === 'booked' || worked.kind === 'refused') movedAt = awakeMs();
      onTally?.(tally);
    },
    onPrint: (worked) => {
      // A printer that is looked at again and again does not print; one that prints others' labels comes to these.
      if (worked.kind !== 'wait') movedAt = awakeMs();
      tally.countPrint(worked);
    },
    onPrinting: () => {
      movedAt = awakeMs();
    },
    ...(onRecorderFailed === undefined ? {} : { onRecorderFailed }),
  };
  const others = runningWorkers(workspace);
  const workers =
    others ?? (await startWorkers(workspace, { ...observer, onBug: (error) => bugs.push(error) }));
  const unobserve = others?.observe(observer);
  const leave = async (): Promise<void> => {
    unobserve?.();
    if (others === null) await workers.stop();
  };
  let isBookingGivenUp = false;
  const wait = async (loop: JobLoop, waitMs: number): Promise<void> => {
    loop.wake();
    // Planning may take longer than the patience lasts: it begins with the first wait.
    movedAt ??= awakeMs();
    const leastUntil = awakeMs() + Math.min(graceMs, patienceMs);
    const isGivenUp = () =>
      (others !== null && signal.aborted) || awakeMs() >= Math.max(leastUntil, (movedAt ?? 0) + waitMs);
    await loop.untilIdle(dueWithinMs, isGivenUp);
    if (loop === workers.booking) isBookingGivenUp = isGivenUp();
  };
  const untilIdle: WorkerLoops['untilIdle'] = async (loop, { isLast } = { isLast: true }) => {
    // A call begun while the last labels come out would have its whole deadline still before it.
    const isEnding = loop === workers.printing && isBookingGivenUp && others === null;
    const lastCalls = isEnding ? workers.booking.stop() : null;
    const waitMs = isLast ? patienceMs : patienceMs / 2;
    await wait(loop, waitMs);
    if (lastCalls === null) return;
    const movedBefore = movedAt;
    await lastCalls;
    // What these calls still booked has labels that nobody else prints.
    if (movedAt !== movedBefore) await wait(loop, waitMs);
  };
  const stop = () => {
    if (others === null) void workers.stop();
  };
  signal.addEventListener('abort', stop, { once: true });
  let result: T;
  try {
    result = await work({ ...workers, untilIdle }, tally);
    // Beside a window its own rounds do it.
    if (others === null) await followSpooledJobs(workspace);
  } finally {
    signal.removeEventListener('abort', stop);
    await leave();
  }
  // A bug parked its job; the run must not report itself as a success.
  if (bugs.length > 0) throw bugs[0];
  return { tally, result };
}

/**
 * A run that was stopped has planned what nobody works any more, unless this program has workers that go on: then what nothing was
 * sent of is given back.
 */
export async function leaveNothingPlanned(
  workspace: Workspace,
  orderIds: readonly string[],
  { aborted }: AbortSignal,
): Promise<void> {
  if (!aborted || runningWorkers(workspace) === null) return;
  for (const { id } of await workspace.store.read.accounts.all())
    await giveBackUnsent(workspace, orderIds, id);
}
