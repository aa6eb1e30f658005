import type { StatusView } from '../../../shared/contracts/session.ts';
import type { PlaceFocus, ScreenId } from '../../parts/place.ts';
import type { Tone } from '../../parts/StateMark.tsx';
import { printerTone } from '../../words/tones.ts';

export interface TodayItem {
  readonly id:
    | 'alarm'
    | 'bookingUnsure'
    | 'bookingPerson'
    | 'accountStopped'
    | 'accountBroken'
    | 'byHand'
    | 'overdue'
    | 'unshipped'
    | 'bookingFailed'
    | 'printUnsure'
    | 'printFailed'
    | 'printer'
    | 'printHeld'
    | 'tracking'
    | 'changes'
    | 'watch'
    | 'review'
    | 'ready'
    | 'queued'
    | 'unprinted'
    | 'printing'
    | 'held';
  readonly count: number;
  readonly tone: Tone;
  readonly screen: ScreenId;
  readonly focus: PlaceFocus;
}

/** What the health of booking asks a person to look at. */
export interface BookingSummary {
  readonly stoppedAccounts: number;
  readonly brokenAccounts: number;
  readonly unsureForPerson: number;
  readonly byHand: number;
  readonly overdue: number;
  readonly unshipped: number;
}

const quietBooking: BookingSummary = {
  stoppedAccounts: 0,
  brokenAccounts: 0,
  unsureForPerson: 0,
  byHand: 0,
  overdue: 0,
  unshipped: 0,
};

const some = (items: readonly TodayItem[]): readonly TodayItem[] => items.filter(({ count }) => count > 0);

/** Labels and printers that stand still; what nobody knows about comes before them. */
function printItems({ print, printers }: StatusView): readonly TodayItem[] {
  return [
    {
      id: 'printFailed',
      count: print.failed,
      tone: 'failed',
      screen: 'print',
      focus: { filter: 'failed' },
    },
    {
      id: 'printer',
      count: printers.filter(({ state, why }) => printerTone(state, why) === 'failed').length,
      tone: 'failed',
      screen: 'print',
      focus: {},
    },
    {
      id: 'printHeld',
      count: print.held,
      tone: 'unsure',
      screen: 'print',
      focus: { filter: 'held' },
    },
  ];
}

/** What is wrong, dearest first. */
function wrongItems(status: StatusView, booking: BookingSummary): readonly TodayItem[] {
  const { queue, print } = status;
  return [
    // Before everything: a parcel that must not go is stopped now or never.
    {
      id: 'alarm',
      count: status.alarms,
      tone: 'failed',
      screen: 'ship',
      focus: { filter: 'alarm' },
    },
    {
      id: 'accountStopped',
      count: booking.stoppedAccounts,
      tone: 'failed',
      screen: 'settings',
      focus: { section: 'accounts' },
    },
    {
      id: 'bookingPerson',
      count: booking.unsureForPerson,
      tone: 'unsure',
      screen: 'ship',
      focus: { filter: 'unsure' },
    },
    {
      id: 'bookingUnsure',
      // Those a person is asked about stand in their own line.
      count: Math.max(0, queue.unsure - booking.unsureForPerson),
      tone: 'unsure',
      screen: 'ship',
      focus: { filter: 'unsure' },
    },
    {
      id: 'printUnsure',
      count: print.unsure,
      tone: 'unsure',
      screen: 'print',
      focus: { filter: 'unsure' },
    },
    {
      id: 'accountBroken',
      count: booking.brokenAccounts,
      tone: 'unsure',
      screen: 'settings',
      focus: { section: 'accounts' },
    },
    {
      id: 'bookingFailed',
      count: queue.failed,
      tone: 'failed',
      screen: 'ship',
      focus: { filter: 'failed' },
    },
    ...printItems(status),
    {
      id: 'tracking',
      count: status.trackingExceptions,
      tone: 'failed',
      screen: 'track',
      focus: { filter: 'exception' },
    },
    {
      id: 'changes',
      count: status.pendingChanges,
      tone: 'unsure',
      screen: 'import',
      focus: { section: 'changes' },
    },
    {
      id: 'watch',
      count: status.watchFailed,
      tone: 'failed',
      screen: 'settings',
      focus: { section: 'watch' },
    },
  ];
}

/** What only waits, in the order of an order's life. */
function waitingItems(status: StatusView, booking: BookingSummary): readonly TodayItem[] {
  const { queue, print } = status;
  return [
    {
      id: 'overdue',
      count: booking.overdue,
      tone: 'unsure',
      screen: 'ship',
      focus: { filter: 'booking' },
    },
    {
      id: 'byHand',
      count: booking.byHand,
      tone: 'waiting',
      screen: 'ship',
      focus: { section: 'manual' },
    },
    { id: 'review', count: status.review, tone: 'waiting', screen: 'correct', focus: {} },
    { id: 'ready', count: status.ready, tone: 'waiting', screen: 'ship', focus: { filter: 'ready' } },
    {
      id: 'queued',
      count: queue.waiting + queue.sending,
      tone: 'active',
      screen: 'ship',
      focus: { filter: 'booking' },
    },
    {
      id: 'unprinted',
      count: status.unprinted,
      tone: 'waiting',
      screen: 'ship',
      focus: { filter: 'unprinted' },
    },
    {
      id: 'unshipped',
      count: booking.unshipped,
      tone: 'waiting',
      screen: 'ship',
      focus: { section: 'unshipped' },
    },
    { id: 'printing', count: print.waiting, tone: 'active', screen: 'print', focus: {} },
    { id: 'held', count: status.held, tone: 'waiting', screen: 'ship', focus: { filter: 'held' } },
  ];
}

/** What is wrong and what waits; nothing with a count of zero. */
export function todayItems(
  status: StatusView,
  booking: BookingSummary = quietBooking,
): {
  readonly wrong: readonly TodayItem[];
  readonly waiting: readonly TodayItem[];
} {
  return { wrong: some(wrongItems(status, booking)), waiting: some(waitingItems(status, booking)) };
}
