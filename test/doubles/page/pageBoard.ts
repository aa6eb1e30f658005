import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { DayBoard } from '../../../shared/contracts/insight/board.ts';
import { hourMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const usualHours = [0, 0, 0, 0, 0, 0, 0, 0, 4, 9, 14, 12, 5, 6, 11, 13, 12, 4, 2, 3, 4, 2, 0, 0];

/** A day at three in the afternoon, whatever the clock says: its hours are looked at, not its date. */
function sampleDay(now: number): DayBoard {
  const dayAt = startOfShopDay(now);
  return {
    now: dayAt + 15.1 * hourMs,
    dayAt,
    strip: [
      { measure: 'booked', count: 71, usual: 64, knownAt: null },
      { measure: 'printed', count: 64, usual: 64, knownAt: null },
      { measure: 'collected', count: 0, usual: 3, knownAt: dayAt + 14 * hourMs },
      { measure: 'signed', count: null, usual: 40, knownAt: dayAt - 20 * hourMs },
    ],
    usualDays: 2,
    hours: usualHours.map((usual, hour) => ({
      hourAt: dayAt + hour * hourMs,
      booked: hour > 15 ? null : usual + (hour % 3),
      usual,
    })),
    cutOffHour: 17,
    taken: { dayAt: dayAt - 24 * hourMs, total: 60, taken: 57 },
  };
}

export function pageBoard(os: Os, { now }: PageWorld) {
  return {
    day: os.board.day.handler(() => sampleDay(now())),
  };
}
