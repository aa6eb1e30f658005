import type { PromiseSource, ReturnState } from '../../../shared/domain/cases/parcelCare.ts';

/** What was said of the arrival of a parcel, beside what the history of its lane says. */
export interface ParcelArrival {
  readonly waybillNo: string;
  /** Who promised what stands at the parcel; empty: nobody. */
  readonly promiseFrom: PromiseSource | '';
  /** What the platform expects; null: it named no time. */
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
  /** Empty: nobody knows whose it is. */
  readonly orderId: string;
  readonly orderNo: string;
  /** Number it went out with; empty: not known. */
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
