import type { PushChannel, TrackingEvent, TrackingState } from '../../../shared/domain/tracking.ts';

export interface TrackedParcel {
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
  /** Parcels whose money was told of. */
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
  /** Of the last question, empty when it was answered. */
  readonly code: string;
  /** In a row. */
  readonly failures: number;
  readonly nextAt: number;
  readonly createdAt: number;
}

/** Kept by the database itself with each change of a parcel. */
export interface TrackingTotal {
  readonly state: TrackingState;
  /** 1: the platform told something bad of these. */
  readonly isException: number;
  readonly total: number;
}

export interface TrackingTables {
  readonly pushes: Push;
  readonly pushRelays: PushRelay;
  readonly tracking: TrackedParcel;
  readonly trackingEvents: StoredTrackingEvent;
  readonly trackingTotals: TrackingTotal;
}
