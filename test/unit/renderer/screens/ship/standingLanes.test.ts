import { expect, test } from 'vitest';
import type { AccountHealthView } from '../../../../../renderer/bridge/queries/bookingQueries.ts';
import { standingLanes } from '../../../../../renderer/screens/ship/LaneNotices.tsx';

const health = (lane: AccountHealthView['lane'], waiting = 0) =>
  ({ lane, counts: { waiting, sending: 0, unsure: 0, voiding: 0 } }) as AccountHealthView;

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
