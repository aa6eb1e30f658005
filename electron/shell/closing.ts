/** Bookings and labels that somebody works on now, or will within moments. */
export interface WorkInHand {
  readonly bookings: number;
  readonly labels: number;
}

/** What a person says who closes the window in the middle of work. */
export type ClosingAnswer = 'background' | 'stop' | 'stay';

interface ClosingParts {
  ask(work: WorkInHand): Promise<ClosingAnswer>;
  hide(): void;
  quit(): void;
}

/** Asks before the window closes over work in hand: finish it in the background, stop, or stay. */
export function closingQuestion({ ask, hide, quit }: ClosingParts) {
  let work: WorkInHand = { bookings: 0, labels: 0 };
  let isAsking = false;
  let isHidden = false;
  let isSettled = false;
  const isIdle = (): boolean => work.bookings + work.labels === 0;

  function leave(): void {
    isSettled = true;
    quit();
  }

  async function question(): Promise<void> {
    isAsking = true;
    const answer = await ask(work);
    isAsking = false;
    if (answer === 'stay') return;
    if (answer === 'stop' || isIdle()) return leave();
    isHidden = true;
    hide();
  }

  return {
    /** What the core has in hand now. */
    tell(now: WorkInHand): void {
      work = now;
      if (isHidden && isIdle()) leave();
    },
    /** Somebody closes the window. */
    close(event: { preventDefault(): void }): void {
      if (isSettled || isIdle()) return;
      event.preventDefault();
      if (!isAsking) void question();
    },
    /** The window is shown again: nothing is quit behind somebody's back. */
    shown(): void {
      isHidden = false;
    },
    /** The program as a whole is told to end: no window keeps it. */
    quitting(): void {
      isSettled = true;
    },
  };
}
