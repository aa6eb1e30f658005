import type { StatusView } from '../../../shared/contracts/statusContract.ts';
import type { PlaceFocus, ScreenId } from '../../parts/place/usePlace.ts';
import { printerTone } from '../../parts/printerTone.ts';
import type { Tone } from '../../parts/StateMark.tsx';

export interface TodayItem {
  readonly id:
    | 'alarm'
    | 'bookingUnsure'
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

/** What is wrong and what waits, dearest first; nothing with a count of zero. */
export function todayItems(status: StatusView): {
  readonly wrong: readonly TodayItem[];
  readonly waiting: readonly TodayItem[];
} {
  const { queue, print } = status;
  return {
    wrong: some([
      // Before everything: a parcel that must not go is stopped now or never.
      {
        id: 'alarm',
        count: status.alarms,
        tone: 'failed',
        screen: 'ship',
        focus: { filter: 'alarm' },
      },
      {
        id: 'bookingUnsure',
        count: queue.unsure,
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
    ]),
    waiting: some([
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
      { id: 'printing', count: print.waiting, tone: 'active', screen: 'print', focus: {} },
      { id: 'held', count: status.held, tone: 'waiting', screen: 'ship', focus: { filter: 'held' } },
    ]),
  };
}
