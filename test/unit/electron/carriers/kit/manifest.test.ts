import { expect, test } from 'vitest';
import { rateOf } from '../../../../../electron/carriers/kit/manifest.ts';

test('a group without a rate of its own goes at the pace of its nearest', () => {
  const bare = { ratePerSecond: { book: 20, track: 10 } };
  expect(rateOf(bare, 'book')).toBe(20);
  expect(rateOf(bare, 'track')).toBe(10);
  expect(rateOf(bare, 'ask')).toBe(10);
  expect(rateOf(bare, 'pickup')).toBe(20);
  const full = { ratePerSecond: { book: 20, track: 10, ask: 5, pickup: 40 } };
  expect([rateOf(full, 'ask'), rateOf(full, 'pickup')]).toEqual([5, 40]);
});
