import type { TrackingEvent, TrackingState } from '../../../shared/domain/tracking.ts';

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

export interface TrackingTables {
  readonly tracking: TrackedParcel;
  readonly trackingEvents: StoredTrackingEvent;
}
