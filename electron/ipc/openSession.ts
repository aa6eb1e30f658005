import type { ClosedBecause } from '../../shared/contracts/session.ts';
import { Desk, type Seat } from '../usecases/operators/desk.ts';
import { holdAfterRestart } from '../usecases/printing/hold.ts';
import { readPrintRules } from '../usecases/printing/printRules.ts';
import { type OpenedWorkspace, whyTaken } from '../usecases/workspace/open.ts';
import { startWorkers, type Workers } from '../usecases/workspace/workers.ts';
import { type QueuedWork, readWorkInHand } from '../usecases/workspace/workInHand.ts';
import { atBook, type Within } from '../usecases/workspace/workspace.ts';
import { isShutOut, isWaitedFor } from '../usecases/workstations/serverAway.ts';
import { Guests } from './guests.ts';
import { type RoundParts, SessionRounds } from './sessionRounds.ts';

/** The open workspace of a window, with all that works on it. */
export interface OpenSession {
  readonly opened: OpenedWorkspace;
  readonly desk: Desk;
  readonly workers: Workers;
  readonly rounds: SessionRounds;
  readonly guests: Guests;
  /** Where it is known who works here, and what the bench needs of the book. */
  readonly within: Within;
}

/** What the opening before this one was, of the same people at the same window. */
export interface Former {
  readonly seat: Seat;
  /** UTC ms. */
  readonly startedAt: number;
}

interface SessionStart extends Omit<RoundParts, 'desk' | 'workers' | 'away' | 'within'> {
  /** A core that died comes back by itself while somebody works; any other start may find nobody at the printer. */
  readonly isBack: boolean;
  /** null: somebody has just opened it. */
  readonly former: Former | null;
  /** The server of a book that was away at the opening has an answer. */
  readonly onAnswer: () => void;
  readonly onRecorderFailed: NonNullable<Parameters<typeof startWorkers>[1]['onRecorderFailed']>;
}

export async function startSession(
  opened: OpenedWorkspace,
  { isBack, former, onAnswer, onRecorderFailed, ...parts }: SessionStart,
): Promise<OpenSession> {
  const { workspace, askForBook } = opened;
  const { onBug } = parts;
  const isAtHand = askForBook === undefined;
  if (isAtHand && !isBack && (await readPrintRules(workspace)).isHeldAfterRestart)
    await holdAfterRestart(workspace, former?.startedAt);
  const { dataKey } = opened.key;
  const way = isAtHand ? undefined : { knock: askForBook, onAnswer };
  const away = workspace.workstation.isShared
    ? await (await import('../usecases/workstations/away/awayBench.ts')).AwayBench.open(workspace, {
        dataKey,
        onBug,
        way,
        isBack,
      })
    : null;
  const within: Within = away === null ? atBook(workspace) : (act) => away.withPeople(workspace, act);
  const desk = await Desk.open(workspace, within, former?.seat ?? null);
  const devices = away === null ? {} : { devices: away.devices };
  const workers = await startWorkers(workspace, { onBug, ...devices, onRecorderFailed });
  const rounds = new SessionRounds(workspace, { ...parts, desk, workers, away, within });
  return { opened, desk, workers, rounds, guests: new Guests(), within };
}

/**
 * What is in hand comes to its end, and nothing more begins; the book is still open. `closeDoor`: the commands that came through it
 * have their answers.
 */
export async function parkWork(
  { workers, rounds, guests }: OpenSession,
  closeDoor: () => Promise<void>,
): Promise<void> {
  rounds.stop();
  await guests.leave();
  await closeDoor();
  await workers.stop();
  await rounds.backups.settled();
  await rounds.away?.close();
}

/** Bookings and labels it has in hand. */
export async function workOf(open: OpenSession | null): Promise<QueuedWork> {
  const nothing = { bookings: 0, labels: 0 };
  if (open === null) return nothing;
  const read = () => readWorkInHand(open.opened.workspace);
  // While the book is away nothing of it is worked on here.
  return open.rounds.away?.orAway(read, nothing) ?? read();
}

/** Somebody else sits here than a moment ago, or nobody any more. */
export async function isLeft(desk: Desk): Promise<boolean> {
  try {
    return await desk.refresh();
  } catch (error) {
    // Where nothing says who works here nobody could sign in again: whoever sits here stays.
    if (isWaitedFor(error)) return false;
    throw error;
  }
}

/** Its lock is taken away, or this bench is shut out: it is to be closed. */
export function whenTaken(
  { opened: { taken }, rounds }: OpenSession,
  act: (because: Exclude<ClosedBecause, ''>) => void,
): void {
  const onTaken = (): void => {
    const { code } = whyTaken(taken);
    act(isShutOut(code) ? code : 'WORKSPACE_TAKEN');
  };
  taken.addEventListener('abort', onTaken, { once: true, signal: rounds.signal });
  if (taken.aborted) onTaken();
}
