import { expect, test } from 'vitest';
import { shownLane } from '../../../../../renderer/screens/accounts/shownLane.ts';

const counts = { waiting: 0, sending: 0, unsure: 0, voiding: 0 };

test('an account that only would look for itself is at rest until something waits for it', () => {
  expect(shownLane({ lane: 'probing', counts })).toBe('idle');
  expect(shownLane({ lane: 'probing', counts: { ...counts, waiting: 1 } })).toBe('probing');
  expect(shownLane({ lane: 'probing', counts: { ...counts, sending: 1 } })).toBe('probing');
  expect(shownLane({ lane: 'broken', counts })).toBe('broken');
});
