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
  /** No question before this time, not even by a person: the platform would lock the number, or has. */
  readonly notBefore: number;
  readonly askGroup: AskGroup;
  /** Promised to the buyer by then; null: no known promise. */
  readonly promisedAt: number | null;
  /** The platform's own state if it is unknown here; empty: known. */
  readonly rawState: string;
  /** Oddities of the last answer, by kind, separated by blanks. */
  readonly oddities: string;
  /** Why it is no longer asked about, other than having arrived; empty: it is. */
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

/** Questions to one platform for one merchant in one day of Chinese time. */
export interface TrackingBudget {
  readonly meter: string;
  /** Days since 1970 in Chinese time. */
  readonly day: number;
  readonly used: number;
  /** Part of `used`: asked by people. */
  readonly usedByPeople: number;
  /** The platform has reported the day's questions as used up; with their number at that time. */
  readonly endedAt: number | null;
  readonly endedPerDay: number | null;
}

/** A person's decision on the carrier of numbers with one shape. */
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
  /** Empty: accepted. */
  readonly code: string;
  readonly updated: number;
  readonly ignored: number;
  readonly pickups: number;
  /** Parcels whose money was reported. */
  readonly cod: number;
}

/** A relay of the merchant's that collects one account's pushes, and is polled for them. */
export interface PushRelay {
  readonly accountId: string;
  readonly url: string;
  /** Where the platform pushes to; empty: as set in the platform's console. */
  readonly callbackUrl: string;
  readonly sealedToken: string;
  /** Its read position, in the relay's own format. */
  readonly place: string;
  readonly askedAt: number | null;
  /** The error of the last question; empty when it was answered. */
  readonly code: string;
  /** Failed questions in a row. */
  readonly failures: number;
  readonly nextAt: number;
  readonly createdAt: number;
}

/** Maintained by triggers with each change of a parcel. */
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
