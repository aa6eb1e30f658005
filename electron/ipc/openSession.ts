import type { ClosedBecause } from '../../shared/contracts/session.ts';
import { Desk, type DeskOccupant } from '../usecases/operators/desk.ts';
import { holdAfterRestart } from '../usecases/printing/hold.ts';
import { readPrintRules } from '../usecases/printing/printRules.ts';
import { type OpenedWorkspace, whyTaken } from '../usecases/workspace/open.ts';
import { startWorkers, type Workers } from '../usecases/workspace/workers.ts';
import { type QueuedWork, readWorkInHand } from '../usecases/workspace/workInHand.ts';
import { atBook, type Within } from '../usecases/workspace/workspace.ts';
import { isShutOut, isWaitedFor } from '../usecases/workstations/serverAway.ts';
import { Guests } from './guests.ts';
import { type RoundParts, SessionRounds } from './sessionRounds.ts';

/** The open workspace of a window, with everything that works on it. */
export interface OpenSession {
  readonly opened: OpenedWorkspace;
  readonly desk: Desk;
  readonly workers: Workers;
  readonly rounds: SessionRounds;
  readonly guests: Guests;
  /** Acts where people and this bench's data can be read: in the book or, while its server is away, in this bench's copies. */
  readonly within: Within;
}

/** What the same people at the same window had open before. */
export interface Previous {
  readonly occupant: DeskOccupant;
  /** UTC ms. */
  readonly startedAt: number;
}

interface SessionStart extends Omit<RoundParts, 'desk' | 'workers' | 'away' | 'within'> {
  /** The core died and was restarted while a person works; at any other start the person may not be at the printer. */
  readonly isBack: boolean;
  /** null: a person has just opened it. */
  readonly previous: Previous | null;
  /** The server, away when the workspace was opened, answers now. */
  readonly onAnswer: () => void;
  readonly onRecorderFailed: NonNullable<Parameters<typeof startWorkers>[1]['onRecorderFailed']>;
}

export async function startSession(
  opened: OpenedWorkspace,
  { isBack, previous, onAnswer, onRecorderFailed, ...parts }: SessionStart,
): Promise<OpenSession> {
  const { workspace, askForBook } = opened;
  const { onBug } = parts;
  const isAtHand = askForBook === undefined;
  if (isAtHand && !isBack && (await readPrintRules(workspace)).isHeldAfterRestart)
    await holdAfterRestart(workspace, previous?.startedAt);
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
  const desk = await Desk.open(workspace, within, previous?.occupant ?? null);
  const devices = away === null ? {} : { devices: away.devices };
  const workers = await startWorkers(workspace, { onBug, ...devices, onRecorderFailed });
  const rounds = new SessionRounds(workspace, { ...parts, desk, workers, away, within });
  return { opened, desk, workers, rounds, guests: new Guests(), within };
}

/**
 * Finishes work in progress and begins nothing more; the book stays open. `closeDoor` resolves once commands from the door have their
 * answers.
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

/** Bookings and labels in progress. */
export async function workOf(open: OpenSession | null): Promise<QueuedWork> {
  const nothing = { bookings: 0, labels: 0 };
  if (open === null) return nothing;
  const read = () => readWorkInHand(open.opened.workspace);
  // While the server is away, its jobs are not worked here.
  return open.rounds.away?.orAway(read, nothing) ?? read();
}

/** Has the person here changed or left? */
export async function isLeft(desk: Desk): Promise<boolean> {
  try {
    return await desk.refresh();
  } catch (error) {
    // While the operators cannot be read, a person who is signed out could not sign in again; so the person stays.
    if (isWaitedFor(error)) return false;
    throw error;
  }
}

/** Calls `act` with the reason when the lock is lost or this bench is shut out: the session must be closed. */
export function whenTaken(
  { opened: { taken }, rounds }: OpenSession,
  action: (because: Exclude<ClosedBecause, ''>) => void,
): void {
  const onTaken = (): void => {
    const { code } = whyTaken(taken);
    action(isShutOut(code) ? code : 'WORKSPACE_TAKEN');
  };
  taken.addEventListener('abort', onTaken, { once: true, signal: rounds.signal });
  if (taken.aborted) onTaken();
}
