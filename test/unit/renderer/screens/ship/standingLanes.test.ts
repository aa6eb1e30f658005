import { expect, test } from 'vitest';
import { standingLanes } from '../../../../../renderer/screens/ship/LaneNotices.tsx';
import type { AccountHealth } from '../../../../../shared/contracts/bookingHealth.ts';

const health = (lane: AccountHealth['lane'], waiting = 0) =>
  ({ lane, counts: { waiting, sending: 0, unsure: 0, voiding: 0 } }) as AccountHealth;

test('closed lanes are shown, and one that looks for itself only while orders wait for it', () => {
  const shown = standingLanes([
    health('broken'),
    health('stopped'),
    health('probing'),
    health('probing', 2),
    health('working', 9),
    health('pausing', 9),
    health('idle'),
  ]);
  expect(shown.map(({ lane }) => lane)).toEqual(['broken', 'stopped', 'probing']);
});
