import type { ReachAnswer } from '../../../shared/domain/addressKnowledge.ts';
import type { Party, PostalAddress } from '../../../shared/domain/party.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import type { TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import type { CallOutcome, Outcome } from '../../../shared/errors/outcome.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpPort } from '../../platform/http.ts';

export type PlatformCapability =
  | 'book'
  | 'find'
  | 'void'
  | 'track'
  | 'recognise'
  | 'test'
  | 'parseAddress'
  | 'checkReach';

/** What happens when one order code is sent twice; decides how an unknown outcome is settled. */
export type RepeatClass = 'same-reference-safe' | 'query-by-reference' | 'neither';

export interface PlatformManifest {
  readonly id: string;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  readonly capabilities: readonly PlatformCapability[];
  readonly repeatClass: RepeatClass;
  /** Requests a second the platform allows, per interface group. */
  readonly ratePerSecond: { readonly book: number; readonly track: number };
  /** Parallel calls that keep that rate busy at ordinary latency. */
  readonly concurrency: number;
  /** Longest order code the platform takes, in characters. */
  readonly orderCodeMaxLength: number;
  /** true: works without any network (the practice platform). */
  readonly isEmbedded: boolean;
  /** Names the account form asks for besides id and secret, with whether each is a secret. */
  readonly accountFields: readonly { readonly key: string; readonly isSecret: boolean }[];
}

/** Credentials and choices of one account, the secret already unsealed. Lives only as long as the call. */
export interface PlatformAccount {
  readonly id: string;
  readonly merchantId: string;
  readonly secret: string;
  /** Replaces the platform's base URL for every interface; null: the platform's own. */
  readonly endpoint: string | null;
  /** The carrier's own pairs: CustomerName, CustomerPwd, MonthCode … */
  readonly fields: Readonly<Record<string, string>>;
}

/** Everything a booking says, frozen before the first try: every repeat sends exactly this. */
export interface BookingRequest {
  readonly orderCode: string;
  readonly carrier: string;
  readonly sender: Party;
  readonly receiver: Party;
  readonly goods: readonly { readonly name: string; readonly quantity: number }[];
  /** null: not known. */
  readonly weightGrams: number | null;
  readonly parcelCount: number;
  readonly codAmountFen: number;
  readonly insuredValueFen: number;
  readonly remark: string;
}

export interface VoidRequest {
  readonly orderCode: string;
  readonly carrier: string;
  readonly waybillNo: string;
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

/** From whom to whom a parcel would go; only the addresses are told. */
export interface ReachRequest {
  readonly sender: PostalAddress;
  readonly receiver: PostalAddress;
  /** Wanted carrier code, empty: none in particular. */
  readonly carrier: string;
}

export interface ReachReply {
  readonly answer: ReachAnswer;
  /** Carrier the answer is about; empty: whichever the platform sends. */
  readonly carrier: string;
}

/** What a platform gets from outside: nothing else may reach network, clock or disk. */
export interface PlatformPorts {
  readonly http: HttpPort;
  readonly clock: Clock;
}

/** What a reply said, for the call log: the platform's own code, never its text. */
export interface ReplyNote {
  readonly platformCode: string;
  readonly requestId: string;
}

export type PlatformReply<T> = CallOutcome<T> & { readonly note?: ReplyNote };

/**
 * One aggregation platform or carrier. A folder under `carriers/`, one line in `carriers/index.ts`, judged by
 * `test/conformance/carrier`. Every method answers with a certainty and never throws for what the other side does.
 */
export interface CarrierPlatform {
  readonly manifest: PlatformManifest;
  /** A text as it is sent: what the platform forbids is replaced. Absent: every text goes as it stands. */
  sentText?(text: string): string;
  /** Told before sending: over-long or unencodable fields, missing carrier fields. */
  check(request: BookingRequest, account: PlatformAccount): Outcome<BookingRequest>;
  book(
    request: BookingRequest,
    account: PlatformAccount,
    ports: PlatformPorts,
  ): Promise<PlatformReply<Booking>>;
  /** Did this very request already become a waybill? `did-not-happen` = surely not. */
  find(
    request: BookingRequest,
    account: PlatformAccount,
    ports: PlatformPorts,
  ): Promise<PlatformReply<Booking>>;
  void(request: VoidRequest, account: PlatformAccount, ports: PlatformPorts): Promise<PlatformReply<null>>;
  track(
    request: TrackRequest,
    account: PlatformAccount,
    ports: PlatformPorts,
  ): Promise<PlatformReply<TrackingSnapshot>>;
  /** Carrier codes this number may belong to, likeliest first. */
  recognise(
    waybillNo: string,
    account: PlatformAccount,
    ports: PlatformPorts,
  ): Promise<PlatformReply<readonly string[]>>;
  /** A harmless call that proves address and signature. */
  test(account: PlatformAccount, ports: PlatformPorts): Promise<PlatformReply<null>>;
  /** How the platform understands one free text. Optional: not every platform offers it. Fields it left out are empty. */
  parseAddress?(text: string, account: PlatformAccount, ports: PlatformPorts): Promise<PlatformReply<Party>>;
  /** Whether a parcel can go there. Optional like `parseAddress`. */
  checkReach?(
    request: ReachRequest,
    account: PlatformAccount,
    ports: PlatformPorts,
  ): Promise<PlatformReply<ReachReply>>;
}
