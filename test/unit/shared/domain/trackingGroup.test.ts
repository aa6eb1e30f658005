import { expect, it } from 'vitest';
import { finalTrackingStates, trackingStates } from '../../../../shared/domain/tracking.ts';
import {
  groupOfState,
  isTroubled,
  openTrackingStates,
  progressSteps,
  statesOfGroup,
  stepsReached,
  trackingGroups,
} from '../../../../shared/domain/trackingGroup.ts';

it('puts each state into one tab and no other', () => {
  for (const state of trackingStates) {
    const holding = trackingGroups.filter((group) => statesOfGroup(group)?.includes(state));
    expect(holding, state).toEqual([groupOfState(state)]);
  }
});

it('counts silence only while something is still to come', () => {
  expect([...openTrackingStates, ...finalTrackingStates].sort()).toEqual([...trackingStates].sort());
});

it('fills a tick a step, all of them at the door, and none is told where the way was left', () => {
  expect(stepsReached('awaiting-collection')).toBe(0);
  expect(stepsReached('in-transit')).toBe(2);
  expect(stepsReached('signed')).toBe(progressSteps);
  for (const state of ['problem', 'returning', 'returned', 'cancelled'] as const)
    expect(stepsReached(state), state).toBeNull();
});

it('calls a parcel troubled even while it is in transit, when its platform does', () => {
  expect(isTroubled({ state: 'in-transit', exception: '' })).toBe(false);
  expect(isTroubled({ state: 'in-transit', exception: 'not-updated' })).toBe(true);
  expect(isTroubled({ state: 'returning', exception: '' })).toBe(true);
  expect(isTroubled({ state: 'signed', exception: '' })).toBe(false);
});
