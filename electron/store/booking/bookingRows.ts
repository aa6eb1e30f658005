import type { BookingPath, Fallback, GoLiveState, GoLiveStep } from '../../../shared/domain/booking.ts';
import type { GreyArm } from '../../../shared/domain/bookingRule.ts';
import type { PickupKind, PickupStage } from '../../../shared/domain/pickup.ts';
import type { ShipmentState } from '../../../shared/domain/shipment.ts';
import type { Certainty } from '../../../shared/errors/outcome.ts';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly platform: string;
  readonly merchantId: string;
  readonly endpoint: string | null;
  readonly sealedSecret: string;
  readonly sealedFields: string;
  readonly createdAt: number;
}

/** The remains of a removed account: enough to name it, and to find the account that answers for its parcels. */
export interface RemovedAccount {
  readonly id: string;
  readonly name: string;
  readonly platform: string;
  /** null: removed before this was stored. */
  readonly merchantId: string | null;
  readonly endpoint: string | null;
  readonly createdAt: number;
  readonly removedAt: number;
  /** The account of the same merchant that answers for its parcels; null: none. */
  readonly handedTo: string | null;
}

export interface Shipment {
  readonly id: string;
  readonly orderId: string;
  readonly accountId: string;
  readonly platform: string;
  readonly carrier: string;
  readonly orderCode: string;
  readonly state: ShipmentState;
  readonly version: number;
  /** The frozen request: every repeat sends exactly this. */
  readonly requestJson: string;
  readonly bookingJson: string | null;
  readonly waybillNo: string;
  readonly attempts: number;
  readonly findCount: number;
  readonly errorCode: string;
  readonly errorParamsJson: string;
  /** Printer that gets the label as soon as there is a number; empty: none. */
  readonly printerUri: string;
  readonly serialNo: number;
  readonly serialTotal: number;
  readonly createdAt: number;
  readonly sentAt: number | null;
  readonly bookedAt: number | null;
  /** Why this account and carrier: a `ChosenBy`; empty: not recorded. */
  readonly chosenByJson: string;
  readonly path: BookingPath;
  /** Why its number is given back for another one; empty: for good. */
  readonly replaceReason: string;
  /** A `Freight`, estimated when it was planned, for all its parcels together; empty: planned before this was stored. */
  readonly freightJson: string;
  /** Its sum; null: unknown. */
  readonly freightFen: number | null;
  /** The operator's name; empty: the owner, or none. */
  readonly askedBy: string;
  /** The batch it is booked and printed with; empty: none. */
  readonly batchId: string;
}

/** `slip`: a slip of a parcel set aside at the bench · `film`: the next message to the bench's recorder. */
export type JobKind = 'book' | 'find' | 'pickup' | 'print' | 'slip' | 'film';

/** Durable work. A settled job is deleted in the transaction that settles its subject; a parked one waits for a person. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly subjectId: string;
  /** What the job competes for: account id or printer URI. */
  readonly lane: string;
  readonly state: 'waiting' | 'claimed' | 'parked';
  readonly runAt: number;
  readonly attempts: number;
  readonly createdAt: number;
  /** The only workstation that may work it, because the device of its lane is there; empty: any. */
  readonly workstationId: string;
  /** The last to claim it; empty: none has. */
  readonly claimedBy: string;
  /** Rises with every claim: a write by an earlier holder changes nothing. */
  readonly fence: number;
}

export interface RecordedCall {
  readonly id: string;
  readonly at: number;
  readonly accountId: string;
  readonly platform: string;
  readonly interfaceName: string;
  readonly orderId: string;
  readonly orderCode: string;
  readonly platformCode: string;
  readonly requestId: string;
  readonly errorCode: string;
  readonly certainty: Certainty;
  readonly durationMs: number;
  /** 1: the first call of its kind for the booking; 0: not counted. */
  readonly attempt: number;
  /** Parameters of the error's text: the platform's reason without persons and secrets. */
  readonly errorParamsJson: string;
}

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
  /** Numbers or money left, as the platform last reported. */
  readonly balanceTotal: number | null;
  readonly balanceUnit: string;
  readonly balanceAt: number | null;
  /** The account that takes this one's planned bookings until a person confirms that it works again; null: none. */
  readonly divertedTo: string | null;
  readonly divertedAt: number | null;
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
  /** The version it restored; 0: none. */
  readonly backTo: number;
  readonly savedAt: number;
}

/** Orders that a rule has held once: after their release it no longer holds them. */
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

/** A platform's freight estimate for a parcel; a newer answer replaces the older. */
export interface FreightAnswer {
  readonly accountId: string;
  readonly carrier: string;
  /** Digest of places, weight and declared value. */
  readonly questionKey: string;
  readonly amountFen: number;
  readonly checkedAt: number;
}

/**
 * Bookings that the journal knows and this database does not. `adopted` is kept for its labels, `told` (a person knows that the number was
 * given back) for its used code.
 */
export interface StoredOutsideReference {
  readonly accountId: string;
  readonly orderCode: string;
  readonly state: 'open' | 'bound' | 'voiding' | 'voided' | 'told' | 'adopted';
  readonly waybillNo: string;
  /** The carrier of a number bound by hand; empty otherwise. */
  readonly carrier: string;
  /** Copies of the label that were printed or may have been. */
  readonly copiesJson: string;
  readonly at: number;
  /** First codes of other orders whose goods it carried (a merge, a split), separated by blanks. */
  readonly goodsOf: string;
  /** The order that a person assigned it to, whatever that order's code; empty: none. */
  readonly orderId: string;
  /** Orders that a person said it does not belong to. */
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
  /** UTC ms; null: any time. */
  readonly startAt: number | null;
  readonly endAt: number | null;
  /** The number the platform returned with it; empty: none, or not yet. */
  readonly waybillNo: string;
  readonly platformRef: string;
  /** The platform's last status, raw. */
  readonly rawState: string;
  /** From the platform; null: not given. */
  readonly costFen: number | null;
  readonly errorCode: string;
  readonly errorParamsJson: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The workstation that calls the courier; empty: made before this was stored. */
  readonly claimedBy: string;
}

export interface BookingTables {
  readonly shipments: Shipment;
  readonly pickups: StoredPickup;
  readonly jobs: Job;
  readonly calls: RecordedCall;
  readonly accounts: Account;
  readonly removedAccounts: RemovedAccount;
  readonly accountLanes: AccountLane;
  readonly goLiveSteps: GoLiveResult;
  readonly outsideReferences: StoredOutsideReference;
  readonly ruleVersions: RuleVersion;
  readonly rulePasses: RulePass;
  readonly shareBookings: ShareBooking;
  readonly priceTables: StoredPriceTable;
  readonly freightAnswers: FreightAnswer;
}
