export const trackingStates = [
  'none',
  'awaiting-collection',
  'collected',
  'in-transit',
  'destination',
  'delivering',
  'locker',
  'signed',
  'returning',
  'returned',
  'problem',
  'cancelled',
  'customs',
] as const;
export type TrackingState = (typeof trackingStates)[number];

/** Nothing more is expected after these. */
export const finalTrackingStates: readonly TrackingState[] = ['signed', 'returned', 'cancelled'];

export interface TrackingEvent {
  /** UTC ms. */
  readonly at: number;
  readonly text: string;
  readonly location: string;
  readonly status: TrackingState;
  /** The platform's own code, kept raw. */
  readonly rawStatus: string;
}

export interface TrackingSnapshot {
  readonly waybillNo: string;
  readonly carrier: string;
  readonly state: TrackingState;
  /** Oldest first. */
  readonly events: readonly TrackingEvent[];
  /** Rule id of what is wrong (`refused`, `not-updated` …), empty when nothing is. */
  readonly exception: string;
}

/** `command`: handed to the program by the merchant's own web server · `folder`: a file · `relay`: fetched from a relay. */
export const pushChannels = ['command', 'folder', 'relay'] as const;
export type PushChannel = (typeof pushChannels)[number];
