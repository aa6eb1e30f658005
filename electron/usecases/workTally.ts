import type { WorkedBooking } from './bookShipment.ts';
import type { WorkedPrint } from './printLabel.ts';

/** What one run itself booked, was refused, could not learn and printed. */
export interface WorkTally {
  readonly planned: number;
  readonly booked: number;
  readonly failed: number;
  /** Bookings whose outcome is still not known. */
  readonly unsure: number;
  readonly printed: number;
  readonly printUnsure: number;
  readonly printFailed: number;
  plan(count: number): void;
  countBooking(worked: WorkedBooking): void;
  countPrint(worked: WorkedPrint): void;
}

/** Counts each order once, by the last word about it: what one account refused another may have booked. */
export function createWorkTally(): WorkTally {
  const bookings = new Map<string, 'booked' | 'failed' | 'unsure' | 'open'>();
  const prints = new Map<string, WorkedPrint['kind']>();
  let planned = 0;
  const count = <V>(words: ReadonlyMap<string, V>, word: V) =>
    [...words.values()].filter((value) => value === word).length;
  return {
    get planned() {
      return planned;
    },
    get booked() {
      return count(bookings, 'booked');
    },
    get failed() {
      return count(bookings, 'failed');
    },
    get unsure() {
      return count(bookings, 'unsure');
    },
    get printed() {
      return count(prints, 'printed');
    },
    get printUnsure() {
      return count(prints, 'unsure');
    },
    get printFailed() {
      return count(prints, 'failed');
    },
    plan(more) {
      planned += more;
    },
    countBooking({ orderId, kind, alsoRefused = [] }) {
      const word =
        kind === 'refused' || kind === 'halted'
          ? 'failed'
          : kind === 'wait' || kind === 'planned'
            ? 'open'
            : kind;
      bookings.set(orderId, word);
      for (const id of alsoRefused) bookings.set(id, 'failed');
    },
    countPrint: ({ printJobId, kind, alsoFailed = [] }) => {
      prints.set(printJobId, kind);
      for (const id of alsoFailed) prints.set(id, 'failed');
    },
  };
}
