import type { GoLiveState, GoLiveStep } from '../../../shared/domain/goLive.ts';
import type { Fallback } from '../../../shared/domain/lane.ts';

/** How the booking lane of an account is run: a person's choices, and what stops or paces it. */
export interface AccountLane {
  readonly accountId: string;
  readonly fallback: Fallback;
  readonly backupAccountId: string | null;
  /** A pace the platform granted for a while; null: none. */
  readonly raisedPerSecond: number | null;
  readonly raisedUntil: number | null;
  /** Why the platform refuses the account itself; empty: it does not. */
  readonly haltCode: string;
  readonly haltParamsJson: string;
  readonly haltedAt: number | null;
  /** Numbers or money left as last told. */
  readonly balanceTotal: number | null;
  readonly balanceUnit: string;
  readonly balanceAt: number | null;
}

/** The last result of each step of an account's small-order test. */
export interface GoLiveResult {
  readonly accountId: string;
  readonly step: GoLiveStep;
  readonly state: GoLiveState;
  readonly endpoint: string;
  readonly errorCode: string;
  readonly errorParamsJson: string;
  readonly note: string;
  readonly durationMs: number;
  readonly at: number;
}
