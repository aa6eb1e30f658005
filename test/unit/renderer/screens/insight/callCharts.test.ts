import { describe, expect, test } from 'vitest';
import { percentText } from '../../../../../renderer/parts/charts/scale.ts';
import {
  callsTab,
  placeOfMs,
  worstPlatform,
} from '../../../../../renderer/screens/insight/calls/callCharts.ts';

describe('a share as it is read', () => {
  test('a failure is never rounded away, nor is a success', () => {
    expect([1, 0.99996, 0.999, 0.9512, 0.00486, 0.00004, 0].map(percentText)).toEqual([
      '100%',
      '99.99%',
      '99.90%',
      '95.1%',
      '0.48%',
      '< 0.01%',
      '0%',
    ]);
  });
});

describe('how long calls take', () => {
  test('each ten times as long is one step further', () => {
    expect(placeOfMs(100) - placeOfMs(10)).toBeCloseTo(placeOfMs(1_000) - placeOfMs(100));
    expect(placeOfMs(0)).toBe(0);
    expect(placeOfMs(30_000)).toBe(1);
  });
});

describe('the platform that was away the most', () => {
  const platform = (name: string, share: number | null) => ({
    platform: name,
    worked: 1,
    failed: 0,
    unknown: 0,
    share,
    isFew: false,
  });
  test('is one of which something is known', () => {
    const all = [platform('sf', null), platform('kdniao', 0.99), platform('kuaidi100', 1)];
    expect(worstPlatform(all)?.platform).toBe('kdniao');
    expect(worstPlatform([platform('sf', null)])).toBeNull();
  });
});

test('a mark leads to the calls it counts, and to nothing more', () => {
  expect(callsTab('book', 'a1')).toBe('book a1');
  expect(callsTab('all', '', 'CARRIER_DOWN')).toBe('all  CARRIER_DOWN');
});
