import { describe, expect, test } from 'vitest';
import { againstUsual, isFewDays, shownHours } from '../../../../../renderer/work/board/dayCharts.ts';
import type { DayBoard } from '../../../../../shared/contracts/insight/board.ts';

const day = (busy: Readonly<Record<number, number>>, cutOffHour: number | null = null): DayBoard => ({
  now: 0,
  dayAt: 0,
  strip: [],
  usualDays: 4,
  hours: Array.from({ length: 24 }, (_, hour) => ({ hourAt: hour, booked: busy[hour] ?? 0, usual: null })),
  cutOffHour,
  taken: null,
});

describe('the hours of a day', () => {
  test('the working day is always there, and whatever lies beyond it as soon as something happens', () => {
    const shown = (...given: Parameters<typeof day>) => {
      const { first, hours } = shownHours(day(...given));
      return [first, first + hours.length - 1];
    };
    expect(shown({})).toEqual([8, 20]);
    expect(shown({ 3: 1, 22: 2 })).toEqual([3, 22]);
    expect(shown({}, 21)).toEqual([8, 21]);
  });
});

describe('beside what is usual', () => {
  test('what nobody knows is neither more nor less', () => {
    expect(againstUsual(null, 4).words).toBe('none');
    expect(againstUsual(4, null).words).toBe('none');
  });
  test('more, less and the same', () => {
    expect(againstUsual(5, 2)).toEqual({ words: 'more', difference: 3 });
    expect(againstUsual(2, 5)).toEqual({ words: 'less', difference: 3 });
    expect(againstUsual(0, 0)).toEqual({ words: 'same', difference: 0 });
  });
  test('fewer than four same weekdays are said to be few', () => {
    expect([0, 1, 3, 4].map(isFewDays)).toEqual([false, true, true, false]);
  });
});
