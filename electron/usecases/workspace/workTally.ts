import type { OwnLayoutReason } from '../../../shared/domain/carrierLabel.ts';
import type { WorkedBooking } from '../booking/book.ts';
import type { WorkedPrint } from '../printing/printLabel.ts';

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
  /** Labels in our own layout where the account asks for the carrier's, by reason. */
  readonly ownLayouts: readonly { readonly reason: OwnLayoutReason; readonly count: number }[];
  plan(count: number): void;
  countBooking(worked: WorkedBooking): void;
  countPrint(worked: WorkedPrint): void;
}

/** Counts each order once, by the last word about it: what one account refused another may have booked. */
export function createWorkTally(): WorkTally {
  const bookings = new Map<string, 'booked' | 'failed' | 'unsure' | 'open'>();
  const prints = new Map<string, WorkedPrint['kind']>();
  const ownLayouts = new Map<string, OwnLayoutReason>();
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
    get ownLayouts() {
      return [...new Set(ownLayouts.values())].map((reason) => ({
        reason,
        count: count(ownLayouts, reason),
      }));
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
    countPrint: ({ printJobId, kind, alsoFailed = [], ownLayout }) => {
      prints.set(printJobId, kind);
      if (ownLayout !== undefined && kind === 'printed') ownLayouts.set(printJobId, ownLayout);
      for (const id of alsoFailed) prints.set(id, 'failed');
    },
  };
}
