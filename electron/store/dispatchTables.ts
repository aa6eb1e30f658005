import type { GoLiveState, GoLiveStep } from '../../shared/domain/goLive.ts';
import type { Fallback } from '../../shared/domain/lane.ts';

/** How the booking lane of an account is run: a person's choices, and what stops or paces it. */
export interface AccountLanesTable {
  account_id: string;
  fallback: Fallback;
  backup_account_id: string | null;
  /** A pace the platform granted for a while; null: none. */
  raised_per_second: number | null;
  raised_until: number | null;
  /** Why the platform refuses the account itself; empty: it does not. */
  halt_code: string;
  halt_params_json: string;
  halted_at: number | null;
  /** Numbers or money left as last told. */
  balance_total: number | null;
  balance_unit: string;
  balance_at: number | null;
}

/** The last result of each step of an account's small-order test. */
export interface GoLiveStepsTable {
  account_id: string;
  step: GoLiveStep;
  state: GoLiveState;
  endpoint: string;
  error_code: string;
  error_params_json: string;
  note: string;
  duration_ms: number;
  at: number;
}
