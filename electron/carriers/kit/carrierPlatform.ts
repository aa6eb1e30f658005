import type { ReachAnswer } from '../../../shared/domain/addressKnowledge.ts';
import type { BoxSizeMm, PaymentKind } from '../../../shared/domain/intake/orderWishes.ts';
import type { Party, PostalAddress } from '../../../shared/domain/party.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import type { TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import type { CallOutcome, Outcome } from '../../../shared/errors/outcome.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpPort } from '../../platform/http.ts';
import type { PlatformManifest } from './manifest.ts';
import type {
  Arrival,
  ArrivalRequest,
  BalanceRequest,
  CancelPickupRequest,
  FreightEstimate,
  FreightRequest,
  Pickup,
  PickupRequest,
  PushReading,
  SubscribeRequest,
  WaybillBalance,
} from './platformServices.ts';

/** Credentials and choices of one account, with the secret unsealed. Lives only as long as the call. */
export interface PlatformAccount {
  readonly id: string;
  readonly merchantId: string;
  readonly secret: string;
  /** Replaces the platform's base URL for every interface; null: the platform's own. */
  readonly endpoint: string | null;
  /** The carrier's own pairs: CustomerName, CustomerPwd, MonthCode … */
  readonly fields: Readonly<Record<string, string>>;
}

/** The whole booking request, frozen before the first try: every repeat sends exactly this. */
export interface BookingRequest {
  readonly orderCode: string;
  readonly carrier: string;
  readonly sender: Party;
  readonly receiver: Party;
  readonly goods: readonly GoodsLine[];
  /** null: not known. */
  readonly weightGrams: number | null;
  readonly parcelCount: number;
  readonly codAmountFen: number;
  readonly insuredValueFen: number;
  readonly remark: string;
  /** Absent here and below: the account's, otherwise the platform's default. */
  readonly payment?: PaymentKind;
  /** The carrier's own product: KDNiao ExpType, Kuaidi100 expType, SF expressTypeId. */
  readonly product?: string;
  /** The monthly account to charge, instead of the account's own. */
  readonly monthlyCard?: string;
  readonly volumeCm3?: number;
  readonly sizeMm?: BoxSizeMm;
  /** Weight and size of each parcel, parent first, where they are known; as many as `parcelCount`. */
  readonly parcels?: readonly ParcelDetail[];
  /** A signed receipt must be returned. */
  readonly returnReceipt?: { readonly requirement: string };
  /** The carrier must send a courier. */
  readonly notifyCourier?: boolean;
  readonly pickupWindow?: PickupWindow;
  /** Added services by the carrier's own names, besides COD and insurance. */
  readonly services?: readonly AddedService[];
  /** The carrier's own label is requested; `templateSize` is the carrier's code of a size. */
  readonly wantsTemplate?: boolean;
  readonly templateSize?: string;
  /** Fields that only one carrier needs, by the platform's own names; see the manifest's `carrierFields`. */
  readonly carrierFields?: Readonly<Record<string, string>>;
}

interface GoodsLine {
  readonly name: string;
  readonly quantity: number;
  readonly code?: string;
  /** Of one piece. */
  readonly priceFen?: number;
  readonly weightGrams?: number;
}

interface ParcelDetail {
  /** null: not known. */
  readonly weightGrams: number | null;
  readonly volumeCm3: number | null;
}

export interface PickupWindow {
  /** UTC ms. */
  readonly startAt: number;
  readonly endAt: number;
}

interface AddedService {
  readonly name: string;
  readonly value: string;
  /** The account the service is charged to, where there is one. */
  readonly customerId?: string;
}

export interface VoidRequest {
  readonly orderCode: string;
  readonly carrier: string;
  readonly waybillNo: string;
  /** `Booking.platformRef`, which some need for cancelling; absent or empty: unknown. */
  readonly platformRef?: string;
}

export interface TrackRequest {
  readonly waybillNo: string;
  /** null: let the platform recognise it. */
  readonly carrier: string | null;
  /** Last four digits of sender's or receiver's phone, which some carriers require. */
  readonly phoneTail: string;
  /** UTC ms of our booking, null when the number is not ours. */
  readonly bookedAt: number | null;
}

/** Sender and receiver of a possible parcel; only the addresses are sent. */
export interface ReachRequest {
  readonly sender: PostalAddress;
  readonly receiver: PostalAddress;
  /** The wanted carrier's code; empty: any. */
  readonly carrier: string;
}

export interface ReachReply {
  readonly answer: ReachAnswer;
  /** The carrier of the answer; empty: whichever the platform sends. */
  readonly carrier: string;
}

/** Everything a platform gets from outside: it must use no other network, clock or disk. */
export interface PlatformPorts {
  readonly http: HttpPort;
  readonly clock: Clock;
}

/** The reply for the call log: the platform's own code, never its text. */
interface ReplyNote {
  readonly platformCode: string;
  readonly requestId: string;
}

export type PlatformReply<T> = CallOutcome<T> & { readonly note?: ReplyNote };

/** The platform of that id among these; undefined: there is none. */
export function platformById(
  platforms: readonly CarrierPlatform[],
  id: string | undefined,
): CarrierPlatform | undefined {
  return platforms.find(({ manifest }) => manifest.id === id);
}

/** One call to a platform: it answers with a certainty and never throws for what the other side does. */
type Call<Request, Answer> = (
  request: Request,
  account: PlatformAccount,
  ports: PlatformPorts,
) => Promise<PlatformReply<Answer>>;

/**
 * One aggregation platform or carrier. A folder under `carriers/`, one line in `carriers/index.ts`, judged by
 * `test/conformance/carrier`. Every method answers with a certainty and never throws for what the other side does.
 */
export interface CarrierPlatform {
  readonly manifest: PlatformManifest;
  /** A text as it is sent: characters the platform forbids are replaced. Absent: every text is sent unchanged. */
  sentText?(text: string): string;
  /** Reports before sending: over-long or unencodable fields, missing carrier fields. */
  check(request: BookingRequest, account: PlatformAccount): Outcome<BookingRequest>;
  readonly book: Call<BookingRequest, Booking>;
  /** Did this very request already become a waybill? `did-not-happen` = certainly not. */
  readonly find: Call<BookingRequest, Booking>;
  readonly void: Call<VoidRequest, null>;
  readonly track: Call<TrackRequest, TrackingSnapshot>;
  /** Carrier codes this number may belong to, likeliest first. */
  readonly recognise: Call<string, readonly string[]>;
  /** A harmless call that proves address and signature. */
  test(account: PlatformAccount, ports: PlatformPorts): Promise<PlatformReply<null>>;
  /** The platform's reading of one free text. Optional: not every platform offers it. Missing fields are empty. */
  readonly parseAddress?: Call<string, Party>;
  /** Whether a parcel can go there. Optional like `parseAddress`. */
  readonly checkReach?: Call<ReachRequest, ReachReply>;
  /** Waybill numbers left. Optional like `parseAddress`, as is everything below. */
  readonly balance?: Call<BalanceRequest, WaybillBalance>;
  /** The price, one estimate per carrier; empty: the platform offers none. */
  readonly freight?: Call<FreightRequest, readonly FreightEstimate[]>;
  /** When it would arrive. */
  readonly arrival?: Call<ArrivalRequest, Arrival>;
  /** Asks the platform to follow a number and push its news. Asked twice: success. */
  readonly subscribe?: Call<SubscribeRequest, null>;
  /** Parses one pushed form body, its signature first. Without network; `now` in UTC ms. */
  readPush?(body: string, account: PlatformAccount, now: number): PushReading;
  /** Orders a pickup; repeat safety is that of `book`. */
  readonly orderPickup?: Call<PickupRequest, Pickup>;
  /** Did this very request already become a pickup? Like `find`. */
  readonly findPickup?: Call<PickupRequest, Pickup>;
  readonly cancelPickup?: Call<CancelPickupRequest, null>;
}

/** Every call by name, including those that not every platform offers. */
export type PlatformCalls = Required<CarrierPlatform>;
