import type { Clock } from '../platform/clock.ts';

/** The clock of a book shared by several workstations: this PC's clock, corrected by the store's. */
export interface BookClock extends Clock {
  /** The store's clock as it answered between these two readings of the PC's clock. */
  learn(askedAt: number, storeNow: number, answeredAt: number): void;
  /** What the PC's clock says. */
  readonly own: Clock;
}

/** An older answer does not show that the clock has drifted since. */
const freshMs = 60_000;

/** Uses the quickest answer of the last minute: exact to half its round trip. */
export function createBookClock(own: Clock): BookClock {
  let best: { readonly aheadMs: number; readonly errorMs: number; readonly at: number } | null = null;
  return {
    own,
    now: () => own.now() + (best?.aheadMs ?? 0),
    sleep: (delayMs, signal) => own.sleep(delayMs, signal),
    learn(askedAt, storeNow, answeredAt) {
      const errorMs = (answeredAt - askedAt) / 2;
      const aheadMs = Math.round(storeNow - (askedAt + answeredAt) / 2);
      const isOld = best === null || answeredAt - best.at > freshMs || answeredAt < best.at;
      // The PC's clock was set, so what was measured before is wrong.
      const isOther = best !== null && Math.abs(aheadMs - best.aheadMs) > errorMs + best.errorMs + 1;
      if (isOld || isOther || errorMs <= (best?.errorMs ?? 0)) best = { aheadMs, errorMs, at: answeredAt };
    },
  };
}
