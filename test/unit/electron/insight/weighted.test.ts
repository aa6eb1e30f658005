import { describe, expect, test } from 'vitest';
import { weightedPercentile } from '../../../../electron/insight/weighted.ts';

describe('the share of parcels that took no longer', () => {
  const values = [
    { value: 30, count: 1 },
    { value: 10, count: 8 },
    { value: 20, count: 1 },
  ];
  test('is found by nearest rank, whatever the order of the values', () => {
    expect([0.1, 0.5, 0.8, 0.9, 1].map((share) => weightedPercentile(values, share))).toEqual([
      10, 10, 10, 20, 30,
    ]);
  });
  test('of nothing nothing is known', () => {
    expect(weightedPercentile([], 0.5)).toBeNull();
    expect(weightedPercentile([{ value: 4, count: 0 }], 0.5)).toBeNull();
  });
});
