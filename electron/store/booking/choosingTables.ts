import type { GreyArm } from '../../../shared/domain/bookingRule.ts';

/** One saved rule set; the highest number is in force. Never changed, never deleted. */
export interface RuleVersion {
  readonly versionNo: number;
  readonly setJson: string;
  readonly rules: number;
  /** The version it brought back; 0: none. */
  readonly backTo: number;
  readonly savedAt: number;
}

/** Orders a rule has held once: released, it lets them pass. */
export interface RulePass {
  readonly orderId: string;
  /** Empty: the fallback. */
  readonly ruleId: string;
  readonly at: number;
}

/** Bookings made while a share was on trial. */
export interface ShareBooking {
  readonly shipmentId: string;
  readonly orderId: string;
  readonly experimentId: string;
  readonly arm: GreyArm;
}

export interface StoredPriceTable {
  readonly id: string;
  readonly carrier: string;
  /** Empty: every account. */
  readonly accountId: string;
  readonly tableJson: string;
  readonly savedAt: number;
}

/** What a platform said a parcel would cost; a newer answer replaces the older. */
export interface FreightAnswer {
  readonly accountId: string;
  readonly carrier: string;
  /** Digest of places, weight and declared value. */
  readonly questionKey: string;
  readonly amountFen: number;
  readonly checkedAt: number;
}

/** The tables of choosing, as part of the schema. */
export interface ChoosingTables {
  readonly ruleVersions: RuleVersion;
  readonly rulePasses: RulePass;
  readonly shareBookings: ShareBooking;
  readonly priceTables: StoredPriceTable;
  readonly freightAnswers: FreightAnswer;
}
