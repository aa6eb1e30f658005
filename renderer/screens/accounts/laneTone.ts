import type { LaneState } from '../../../shared/domain/lane.ts';
import type { Tone } from '../../parts/StateMark.tsx';

/** How the lane of an account is marked. Held back is amber, since it mends itself; refused is red, since it does not. */
export function laneTone(lane: LaneState): Tone {
  return (
    {
      idle: 'rest',
      working: 'active',
      pausing: 'waiting',
      broken: 'unsure',
      probing: 'unsure',
      stopped: 'failed',
    } as const
  )[lane];
}
