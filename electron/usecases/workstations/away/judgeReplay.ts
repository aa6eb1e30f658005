import { goneStates, type OrderState } from '../../../../shared/domain/order.ts';
import type { AwayConflict } from '../../../../shared/domain/packing/awayConflicts.ts';
import type { PackState } from '../../../../shared/domain/packing/packing.ts';

/** How the bench left a parcel while the book was away. */
export interface LeftParcel {
  readonly state: PackState;
  /** Its courier has taken it: whether it may have left is judged with the list. */
  readonly hasLeft: boolean;
  /** On its label; empty: it has none. */
  readonly waybillNo: string;
  /** What was to go in, as the bench knew it. */
  readonly goods: string;
  /** Somebody with the right let it in although it had changed. */
  readonly isPassed: boolean;
  /** Single pieces with codes of their own. */
  readonly units: readonly string[];
}

/** The same parcel as the book has it now. */
export interface BookedParcel {
  readonly state: OrderState;
  readonly isRefunded: boolean;
  readonly isHeld: boolean;
  readonly isChanged: boolean;
  readonly waybillNo: string;
  readonly goods: string;
  /** null: it never lay on a bench. */
  readonly packState: PackState | null;
  /** It lay on another bench last. */
  readonly isElsewhere: boolean;
  /** This bench has packed it already, which it did not know any more, and did not open it again by a word. */
  readonly isDone: boolean;
  /** Of the pieces, those that lie in other parcels. */
  readonly takenUnits: readonly string[];
}

type Row = readonly [AwayConflict, (left: LeftParcel, book: BookedParcel) => boolean];

/** What keeps the packing of a parcel out of the book, the gravest first. */
const rows: readonly Row[] = [
  ['refunded', ({ hasLeft }, { isRefunded }) => isRefunded && !hasLeft],
  ['cancelled', ({ hasLeft }, { state }) => state === 'cancelled' && !hasLeft],
  ['held', ({ hasLeft }, { isHeld }) => isHeld && !hasLeft],
  ['regrouped', (_, { state }) => state === 'merged' || state === 'split'],
  ['left', (_, { state, packState }) => goneStates.includes(state) || packState === 'handed-over'],
  [
    'packed-elsewhere',
    (_, { packState, isElsewhere }) => isElsewhere && (packState === 'closed' || packState === 'aside'),
  ],
  ['open-elsewhere', (_, { packState, isElsewhere }) => isElsewhere && packState === 'open'],
  ['other-number', (left, book) => left.waybillNo !== '' && left.waybillNo !== book.waybillNo],
  ['other-goods', (left, book) => left.goods !== book.goods],
  ['changed', ({ isPassed, hasLeft }, { isChanged }) => isChanged && !isPassed && !hasLeft],
  ['same-unit', (_, { takenUnits }) => takenUnits.length > 0],
];

interface Judged {
  /** What a person must see to; null: nothing. */
  readonly conflict: AwayConflict | null;
  /** The book takes the parcel as the bench left it. */
  readonly isTaken: boolean;
}

/**
 * Does the book still bear what the bench did? `book` null: its order is there no more. What was only opened and put back is nobody's
 * trouble, whatever has become of it.
 */
export function judgeReplay(left: LeftParcel, book: BookedParcel | null): Judged {
  const found = book === null ? 'gone' : (rows.find(([, holds]) => holds(left, book))?.[0] ?? null);
  const isTaken = found === null && book?.isDone === false;
  return { conflict: left.state === 'dropped' ? null : found, isTaken };
}
