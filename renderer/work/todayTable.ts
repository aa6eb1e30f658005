import type { StatusView } from '../../shared/contracts/session.ts';
import type { PlaceFocus, ScreenId } from '../parts/place.ts';
import type { Tone } from '../parts/StateMark.tsx';
import { printerTone } from '../words/tones.ts';

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

/** A state by its words (`today.item.…`): its mark, where it is dealt with, how many there are. */
type ListedState<Id extends string = string> = readonly [
  id: Id,
  tone: Tone,
  screen: ScreenId,
  focus: PlaceFocus,
  count: (status: StatusView, booking: BookingSummary) => number,
];

const failedPrinters = ({ printers }: StatusView): number =>
  printers.filter(({ state, why }) => printerTone(state, why) === 'failed').length;

/**
 * Everything there is to do, most urgent first: the list of Today, its next step and the board's people read it from here.
 * What may leave, or may be in a printer, any minute comes first, then what blocks all others, then what must be right before a
 * number is got, then booking and printing, then what can wait until the parcels are out. Each thing is counted in one line.
 */
const table = [
  // A parcel that must not go is stopped now or never.
  ['alarm', 'failed', 'ship', { filter: 'alarm' }, ({ alarms }) => alarms],
  ['due', 'failed', 'ship', { filter: 'due' }, ({ due }) => due],
  // The courier may still be at the door.
  ['unsignedLists', 'failed', 'pack', { tab: 'handover', filter: 'unsigned' }, ({ late }) => late.unsigned],
  ['stayed', 'failed', 'pack', { tab: 'handover', filter: 'stayed' }, ({ late }) => late.stayed],
  ['latePickups', 'note', 'pack', { tab: 'handover', filter: 'pickups' }, ({ late }) => late.pickups],
  ['printUnsure', 'unsure', 'print', { filter: 'unsure' }, ({ print }) => print.unsure],
  ['accountStopped', 'failed', 'settings', { section: 'accounts' }, (_, booking) => booking.stoppedAccounts],
  ['printer', 'failed', 'print', {}, failedPrinters],
  ['bookingPerson', 'unsure', 'ship', { filter: 'unsure' }, (_, booking) => booking.unsureForPerson],
  ['printHeld', 'note', 'print', { filter: 'held' }, ({ print }) => print.held],
  ['changes', 'note', 'import', { section: 'changes' }, ({ pendingChanges }) => pendingChanges],
  ['review', 'waiting', 'correct', {}, ({ review }) => review],
  ['bookingFailed', 'failed', 'ship', { filter: 'failed' }, ({ queue }) => queue.failed],
  ['printFailed', 'failed', 'print', { filter: 'failed' }, ({ print }) => print.failed],
  ['numberedAside', 'waiting', 'pack', { tab: 'aside' }, ({ numberedAside }) => numberedAside],
  ['ready', 'waiting', 'ship', { filter: 'ready' }, ({ ready }) => ready],
  [
    'unprinted',
    'waiting',
    'ship',
    { filter: 'unprinted' },
    ({ unprinted, unprintedInPrint }) => unprinted - unprintedInPrint,
  ],
  ['byHand', 'waiting', 'ship', { section: 'manual' }, (_, { byHand }) => byHand],
  ['tracking', 'failed', 'track', { filter: 'cases' }, ({ openCases }) => openCases],
  [
    'returns',
    'note',
    'track',
    { section: 'returns', filter: 'unknown' },
    ({ unownedReturns }) => unownedReturns,
  ],
  ['overdue', 'note', 'ship', { filter: 'booking' }, (_, { overdue }) => overdue],
  ['watch', 'failed', 'settings', { section: 'watch' }, ({ watchFailed }) => watchFailed],
  ['unshipped', 'waiting', 'ship', { section: 'unshipped' }, (_, { unshipped }) => unshipped],
  ['held', 'waiting', 'ship', { filter: 'held' }, ({ held }) => held],
] as const satisfies readonly ListedState[];

/** What goes on without anybody; those a person is asked about are in a line of their own. */
const running = [
  ['accountBroken', 'note', 'settings', { section: 'accounts' }, (_, booking) => booking.brokenAccounts],
  [
    'bookingUnsure',
    'unsure',
    'ship',
    { filter: 'unsure' },
    ({ queue }, booking) => queue.unsure - booking.unsureForPerson,
  ],
  ['queued', 'active', 'ship', { filter: 'booking' }, ({ queue }) => queue.waiting + queue.sending],
  ['printing', 'active', 'print', {}, ({ print }) => print.waiting],
] as const satisfies readonly ListedState[];

/** What a workspace lacks; it is set up in Settings. */
const lacks = [
  ['sender', ({ hasSender }: StatusView) => hasSender],
  ['account', ({ hasAccount }: StatusView) => hasAccount],
  ['printer', ({ hasPrinter }: StatusView) => hasPrinter],
] as const;

type StateId = (typeof table)[number][0] | (typeof running)[number][0];

export interface TodayItem {
  readonly id: StateId;
  readonly tone: Tone;
  readonly screen: ScreenId;
  readonly focus: PlaceFocus;
  readonly count: number;
}

const counted = (
  states: readonly ListedState<StateId>[],
  status: StatusView,
  booking: BookingSummary,
): readonly TodayItem[] =>
  states
    .map(([id, tone, screen, focus, count]) => ({ id, tone, screen, focus, count: count(status, booking) }))
    .filter(({ count }) => count > 0);

interface TodayItems {
  /** What to do now, most urgent first. */
  readonly now: readonly TodayItem[];
  /** What goes on automatically. */
  readonly running: readonly TodayItem[];
}

/** Nothing with a count of zero. */
export function todayItems(status: StatusView, booking: BookingSummary = quietBooking): TodayItems {
  return { now: counted(table, status, booking), running: counted(running, status, booking) };
}

/** Of these, what is wrong and not only waiting its turn. */
export function wrongItems({ now, running: byItself }: TodayItems): readonly TodayItem[] {
  return [...now, ...byItself].filter(({ tone }) => tone !== 'waiting' && tone !== 'active');
}

/** What the workspace lacks before the next thing can be done; null: nothing. */
export function lackOf(status: StatusView, { now }: TodayItems): 'sender' | 'account' | 'printer' | null {
  const first = now[0]?.id;
  // Without a sender and an account nothing is booked; all else can be done without them.
  if (first !== undefined && first !== 'ready') return null;
  return (
    lacks.find(([id, isThere]) => !isThere(status) && (first === undefined || id !== 'printer'))?.[0] ?? null
  );
}
