import type { Clock } from '../platform/clock.ts';

/** The clock of a book that several workstations share: this PC's own, put right by that of the store. */
export interface BookClock extends Clock {
  /** What the store's clock said when it was asked, between these two moments of the PC's clock. */
  learn(askedAt: number, storeNow: number, answeredAt: number): void;
  /** What the PC's clock says. */
  readonly own: Clock;
}

/** An older answer knows nothing of a clock that drifted since. */
const freshMs = 60_000;

/** As exact as the quickest answer of the last minute: half of the time it took. */
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
      // The PC's clock was set: what was known before is wrong.
      const isOther = best !== null && Math.abs(aheadMs - best.aheadMs) > errorMs + best.errorMs + 1;
      if (isOld || isOther || errorMs <= (best?.errorMs ?? 0)) best = { aheadMs, errorMs, at: answeredAt };
    },
  };
}
