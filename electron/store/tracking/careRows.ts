import type { PromiseSource, ReturnState } from '../../../shared/domain/cases/parcelCare.ts';

/** Arrival information of a parcel, besides its lane's history. */
export interface ParcelArrival {
  readonly waybillNo: string;
  /** Who promised the time stored with the parcel; empty: none. */
  readonly promiseFrom: PromiseSource | '';
  /** The platform's expected time; null: none given. */
  readonly expectedAt: number | null;
  /** In the platform's words. */
  readonly words: string;
  readonly platform: string;
  /** null: the platform was never asked. */
  readonly askedAt: number | null;
}

/** A parcel that comes back to the shop under a number of its own, or under the one it went out with. */
export interface ParcelReturn {
  readonly id: string;
  readonly waybillNo: string;
  readonly carrier: string;
  /** Empty: its order is unknown. */
  readonly orderId: string;
  readonly orderNo: string;
  /** Its outward number; empty: unknown. */
  readonly outwardNo: string;
  readonly reason: string;
  readonly state: ReturnState;
  readonly version: number;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly receivedAt: number | null;
  readonly receivedBy: string;
  readonly note: string;
}

/** The merchant's own program that sends notices to buyers. There is one at most. */
export interface NoticeHook {
  readonly id: string;
  readonly url: string;
  readonly sealedSecret: string;
  readonly savedAt: number;
}

export interface CareTables {
  readonly parcelArrivals: ParcelArrival;
  readonly parcelReturns: ParcelReturn;
  readonly noticeHooks: NoticeHook;
}
