import type { StatusView } from '../../../shared/contracts/session.ts';
import type { PlaceFocus, ScreenId } from '../../parts/place.ts';
import type { Tone } from '../../parts/StateMark.tsx';
import { printerTone } from '../../words/tones.ts';

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

/** A state by its words (`today.item.…`), its mark, where it is dealt with and how many there are. */
interface ListedState {
  readonly id: string;
  readonly tone: Tone;
  readonly screen: ScreenId;
  readonly focus: PlaceFocus;
  count(status: StatusView, booking: BookingSummary): number;
}

/** What is wrong, dearest first. */
const wrong = [
  // Before everything: a parcel that must not go is stopped now or never.
  { id: 'alarm', tone: 'failed', screen: 'ship', focus: { filter: 'alarm' }, count: ({ alarms }) => alarms },
  {
    id: 'accountStopped',
    tone: 'failed',
    screen: 'settings',
    focus: { section: 'accounts' },
    count: (_, { stoppedAccounts }) => stoppedAccounts,
  },
  {
    id: 'bookingPerson',
    tone: 'unsure',
    screen: 'ship',
    focus: { filter: 'unsure' },
    count: (_, { unsureForPerson }) => unsureForPerson,
  },
  {
    id: 'bookingUnsure',
    tone: 'unsure',
    screen: 'ship',
    focus: { filter: 'unsure' },
    // Those a person is asked about stand in their own line.
    count: ({ queue }, { unsureForPerson }) => queue.unsure - unsureForPerson,
  },
  {
    id: 'printUnsure',
    tone: 'unsure',
    screen: 'print',
    focus: { filter: 'unsure' },
    count: ({ print }) => print.unsure,
  },
  {
    id: 'accountBroken',
    tone: 'unsure',
    screen: 'settings',
    focus: { section: 'accounts' },
    count: (_, { brokenAccounts }) => brokenAccounts,
  },
  {
    id: 'bookingFailed',
    tone: 'failed',
    screen: 'ship',
    focus: { filter: 'failed' },
    count: ({ queue }) => queue.failed,
  },
  {
    id: 'printFailed',
    tone: 'failed',
    screen: 'print',
    focus: { filter: 'failed' },
    count: ({ print }) => print.failed,
  },
  {
    id: 'printer',
    tone: 'failed',
    screen: 'print',
    focus: {},
    count: ({ printers }) => printers.filter(({ state, why }) => printerTone(state, why) === 'failed').length,
  },
  {
    id: 'printHeld',
    tone: 'unsure',
    screen: 'print',
    focus: { filter: 'held' },
    count: ({ print }) => print.held,
  },
  {
    id: 'tracking',
    tone: 'failed',
    screen: 'track',
    focus: { filter: 'exception' },
    count: ({ trackingExceptions }) => trackingExceptions,
  },
  {
    id: 'changes',
    tone: 'unsure',
    screen: 'import',
    focus: { section: 'changes' },
    count: ({ pendingChanges }) => pendingChanges,
  },
  {
    id: 'watch',
    tone: 'failed',
    screen: 'settings',
    focus: { section: 'watch' },
    count: ({ watchFailed }) => watchFailed,
  },
] as const satisfies readonly ListedState[];

/** What only waits, in the order of an order's life. */
const waiting = [
  {
    id: 'overdue',
    tone: 'unsure',
    screen: 'ship',
    focus: { filter: 'booking' },
    count: (_, { overdue }) => overdue,
  },
  {
    id: 'byHand',
    tone: 'waiting',
    screen: 'ship',
    focus: { section: 'manual' },
    count: (_, { byHand }) => byHand,
  },
  { id: 'review', tone: 'waiting', screen: 'correct', focus: {}, count: ({ review }) => review },
  { id: 'ready', tone: 'waiting', screen: 'ship', focus: { filter: 'ready' }, count: ({ ready }) => ready },
  {
    id: 'queued',
    tone: 'active',
    screen: 'ship',
    focus: { filter: 'booking' },
    count: ({ queue }) => queue.waiting + queue.sending,
  },
  {
    id: 'unprinted',
    tone: 'waiting',
    screen: 'ship',
    focus: { filter: 'unprinted' },
    count: ({ unprinted }) => unprinted,
  },
  {
    id: 'unshipped',
    tone: 'waiting',
    screen: 'ship',
    focus: { section: 'unshipped' },
    count: (_, { unshipped }) => unshipped,
  },
  { id: 'printing', tone: 'active', screen: 'print', focus: {}, count: ({ print }) => print.waiting },
  { id: 'held', tone: 'waiting', screen: 'ship', focus: { filter: 'held' }, count: ({ held }) => held },
] as const satisfies readonly ListedState[];

type StateId = (typeof wrong)[number]['id'] | (typeof waiting)[number]['id'];

export interface TodayItem extends Pick<ListedState, 'tone' | 'screen' | 'focus'> {
  readonly id: StateId;
  readonly count: number;
}

/** What is wrong and what waits; nothing with a count of zero. */
export function todayItems(
  status: StatusView,
  booking: BookingSummary = quietBooking,
): { readonly wrong: readonly TodayItem[]; readonly waiting: readonly TodayItem[] } {
  const counted = (states: readonly (ListedState & { readonly id: StateId })[]): readonly TodayItem[] =>
    states
      .map(({ count, ...state }) => ({ ...state, count: count(status, booking) }))
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
