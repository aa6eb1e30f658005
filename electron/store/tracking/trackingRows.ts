import type {
  AskGroup,
  PushChannel,
  StopReason,
  TrackingEvent,
  TrackingState,
} from '../../../shared/domain/tracking.ts';

/** What the plan keeps of a parcel; each has a value of its own for one that is newly followed. */
interface PlannedParcel {
  readonly followedAt: number;
  /** Nobody asks before, not even a person: the platform would lock the number, or has. */
  readonly notBefore: number;
  readonly askGroup: AskGroup;
  /** The buyer was promised it by then; null: nothing is known of a promise. */
  readonly promisedAt: number | null;
  /** The platform's own state where it is none that is known here; empty: known. */
  readonly rawState: string;
  /** What was strange about the last answer, by its kinds with a blank between them. */
  readonly oddities: string;
  /** Why nobody asks any more, besides having arrived; empty: it is asked. */
  readonly stopReason: StopReason | '';
  /** Since when the platform pushes its news; null: it is asked. */
  readonly subscribedAt: number | null;
  /** When it was last asked to; 0: never. */
  readonly subscribeTriedAt: number;
}

export interface TrackedParcel extends PlannedParcel {
  readonly waybillNo: string;
  readonly carrier: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly accountId: string;
  readonly phoneTail: string;
  readonly state: TrackingState;
  readonly exception: string;
  readonly lastText: string;
  readonly lastAt: number | null;
  readonly checkedAt: number | null;
  readonly nextDueAt: number;
  readonly bookedAt: number | null;
}

/** A parcel to be followed; what the plan keeps of it may be left out. */
export type NewParcel = Omit<TrackedParcel, keyof PlannedParcel> & Partial<PlannedParcel>;

/** Questions put to one merchant's accounts at one platform in one day of Chinese time. */
export interface TrackingBudget {
  readonly meter: string;
  /** Days since 1970 in Chinese time. */
  readonly day: number;
  readonly used: number;
  /** Part of `used`: asked by a person. */
  readonly usedByPeople: number;
  /** The platform has said that the day's questions are used up; and how many they were thought to be then. */
  readonly endedAt: number | null;
  readonly endedPerDay: number | null;
}

/** Whose numbers of one shape are, as a person has decided. */
export interface NumberShape {
  readonly shape: string;
  readonly carrier: string;
  readonly decidedAt: number;
}

export interface StoredTrackingEvent extends TrackingEvent {
  readonly waybillNo: string;
}

/** One message a platform pushed, as it came in. */
export interface Push {
  readonly id: string;
  readonly at: number;
  readonly accountId: string;
  readonly channel: PushChannel;
  /** Empty: it was taken. */
  readonly code: string;
  readonly updated: number;
  readonly ignored: number;
  readonly pickups: number;
  /** Parcels whose money was reported. */
  readonly cod: number;
}

/** A relay of the merchant's that takes what a platform pushes for one account, and is asked for it. */
export interface PushRelay {
  readonly accountId: string;
  readonly url: string;
  /** Where the platform pushes to; empty: as set in the platform's console. */
  readonly callbackUrl: string;
  readonly sealedToken: string;
  /** Up to where its messages were taken, in the relay's own words. */
  readonly place: string;
  readonly askedAt: number | null;
  /** The error of the last question; empty when it was answered. */
  readonly code: string;
  /** Failed questions in a row. */
  readonly failures: number;
  readonly nextAt: number;
  readonly createdAt: number;
}

/** Kept by the database itself with each change of a parcel. */
export interface TrackingTotal {
  readonly state: TrackingState;
  /** 1: the platform reported something bad about these. */
  readonly isException: number;
  readonly total: number;
}

export interface TrackingTables {
  readonly pushes: Push;
  readonly pushRelays: PushRelay;
  readonly tracking: TrackedParcel;
  readonly trackingEvents: StoredTrackingEvent;
  readonly trackingTotals: TrackingTotal;
  readonly trackingBudgets: TrackingBudget;
  readonly numberShapes: NumberShape;
}
