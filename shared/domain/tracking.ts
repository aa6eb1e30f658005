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

/** What a carrier or platform may call wrong with a parcel, or say beside its state. */
export const trackingExceptions = [
  'problem',
  'refused',
  'returning',
  'return-not-signed',
  'intercepted',
  'sender-cancelled',
  'lost',
  'damaged',
  'violation',
  'address-incomplete',
  'out-of-area',
  'phone-wrong',
  'unreachable',
  'delivery-failed',
  'redelivery',
  'missorted',
  'delayed',
  'no-news',
  'not-updated',
  'not-signed',
  'locker-overdue',
  'removed-from-locker',
  'unclaimed',
  'customs-exception',
  'customs-fee',
] as const;
export type TrackingException = (typeof trackingExceptions)[number];

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
  /** One of the exceptions above, empty when nothing is wrong. */
  readonly exception: string;
  /** The platform's own state where it is none that is known here. Absent: it is known. */
  readonly rawState?: string;
  /** Lines whose time could not be read, which are left out. Absent: none. */
  readonly unreadableTimes?: number;
}

/** `command`: handed to the program by the merchant's own web server · `folder`: a file · `relay`: fetched from a relay. */
export const pushChannels = ['command', 'folder', 'relay'] as const;
export type PushChannel = (typeof pushChannels)[number];

/** Why a parcel is not asked for any more, besides having arrived; a person who asks by its number may bring it back. */
export const stopReasons = ['no-account', 'no-update', 'no-trace', 'phone-needed', 'carrier-needed'] as const;
export type StopReason = (typeof stopReasons)[number];

/** What a parcel is asked for about: the plan looks at each group separately, so that a large one hides no small one. */
export const askGroups = [
  'exception',
  'delivering',
  'arriving',
  'first-scan',
  'moving',
  'subscribed',
] as const;
export type AskGroup = (typeof askGroups)[number];

/** Why a parcel is asked for as often as it is. */
export const askPaces = ['usual', 'silent', 'no-scan', 'subscribed', 'arrived', 'stopped'] as const;
export type AskPace = (typeof askPaces)[number];

/** What was strange about an answer: named, and never a reason to overwrite what is known. */
export const answerOddities = ['future-events', 'older-answer', 'clock-back', 'unreadable-times'] as const;
export type AnswerOddity = (typeof answerOddities)[number];
