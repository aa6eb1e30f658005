import { expect, it } from 'vitest';
import {
  daysOf,
  lastPeriod,
  medianOf,
  periodAt,
  periodBefore,
} from '../../../../electron/insight/reviewPeriods.ts';
import { shopDate } from '../../../../shared/rules/shopTime.ts';

const friday = Date.parse('2026-11-27T06:30:00Z');
const told = ({ from, to }: { from: number; to: number }) => [shopDate(from), shopDate(to - 1)];

it('looks back on Monday to Sunday, and on whole days of the shop', () => {
  expect(told(periodAt('week', friday))).toEqual(['2026-11-23', '2026-11-29']);
  expect(told(lastPeriod('week', friday))).toEqual(['2026-11-16', '2026-11-22']);
  expect(told(lastPeriod('day', friday))).toEqual(['2026-11-26', '2026-11-26']);
  // Sunday evening in UTC is Monday in the shop.
  expect(told(periodAt('week', Date.parse('2026-11-29T16:00:00Z')))).toEqual(['2026-11-30', '2026-12-06']);
});

it('goes back without a gap', () => {
  const week = periodAt('week', friday);
  expect(periodBefore(week).to).toBe(week.from);
  expect(daysOf(week)).toHaveLength(7);
});

it('finds the middle, and none of nothing', () => {
  expect(medianOf([9, 1, 4])).toBe(4);
  expect(medianOf([9, 1, 4, 2])).toBe(3);
  expect(medianOf([])).toBeNull();
});
