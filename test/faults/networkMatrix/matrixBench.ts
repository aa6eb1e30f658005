import type { CarrierPlatform, PlatformAccount } from '../../../electron/carriers/kit/carrierPlatform.ts';
import type { ScriptedFault } from '../../doubles/platforms/scriptedFaults.ts';

/** A running double, as far as the matrix needs it. */
export interface MatrixDouble {
  readonly url: string;
  add(fault: ScriptedFault): void;
  clear(): void;
  requestCount(): number;
  /** Every waybill given under this code, cancelled ones too. */
  waybillsOf(orderCode: string): readonly string[];
  close(): Promise<void>;
}

/** One platform's place in the network matrix. */
export interface MatrixBench {
  readonly platform: CarrierPlatform;
  readonly carrier: string;
  readonly account: Pick<PlatformAccount, 'merchantId' | 'secret' | 'fields'>;
  /** A void asks before it changes something: what hits its first call then certainly did nothing. */
  readonly looksBeforeVoid: boolean;
  /** Merged into a proper reply to a booking. */
  readonly numberMissing: unknown;
  readonly otherOrder: unknown;
  /** Whole replies: the carrier says no; the platform is out of order; the signature is wrong. */
  readonly refusal: unknown;
  readonly systemFault: unknown;
  readonly signatureFault: unknown;
  /** `now`: the double's clock, for its rules of time. */
  open(now?: () => number): Promise<MatrixDouble>;
}
