import type {
  BookingRequest,
  PlatformAccount,
  PlatformPorts,
} from '../../../electron/carriers/kit/carrierPlatform.ts';

/** What can go wrong with one call, in words every platform's double understands. */
export type Trouble =
  | 'down'
  | 'reply-lost'
  | 'request-lost'
  | 'silence'
  | 'refused'
  | 'refusal-names-person'
  | 'system-error'
  | 'html'
  | 'empty'
  | 'cut'
  | 'wrong-encoding'
  | 'giant'
  | 'deep'
  | 'compressed'
  | 'server-error'
  | 'too-many'
  | 'forbidden'
  | 'wrong-order'
  | 'number-missing'
  | 'extra-fields';

export interface TroubledCall {
  readonly request: BookingRequest;
  readonly account: PlatformAccount;
}

/** What can go wrong with a question about an address. */
export type AskTrouble =
  | 'down'
  | 'lost'
  | 'silence'
  | 'garbled'
  | 'credentials'
  | 'busy'
  | 'system-error'
  | 'echo';

/** One running double of a platform, with an account it accepts. */
export interface CarrierBench {
  readonly account: PlatformAccount;
  /** A wrong secret; null where the platform has no credentials. */
  readonly wrongAccount: PlatformAccount | null;
  readonly ports: PlatformPorts;
  /** The call that will meet the trouble, the first time it is sent. */
  arm(trouble: Trouble, request: BookingRequest): TroubledCall;
  /** The account with which the next question meets the trouble, and the text to ask about. */
  armAsk(
    trouble: AskTrouble,
    capability: 'parseAddress' | 'checkReach',
    text: string,
  ): { readonly account: PlatformAccount; readonly text: string };
  /** What the double has really booked under this code; null where it keeps no ledger. */
  waybillsOf(orderCode: string): readonly string[] | null;
  /** Bodies that reached the double, oldest first. */
  sentBodies(): readonly string[];
  close(): Promise<void>;
}

export interface CarrierHarness {
  readonly platformId: string;
  /** One that the platform and its double offer. */
  readonly carrier: string;
  readonly troubles: readonly Trouble[];
  readonly askTroubles: readonly AskTrouble[];
  open(): Promise<CarrierBench>;
}
