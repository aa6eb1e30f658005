import { expect, test } from 'vitest';
import { trackTone } from '../../../../../renderer/screens/tracking/useTrackColumns.tsx';

test('a parcel in trouble is red even while it is in transit', () => {
  expect(trackTone({ state: 'in-transit', exception: '' })).toBe('active');
  expect(trackTone({ state: 'in-transit', exception: 'not-updated' })).toBe('failed');
  expect(trackTone({ state: 'signed', exception: '' })).toBe('done');
});
