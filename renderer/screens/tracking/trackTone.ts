import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import type { Tone } from '../../parts/StateMark.tsx';

const tones: Readonly<Record<TrackingState, Tone>> = {
  none: 'waiting',
  'awaiting-collection': 'waiting',
  collected: 'active',
  'in-transit': 'active',
  destination: 'active',
  delivering: 'active',
  locker: 'active',
  signed: 'done',
  returning: 'failed',
  returned: 'rest',
  problem: 'failed',
  cancelled: 'rest',
  customs: 'active',
};

/** An exception outranks the state: an in-transit parcel that has not moved for days is not well. */
export function trackTone({ state, exception }: Pick<TrackRow, 'state' | 'exception'>): Tone {
  return exception === '' ? tones[state] : 'failed';
}
