import type { Store } from '../store/store.ts';
import type { BookClock } from './bookClock.ts';
import type { PacedStart, Pacer } from './pacer.ts';

/**
 * Starts lie so far apart that no window of one second and 100 ms holds more than the rate. Requests reach the other side up to 100 ms
 * later than planned: a late timer, a connection that is opened first, clocks that differ by some milliseconds.
 */
const windowMs = 1_100;
/** A start that would be later than this is given up for another one. */
const lateMs = 30;
/** What the answer of the store takes, at first; a slower one is learnt. */
const firstLeadMs = 20;
const longestLeadMs = 2_000;

/** The store gave it away as it stands: what a busy computer adds lies in the 100 ms. */
const given: PacedStart = {
  leaves: () => undefined,
  answered: () => undefined,
  staysHere: () => undefined,
};

/** Paces requests per lane over all workstations of a book: each start is given away once, by the store and its clock. */
export function createSharedPacer(store: Store, clock: BookClock): Pacer {
  return {
    async take(lane, rate) {
      for (let leadMs = firstLeadMs; ; leadMs = Math.min(leadMs * 2, longestLeadMs)) {
        const ratePerSecond = typeof rate === 'number' ? rate : rate();
        const spacingMs = Math.ceil(windowMs / ratePerSecond);
        const askedAt = clock.own.now();
        const { at, now } = await store.apart(({ paces }) => paces.reserve(lane, spacingMs, leadMs));
        clock.learn(askedAt, now, clock.own.now());
        while (clock.now() < at) await clock.sleep(at - clock.now());
        if (clock.now() - at <= lateMs) return given;
      }
    },
  };
}
