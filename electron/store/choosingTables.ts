import type { GreyArm } from '../../shared/domain/bookingRule.ts';

/** One saved rule set; the highest number is in force. Never changed, never deleted. */
export interface RuleVersionsTable {
  version_no: number;
  set_json: string;
  rules: number;
  /** The version it brought back; 0: none. */
  back_to: number;
  saved_at: number;
}

/** Orders a rule has held once: released, it lets them pass. */
export interface RulePassesTable {
  order_id: string;
  /** Empty: the fallback. */
  rule_id: string;
  at: number;
}

/** Bookings made while a share was on trial. */
export interface ShareBookingsTable {
  shipment_id: string;
  order_id: string;
  experiment_id: string;
  arm: GreyArm;
}

export interface PriceTablesTable {
  id: string;
  carrier: string;
  /** Empty: every account. */
  account_id: string;
  table_json: string;
  saved_at: number;
}

/** What a platform said a parcel would cost; a newer answer replaces the older. */
export interface FreightAnswersTable {
  account_id: string;
  carrier: string;
  /** Digest of places, weight and declared value. */
  question_key: string;
  amount_fen: number;
  checked_at: number;
}

/** The tables of choosing, as part of the schema. */
export interface ChoosingTables {
  rule_versions: RuleVersionsTable;
  rule_passes: RulePassesTable;
  share_bookings: ShareBookingsTable;
  price_tables: PriceTablesTable;
  freight_answers: FreightAnswersTable;
}
