import type { OwnLayoutReason } from '../../../shared/domain/printing/labelDocument.ts';
import type { WorkedBooking } from '../booking/book.ts';
import type { LabelOf, WorkedPrint } from '../printing/prepareLabel.ts';

/** What one run itself booked, was refused, could not learn and printed. */
export type WorkTally = ReturnType<typeof createWorkTally>;

/**
 * Counts each order once, by the last word about it: what one account refused another may have booked. Beside an open window others
 * work, too: only what is of an order of its own counts.
 */
export function createWorkTally(isOwn: (orderId: string) => boolean = () => true) {
  const bookings = new Map<string, 'booked' | 'failed' | 'unsure' | 'open' | 'given-back'>();
  const prints = new Map<string, WorkedPrint['kind']>();
  const ownLayouts = new Map<string, OwnLayoutReason>();
  const printed = new Set<string>();
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
    /** Refused, or given back unsent because the account was. */
    get failed() {
      return count(bookings, 'failed') + count(bookings, 'given-back');
    },
    get unsent() {
      return count(bookings, 'given-back');
    },
    /** Given back unsent, because another order's answer stopped the account: they go once it works again. */
    waitsForAccount: (orderId: string): boolean => bookings.get(orderId) === 'given-back',
    /** Whether this run was refused it: refused and waiting are two counts, and an order stands in one. */
    hasFailed: (orderId: string): boolean => ['failed', 'given-back'].includes(bookings.get(orderId) ?? ''),
    /** Orders of which a booking or a label was in hand. */
    get orderIds(): readonly string[] {
      return [...new Set([...bookings.keys(), ...printed])];
    },
    /** Bookings whose outcome is still not known. */
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
    /** Labels in our own layout where the account asks for the carrier's, by reason. */
    get ownLayouts() {
      return [...new Set(ownLayouts.values())].map((reason) => ({
        reason,
        count: count(ownLayouts, reason),
      }));
    },
    plan(more: number): void {
      planned += more;
    },
    countBooking({ orderId, kind, unsent = [] }: WorkedBooking): void {
      const word =
        kind === 'refused' || kind === 'halted'
          ? 'failed'
          : kind === 'wait' || kind === 'planned'
            ? 'open'
            : kind;
      if (isOwn(orderId)) bookings.set(orderId, word);
      for (const id of unsent.filter(isOwn)) bookings.set(id, 'given-back');
    },
    countPrint({ label, kind, alsoFailed = [], onSameSheet = [], ownLayout }: WorkedPrint): void {
      const own = (labels: readonly LabelOf[]) => labels.filter(({ orderId }) => isOwn(orderId));
      for (const { id, orderId } of own([label, ...onSameSheet])) {
        prints.set(id, kind);
        printed.add(orderId);
      }
      if (ownLayout !== undefined && kind === 'printed')
        for (const { id } of own([label])) ownLayouts.set(id, ownLayout);
      for (const { id, orderId } of own(alsoFailed)) {
        prints.set(id, 'failed');
        printed.add(orderId);
      }
    },
  };
}
