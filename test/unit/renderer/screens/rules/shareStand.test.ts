import { expect, test } from 'vitest';
import { newShare } from '../../../../../renderer/screens/rules/ruleDraft.ts';
import { shareStand } from '../../../../../renderer/screens/rules/SharePanel.tsx';

const day = 86_400_000;
const lane = { accountId: 'a', carrier: 'ZTO', product: '', template: '' };
const share = { experimentId: 'e', percent: 10, lane, startsAt: 10 * day, endsAt: 24 * day };

test('a trial says whether it has begun, how long it goes on, and that it has run out', () => {
  expect(shareStand(share, 8.5 * day)).toEqual({ kind: 'before', days: 2 });
  expect(shareStand(share, 10 * day)).toEqual({ kind: 'running', days: 14 });
  expect(shareStand(share, 23.5 * day)).toEqual({ kind: 'running', days: 1 });
  expect(shareStand(share, 24 * day)).toEqual({ kind: 'over', days: 0 });
});

test('at 0 and 100 % nothing is on trial any more, whatever the day', () => {
  for (const percent of [0, 100])
    expect(shareStand({ ...share, percent }, 12 * day)).toEqual({ kind: 'ended', days: 0 });
});

test('a new trial takes a tenth for two weeks, its last day included', () => {
  const now = new Date('2026-11-25T15:00:00+08:00').getTime();
  const begun = newShare({ kind: 'book', lane }, now);
  expect(begun).toMatchObject({ percent: 10, startsAt: now });
  expect(begun?.endsAt).toBe(new Date('2026-12-09T23:59:59+08:00').getTime());
});
