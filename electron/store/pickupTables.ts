import type { PickupKind, PickupStage } from '../../shared/domain/pickup.ts';

/** One courier called for one order. */
export interface PickupsTable {
  id: string;
  order_id: string;
  order_no: string;
  account_id: string;
  platform: string;
  carrier: string;
  /** The code the platform knows it by; one account never uses one twice. */
  order_code: string;
  kind: PickupKind;
  state: PickupStage;
  version: number;
  /** The frozen request: every repeat sends exactly this. */
  request_json: string;
  /** UTC ms; null: whenever the carrier comes. */
  start_at: number | null;
  end_at: number | null;
  /** Number the platform gave with it; empty: none, or not yet. */
  waybill_no: string;
  platform_ref: string;
  /** Last word of the platform, raw. */
  raw_state: string;
  /** Told by the platform; null: not told. */
  cost_fen: number | null;
  error_code: string;
  error_params_json: string;
  created_at: number;
  updated_at: number;
}
