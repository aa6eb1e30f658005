import type { UpgradeProgress } from '../../shared/contracts/bridge.ts';

/** Bookings and labels that somebody works on now, or will within moments. */
export interface WorkInHand {
  readonly bookings: number;
  readonly labels: number;
  /** Something was asked for that puts work into a queue, and is not in it yet. */
  readonly isStarting: boolean;
  /** The book is on its way to another place. */
  readonly isMoving: boolean;
}

/** The workspace is being brought to this program's version: nothing else is known meanwhile. */
export const upgradeInHand = 'upgrade';

/** What a person says who closes the window in the middle of work. */
export type ClosingAnswer = 'background' | 'stop' | 'stay';

interface ClosingParts {
  /** Asks the core, which answers after all that the page has asked it for; null: it is down, and nothing is in hand. */
  workInHand(): Promise<WorkInHand | null>;
  ask(work: WorkInHand | typeof upgradeInHand): Promise<ClosingAnswer>;
  hide(): void;
  quit(): void;
}

const nothing: WorkInHand = { bookings: 0, labels: 0, isStarting: false, isMoving: false };

/** Asks before the window closes over work in hand: finish it in the background, stop, or stay. */
export function closingQuestion({ workInHand, ask, hide, quit }: ClosingParts) {
  let work = nothing;
  let isAsking = false;
  let isHidden = false;
  let isSettled = false;
  /** By the page, from the click on: the core has not heard of it yet. */
  let isClicked = false;
  let isUpgrading = false;
  const known = (): WorkInHand => (isClicked ? { ...work, isStarting: true } : work);
  const isIdle = (): boolean => work.bookings + work.labels === 0 && !known().isStarting && !work.isMoving;

  function leave(): void {
    isSettled = true;
    quit();
  }

  function tell(now: WorkInHand): void {
    work = now;
    if (isHidden && isIdle()) leave();
  }

  async function askOfWork(): Promise<ClosingAnswer> {
    // What the core said last may be older than the last click.
    if (isIdle()) work = (await workInHand()) ?? nothing;
    return isIdle() ? 'stop' : ask(known());
  }

  async function question(): Promise<void> {
    isAsking = true;
    const answer = isUpgrading ? await ask(upgradeInHand) : await askOfWork();
    isAsking = false;
    if (answer === 'stay') return;
    if (answer === 'stop' || (isIdle() && !isUpgrading)) return leave();
    isHidden = true;
    hide();
  }

  return {
    /** What the core has in hand now. */
    tell,
    /** The page sends a batch, or has sent it and heard what came of it. */
    clicked(isStarting: boolean): void {
      isClicked = isStarting;
      if (!isStarting && isHidden) void workInHand().then((now) => tell(now ?? nothing));
    },
    /** How far it is, handed on; null: it has ended. */
    upgrading(progress: UpgradeProgress | null): UpgradeProgress | null {
      isUpgrading = progress !== null;
      if (!isUpgrading && isHidden && isIdle()) leave();
      return progress;
    },
    /** Somebody closes the window. */
    close(event: { preventDefault(): void }): void {
      if (isSettled) return;
      event.preventDefault();
      if (!isAsking) void question();
    },
    /** The window is shown again: nothing is quit behind somebody's back. */
    shown(): void {
      isHidden = false;
    },
    /** The whole program is asked to end: no window keeps it. */
    quitting(): void {
      isSettled = true;
    },
  };
}
