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

/** What is wrong, dearest first. */
const wrong = [
  // Before everything: a parcel that must not go is stopped now or never.
  ['alarm', 'failed', 'ship', { filter: 'alarm' }, ({ alarms }) => alarms],
  ['due', 'failed', 'ship', { filter: 'due' }, ({ due }) => due],
  ['accountStopped', 'failed', 'settings', { section: 'accounts' }, (_, booking) => booking.stoppedAccounts],
  ['bookingPerson', 'unsure', 'ship', { filter: 'unsure' }, (_, booking) => booking.unsureForPerson],
  // Those a person is asked about stand in their own line.
  [
    'bookingUnsure',
    'unsure',
    'ship',
    { filter: 'unsure' },
    ({ queue }, booking) => queue.unsure - booking.unsureForPerson,
  ],
  ['printUnsure', 'unsure', 'print', { filter: 'unsure' }, ({ print }) => print.unsure],
  ['accountBroken', 'unsure', 'settings', { section: 'accounts' }, (_, booking) => booking.brokenAccounts],
  ['bookingFailed', 'failed', 'ship', { filter: 'failed' }, ({ queue }) => queue.failed],
  ['printFailed', 'failed', 'print', { filter: 'failed' }, ({ print }) => print.failed],
  ['printer', 'failed', 'print', {}, failedPrinters],
  ['printHeld', 'unsure', 'print', { filter: 'held' }, ({ print }) => print.held],
  ['tracking', 'failed', 'track', { filter: 'cases' }, ({ openCases }) => openCases],
  ['changes', 'unsure', 'import', { section: 'changes' }, ({ pendingChanges }) => pendingChanges],
  ['watch', 'failed', 'settings', { section: 'watch' }, ({ watchFailed }) => watchFailed],
] as const satisfies readonly ListedState[];

/** What only waits, in the order of an order's life. */
const waiting = [
  ['overdue', 'unsure', 'ship', { filter: 'booking' }, (_, { overdue }) => overdue],
  ['byHand', 'waiting', 'ship', { section: 'manual' }, (_, { byHand }) => byHand],
  ['review', 'waiting', 'correct', {}, ({ review }) => review],
  ['ready', 'waiting', 'ship', { filter: 'ready' }, ({ ready }) => ready],
  ['queued', 'active', 'ship', { filter: 'booking' }, ({ queue }) => queue.waiting + queue.sending],
  ['unprinted', 'waiting', 'ship', { filter: 'unprinted' }, ({ unprinted }) => unprinted],
  ['unshipped', 'waiting', 'ship', { section: 'unshipped' }, (_, { unshipped }) => unshipped],
  ['printing', 'active', 'print', {}, ({ print }) => print.waiting],
  ['held', 'waiting', 'ship', { filter: 'held' }, ({ held }) => held],
] as const satisfies readonly ListedState[];

type StateId = (typeof wrong)[number][0] | (typeof waiting)[number][0];

export interface TodayItem {
  readonly id: StateId;
  readonly tone: Tone;
  readonly screen: ScreenId;
  readonly focus: PlaceFocus;
  readonly count: number;
}

/** What is wrong and what waits; nothing with a count of zero. */
export function todayItems(
  status: StatusView,
  booking: BookingSummary = quietBooking,
): { readonly wrong: readonly TodayItem[]; readonly waiting: readonly TodayItem[] } {
  const counted = (states: readonly ListedState<StateId>[]): readonly TodayItem[] =>
    states
      .map(([id, tone, screen, focus, count]) => ({ id, tone, screen, focus, count: count(status, booking) }))
      .filter(({ count }) => count > 0);
  return { wrong: counted(wrong), waiting: counted(waiting) };
}

/** What a workspace lacks; it is set up in Settings. */
const lacks = {
  sender: { section: 'sender', isThere: ({ hasSender }: StatusView) => hasSender },
  account: { section: 'accounts', isThere: ({ hasAccount }: StatusView) => hasAccount },
  printer: { section: 'printers', isThere: ({ hasPrinter }: StatusView) => hasPrinter },
} as const;

/**
 * The one thing to do now, by its words (`today.step.…`). A parcel that was refunded or changed after it got its number may
 * leave any minute; then a label that may lie in a printer, since the parcel at the bench waits for it; then what blocks the
 * most orders. Changes come before booking: a number got for the former address is a number to give back.
 */
const steps = [
  ['alarm', 'alarm'],
  ['printUnsure', 'printUnsure'],
  ['changes', 'changes'],
  ['review', 'review'],
  // Nothing is booked without these two.
  ['sender', 'ready'],
  ['account', 'ready'],
  ['ready', 'ready'],
  ['failed', 'bookingFailed'],
  ['unprinted', 'unprinted'],
  ['watch', 'watch'],
  ['sender', null],
  ['printer', null],
] as const satisfies readonly (readonly [step: string, state: StateId | null])[];

interface NextStep extends Pick<TodayItem, 'count' | 'screen' | 'focus'> {
  readonly id: (typeof steps)[number][0] | 'import';
}

export function nextStep(status: StatusView): NextStep {
  const listed = todayItems(status);
  const items = new Map([...listed.wrong, ...listed.waiting].map((item) => [item.id, item]));
  for (const [id, state] of steps) {
    const item = state === null ? null : items.get(state);
    if (item === undefined) continue;
    const lack = id === 'sender' || id === 'account' || id === 'printer' ? lacks[id] : null;
    if (lack === null) {
      if (item !== null) return { id, count: item.count, screen: item.screen, focus: item.focus };
    } else if (!lack.isThere(status))
      return { id, count: 0, screen: 'settings', focus: { section: lack.section } };
  }
  return { id: 'import', count: 0, screen: 'import', focus: {} };
}
