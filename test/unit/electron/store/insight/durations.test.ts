import { Int32Histogram } from 'hdr-histogram-js';
import { expect, it } from 'vitest';
import {
  DurationSum,
  slotOf,
  storedCounts,
  withDuration,
} from '../../../../../electron/store/insight/durations.ts';
import { seededChance } from '../../../../doubles/seededChance.ts';

const stored = (durations: readonly number[]) =>
  durations.reduce<Uint8Array>((before, duration) => withDuration(before, duration), new Uint8Array());

it('says what an HDR histogram of the same durations says', () => {
  const chance = seededChance(7);
  const durations = Array.from({ length: 3_000 }, () => Math.floor(10 + 40_000 * chance() ** 6));
  const wanted = new Int32Histogram(1, 3_600_000, 2);
  for (const duration of durations) wanted.recordValue(duration);
  const sum = new DurationSum();
  sum.add(stored(durations.slice(0, 1_000)));
  sum.add(stored(durations.slice(1_000)));
  for (const percent of [50, 95, 99, 100])
    expect(sum.percentileMs(percent)).toBe(wanted.getValueAtPercentile(percent));
});

it('takes a few bytes for a minute of one call, and keeps many of one kind together', () => {
  expect(stored([300])).toHaveLength(3);
  expect(stored(Array.from({ length: 200 }, () => 300))).toHaveLength(4);
});

it('stores counts as it stores one call after the other', () => {
  const durations = [5, 90_000, 5, 300, 301, 0];
  const slots = new Map<number, number>();
  for (const duration of durations) slots.set(slotOf(duration), (slots.get(slotOf(duration)) ?? 0) + 1);
  expect(storedCounts(slots)).toEqual(stored(durations));
});

it('breaks at no duration, also where the clock was set back or ahead during the call', () => {
  const sum = new DurationSum();
  sum.add(stored([-5_000, 1e12, 0.4]));
  expect(sum.percentileMs(50)).toBe(0);
  expect(sum.percentileMs(100)).toBeGreaterThanOrEqual(3_600_000);
});

it('knows nothing where there was no call', () => {
  expect(new DurationSum().percentileMs(50)).toBeNull();
});
