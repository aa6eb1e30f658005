import { finalTrackingStates, type TrackingState, trackingStates } from './tracking.ts';

/** Parcels as whoever looks after them sorts them; each state belongs to one of these. */
const groupStates = {
  awaiting: ['none', 'awaiting-collection'],
  moving: ['collected', 'in-transit', 'destination', 'customs'],
  delivering: ['delivering', 'locker'],
  problem: ['problem'],
  returning: ['returning'],
  signed: ['signed'],
  ended: ['returned', 'cancelled'],
} as const satisfies Readonly<Record<string, readonly TrackingState[]>>;
type StateGroup = keyof typeof groupStates;

/** Those, and what crosses them: reported as an exception by the platform, without news for too long, everything. */
export const trackingGroups = [
  'stuck',
  'exception',
  'awaiting',
  'moving',
  'delivering',
  'problem',
  'returning',
  'signed',
  'ended',
  'all',
] as const;
export type TrackingGroup = (typeof trackingGroups)[number];

const isStateGroup = (group: TrackingGroup): group is StateGroup => Object.hasOwn(groupStates, group);

/** States of a group; null: it is not one of states alone. */
export function statesOfGroup(group: TrackingGroup): readonly TrackingState[] | null {
  return isStateGroup(group) ? groupStates[group] : null;
}

export function groupOfState(state: TrackingState): TrackingGroup {
  const found = trackingGroups.find((group) => statesOfGroup(group)?.includes(state));
  if (found === undefined) throw new Error(`a state without a group: ${state}`);
  return found;
}

/** Something is still to come: silence counts. */
export const openTrackingStates = trackingStates.filter((state) => !finalTrackingStates.includes(state));

/** Without news for so long a parcel counts as stuck, whatever the rules of the shop say about telling somebody. */
export const stuckAfterMs = 72 * 3_600_000;

/** Steps of the way that are drawn as ticks. */
export const progressSteps = 5;

const reached: Readonly<Partial<Record<TrackingState, number>>> = {
  none: 0,
  'awaiting-collection': 0,
  collected: 1,
  'in-transit': 2,
  customs: 2,
  destination: 3,
  delivering: 4,
  locker: 4,
  signed: 5,
};

/** How many steps of its way are behind a parcel; null: it has left the way, and its state does not say how far it came. */
export function stepsReached(state: TrackingState): number | null {
  return reached[state] ?? null;
}

/** Does it look wrong? What the platform calls an exception outranks the state. */
export const isTroubled = (parcel: { readonly state: TrackingState; readonly exception: string }): boolean =>
  parcel.exception !== '' || parcel.state === 'problem' || parcel.state === 'returning';

/**
 * Steps of the way that the board counts by the moment they were made. `timed`: signed for, with the time from the
 * carrier's taking it known; `late`: those of them that came after what was promised.
 */
export const passedSteps = ['collected', 'signed', 'timed', 'late'] as const;

/** Parcels of ours that made a step in a time (UTC ms, `to` not included): what a mark of the board counts. */
export interface PassedParcels {
  readonly step: (typeof passedSteps)[number];
  readonly from: number;
  readonly to: number;
  readonly carrier?: string | undefined;
  readonly province?: string | undefined;
}
