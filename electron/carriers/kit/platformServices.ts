import type { CodState } from '../../../shared/domain/bills/bill.ts';
import type { PostalAddress } from '../../../shared/domain/party.ts';
import type { TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from './carrierPlatform.ts';

/** Waybill numbers left at one carrier; a branch or a customer number comes from the account's fields. */
export type WaybillBalance =
  | { readonly kind: 'counted'; readonly available: number; readonly total: number | null }
  /** The carrier sells no numbers: SF, EMS, JD … */
  | { readonly kind: 'unlimited' }
  | { readonly kind: 'unknown' };

export interface BalanceRequest {
  readonly carrier: string;
}

/** What a parcel would cost; only the addresses are sent. */
export interface FreightRequest {
  readonly sender: PostalAddress;
  readonly receiver: PostalAddress;
  /** Wanted carrier code, empty: whichever the platform offers. */
  readonly carrier: string;
  readonly weightGrams: number;
  readonly insuredValueFen?: number;
}

/** An estimate for choosing, never an invoice. */
export interface FreightEstimate {
  readonly carrier: string;
  readonly amountFen: number;
}

export interface ArrivalRequest {
  readonly carrier: string;
  /** Empty: not shipped yet. */
  readonly waybillNo: string;
  readonly sender: PostalAddress;
  readonly receiver: PostalAddress;
  /** UTC ms of the collection, past or intended; null: the platform does not say. */
  readonly sentAt: number | null;
  readonly weightGrams: number | null;
  readonly phoneTail: string;
}

export interface Arrival {
  /** UTC ms of the last moment of what was promised; null: the platform gave words only. */
  readonly expectedAt: number | null;
  /** As the platform words it: `06月15日下午可达`. */
  readonly words: string;
}

export interface SubscribeRequest {
  readonly carrier: string;
  readonly waybillNo: string;
  readonly orderCode: string;
  readonly phoneTail: string;
  /** Where news is pushed to; empty: as set in the platform's console. */
  readonly callbackUrl: string;
}

/** News of a door pickup. */
export interface PickupNews {
  readonly orderCode: string;
  readonly carrier: string;
  readonly waybillNo: string;
  readonly state: PickupState;
  /** The platform's own code, kept raw. */
  readonly rawState: string;
  /** null: the platform does not say. */
  readonly costFen: number | null;
  readonly weightGrams: number | null;
}

export type PickupState = 'placed' | 'assigned' | 'collected' | 'failed' | 'cancelled' | 'other';

/** News of the money of a parcel that is paid on delivery. */
export interface CodNews {
  readonly waybillNo: string;
  readonly carrier: string;
  /** null: a word nobody knows, kept raw. */
  readonly state: CodState | null;
  readonly rawState: string;
  /** When the platform said so. */
  readonly at: number;
  /** As the platform masks them: the holder of the account it was paid to, and its last digits. */
  readonly accountHolder: string;
  readonly accountTail: string;
}

/** What one pushed message tells, each list empty when it is of another kind. */
export interface PushedNews {
  readonly snapshots: readonly TrackingSnapshot[];
  readonly pickups: readonly PickupNews[];
  readonly codNews: readonly CodNews[];
}

export interface PushReading {
  /** PUSH_FORGED, PUSH_UNREADABLE, or the news. */
  readonly news: Outcome<PushedNews>;
  /** Exactly what is sent back with HTTP 200: taken, or (for what could not be believed or read) refused. */
  readonly acknowledgement: string;
}

/** Somebody comes for a parcel. Frozen and repeated like a booking, under an order code of its own. */
export interface PickupRequest extends BookingRequest {
  /** `door`: the platform's own collection service · `appointment`: the carrier's courier. */
  readonly pickupKind: 'door' | 'appointment';
}

export interface Pickup {
  /** Empty until the courier has collected. */
  readonly waybillNo: string;
  readonly carrier: string;
  readonly platformRef: string;
}

export interface CancelPickupRequest {
  readonly pickupKind: 'door' | 'appointment';
  readonly orderCode: string;
  readonly carrier: string;
  readonly waybillNo: string;
  /** Shown to the courier; empty: none. */
  readonly reason: string;
}
