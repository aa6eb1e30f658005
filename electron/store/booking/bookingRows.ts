import type { Fallback, GoLiveState, GoLiveStep } from '../../../shared/domain/booking.ts';
import type { GreyArm } from '../../../shared/domain/bookingRule.ts';
import type { PickupKind, PickupStage } from '../../../shared/domain/pickup.ts';

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
interface RulePass {
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

/**
 * What the journal knows and this database does not. `adopted` is kept for its labels, `told` (a person knows that
 * the number was given back) for its burnt code.
 */
export interface StoredOutsideReference {
  readonly accountId: string;
  readonly orderCode: string;
  readonly state: 'open' | 'bound' | 'voiding' | 'voided' | 'told' | 'adopted';
  readonly waybillNo: string;
  /** Of a number bound by hand; empty otherwise. */
  readonly carrier: string;
  /** Copies of the label that came out or may have. */
  readonly copiesJson: string;
  readonly at: number;
  /** First codes of the orders whose goods it carried, where they are not its own: a merge, a split. Each between blanks. */
  readonly goodsOf: string;
  /** The order a person said it is of, whatever that order's code; empty: nobody said so. */
  readonly orderId: string;
  /** Orders a person said it is not of. */
  readonly otherThanJson: string;
}

/** One courier called for one order. */
export interface StoredPickup {
  readonly id: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly accountId: string;
  readonly platform: string;
  readonly carrier: string;
  /** The code the platform knows it by; one account never uses one twice. */
  readonly orderCode: string;
  readonly kind: PickupKind;
  readonly state: PickupStage;
  readonly version: number;
  /** The frozen request: every repeat sends exactly this. */
  readonly requestJson: string;
  /** UTC ms; null: whenever the carrier comes. */
  readonly startAt: number | null;
  readonly endAt: number | null;
  /** Number the platform gave with it; empty: none, or not yet. */
  readonly waybillNo: string;
  readonly platformRef: string;
  /** Last word of the platform, raw. */
  readonly rawState: string;
  /** Told by the platform; null: not told. */
  readonly costFen: number | null;
  readonly errorCode: string;
  readonly errorParamsJson: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}
