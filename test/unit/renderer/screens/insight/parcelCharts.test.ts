import { describe, expect, test } from 'vitest';
import {
  carrierSeries,
  dayTicks,
  isWeekend,
  longTime,
} from '../../../../../renderer/screens/insight/parcels/parcelCharts.ts';

describe('carriers in a chart', () => {
  test('at most five colours: the largest have their own, the rest share one and lose nobody', () => {
    expect(carrierSeries(['A', 'B']).map(({ carrier }) => carrier)).toEqual(['A', 'B']);
    expect(carrierSeries(['A', 'B', 'C', 'D', 'E']).map(({ carrier }) => carrier)).toEqual([...'ABCDE']);
    const many = carrierSeries([...'ABCDEFG']);
    expect(many).toHaveLength(5);
    expect(many.at(-1)).toEqual({ carrier: '', members: ['E', 'F', 'G'] });
  });
});

test('Saturday and Sunday are those of the shop', () => {
  const fridayNight = Date.UTC(2026, 10, 27, 16, 0);
  expect([isWeekend(fridayNight - 1), isWeekend(fridayNight)]).toEqual([false, true]);
});

test('what lasts for long is told in days, what has just begun in hours', () => {
  expect([0, 47.9, 48, 467].map((hours) => longTime(hours * 3_600_000))).toEqual([
    { unit: 'wholeHours', count: 0 },
    { unit: 'wholeHours', count: 47 },
    { unit: 'wholeDays', count: 2 },
    { unit: 'wholeDays', count: 19 },
  ]);
});

test('an axis of days ends beyond the slowest and has few marks', () => {
  expect(dayTicks(0)).toEqual([0, 1]);
  expect(dayTicks(50)).toEqual([0, 1, 2, 3]);
  expect(dayTicks(24 * 40).length).toBeLessThan(10);
});
