import type { LearnedKind, ReachAnswer } from '../../shared/domain/addressKnowledge.ts';
import type { BookingPath } from '../../shared/domain/booking.ts';
import type { HoldReason, OrderAlarm, OrderState, StatusVerdict } from '../../shared/domain/order.ts';
import type { PrintJobState } from '../../shared/domain/printJob.ts';
import type { ShipmentState } from '../../shared/domain/shipment.ts';
import type { TrackingState } from '../../shared/domain/tracking.ts';
import type { Certainty } from '../../shared/errors/outcome.ts';
import type {
  AccountLane,
  ChoosingTables,
  GoLiveResult,
  StoredOutsideReference,
  StoredPickup,
} from './booking/bookingRows.ts';
import type { OrderChange, OrderPart, WatchedFile, WriteBack } from './orders/orderRows.ts';
import type {
  LabelLogo,
  LabelTemplate,
  LabelTemplateVersion,
  Printer,
  PrintJob,
  PrintTemplate,
  StoredLabelTrial,
  StoredPaperRoll,
  StoredPrintRoute,
} from './printing/printRows.ts';
import type { Operator, StoredOperatorAct } from './workspace/workspaceRows.ts';

export type {
  AccountLane,
  GoLiveResult,
  LabelLogo,
  LabelTemplate,
  LabelTemplateVersion,
  OrderChange,
  OrderPart,
  PrintTemplate,
  StoredLabelTrial,
  WatchedFile,
  WriteBack,
};

/** Rows as the program speaks of them: `orderNo` lies in `order_no`. Times are UTC ms, amounts fen, weights grams, `…Json` JSON text. */
export interface Order {
  readonly id: string;
  /** Identity of the order: unique, so the same file twice adds nothing. */
  readonly orderKey: string;
  readonly orderNo: string;
  readonly source: string;
  readonly shop: string;
  readonly state: OrderState;
  readonly version: number;
  readonly receiverName: string;
  readonly receiverPhone: string;
  readonly receiverPhoneTail: string;
  readonly receiverExtension: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly town: string;
  readonly detail: string;
  readonly receiverText: string;
  readonly receiverColumnsJson: string;
  readonly itemsJson: string;
  readonly goodsText: string;
  readonly quantity: number;
  readonly weightGrams: number | null;
  readonly parcelCount: number;
  readonly codFen: number;
  readonly insuredFen: number;
  readonly buyerRemark: string;
  readonly sellerRemark: string;
  readonly carrier: string;
  readonly confidence: number;
  /** Orders understood alike share it and wait as one entry; an order alone has its own id. */
  readonly addressKey: string;
  /** How often it was sent to the end of the review queue. */
  readonly reviewRound: number;
  readonly complaintsJson: string;
  readonly contentHash: string;
  readonly importId: string;
  /** What the order table shows of the current shipment and print job; written in the same transaction as they. */
  readonly shipmentId: string | null;
  readonly shipmentState: ShipmentState | null;
  readonly platform: string;
  readonly bookedCarrier: string;
  readonly waybillNo: string;
  readonly printState: PrintJobState | null;
  readonly errorCode: string;
  /** Estimated when the shipment was booked; null: not booked, or not known. */
  readonly freightFen: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Of a held order: why, what the person wrote, since when. */
  readonly holdReason: HoldReason | '';
  readonly holdNote: string;
  readonly heldAt: number | null;
  /** Refunded or changed after it had a number. */
  readonly alarm: OrderAlarm | '';
  /** Code of the refund or hold that the last file named, so that only a new one stops the order. */
  readonly stopCode: string;
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
  /** A `Freight`, estimated when it was planned, for all its parcels together; empty: planned before this was kept. */
  readonly freightJson: string;
  /** The sum of it; null: not known. */
  readonly freightFen: number | null;
  /** The operator's name; empty: the owner, or nobody. */
  readonly askedBy: string;
}

export type JobKind = 'book' | 'find' | 'pickup' | 'print';

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
  readonly leaseUntil: number | null;
  readonly createdAt: number;
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
  /** Params of the error's text: the platform's reason with persons and secrets taken out. */
  readonly errorParamsJson: string;
}

export interface TrackedParcel {
  readonly waybillNo: string;
  readonly carrier: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly accountId: string;
  readonly phoneTail: string;
  readonly state: TrackingState;
  readonly exception: string;
  readonly lastText: string;
  readonly lastAt: number | null;
  readonly checkedAt: number | null;
  readonly nextDueAt: number;
  readonly bookedAt: number | null;
}

export interface StoredTrackingEvent {
  readonly waybillNo: string;
  readonly at: number;
  readonly text: string;
  readonly location: string;
  readonly status: TrackingState;
  readonly rawStatus: string;
}

export interface Import {
  readonly id: string;
  readonly fileName: string;
  readonly format: string;
  readonly encoding: string;
  readonly profile: string;
  readonly rows: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly changed: number;
  readonly needsReview: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly durationMs: number;
  readonly at: number;
  readonly undoneAt: number | null;
}

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

export interface Setting {
  readonly key: string;
  readonly valueJson: string;
}

export interface HistoryLine {
  readonly id: string;
  readonly orderId: string;
  readonly at: number;
  readonly kind: string;
  readonly code: string;
  readonly note: string;
  /** What undo needs; never shown. */
  readonly dataJson: string;
  /** Rows written by one action share it, so that they are taken back together; empty: cannot be taken back. */
  readonly stepId: string;
}

/** What somebody typed and has not saved yet, by the name of its place. */
export interface Draft {
  readonly name: string;
  readonly valueJson: string;
  readonly at: number;
}

/** One thing a person's acceptance taught. Texts are kept as digests only; what they were taken for is kept whole. */
export interface LearnedThing {
  readonly id: string;
  readonly kind: LearnedKind;
  /** Of a spelling: where it holds. Empty for an address. */
  readonly source: string;
  readonly shop: string;
  /** Digest of the whole receiver text, or of source, shop and word. */
  readonly textKey: string;
  /** Digest of the address part alone; empty for a spelling. */
  readonly addressKey: string;
  /** Digest of phone and extension of the accepted receiver; empty for a spelling. */
  readonly contactKey: string;
  /** Digest of what was accepted: the same text may have been taken for two receivers. */
  readonly valueKey: string;
  /** 1: the text itself holds the accepted phone, so that the same text is the same person. */
  readonly mayLift: number;
  readonly written: string;
  readonly name: string;
  readonly phone: string;
  readonly extension: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly town: string;
  readonly detail: string;
  readonly learnedAt: number;
  /** null: in use. */
  readonly forgottenAt: number | null;
}

/** Orders behind a learned thing: those that taught it, and those it sent on by itself at an import. */
export interface LearnedLink {
  readonly learnedId: string;
  readonly orderId: string;
  readonly role: 'taught' | 'lifted';
  readonly at: number;
}

export interface StoredNoShipEntry {
  readonly id: string;
  readonly carrier: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly town: string;
  readonly word: string;
  readonly reason: string;
  readonly createdAt: number;
}

/** Former answers of platforms about one address; a newer answer replaces the older. */
export interface StoredReachAnswer {
  readonly accountId: string;
  readonly carrier: string;
  /** Digest of province to detail. */
  readonly placeKey: string;
  readonly answer: ReachAnswer;
  readonly checkedAt: number;
}

/** A header spelling this workspace added to the dictionary. */
export interface OwnSpelling {
  /** The header as it is looked up. */
  readonly spellingKey: string;
  /** The header as the person wrote it. */
  readonly spelling: string;
  readonly field: string;
  readonly createdAt: number;
}

/** A status word of one platform that a person answered once. */
export interface StatusAnswer {
  readonly profile: string;
  /** As it is compared: half-width, lower case, without blanks and commas. */
  readonly word: string;
  readonly verdict: StatusVerdict;
  readonly createdAt: number;
}

/** What a person said of the columns of one set of headers. */
export interface StoredColumnMemory {
  readonly headerKey: string;
  readonly profile: string;
  readonly headersJson: string;
  readonly columnsJson: string;
  readonly uses: number;
  readonly usedAt: number;
}

export type {
  Operator,
  Printer,
  PrintJob,
  StoredOperatorAct,
  StoredOutsideReference,
  StoredPaperRoll,
  StoredPrintRoute,
};

export interface Schema extends ChoosingTables {
  readonly learned: LearnedThing;
  readonly learnedLinks: LearnedLink;
  readonly noShip: StoredNoShipEntry;
  readonly reachAnswers: StoredReachAnswer;
  readonly orders: Order;
  readonly orderChanges: OrderChange;
  readonly orderParts: OrderPart;
  readonly writeBacks: WriteBack;
  readonly watchedFiles: WatchedFile;
  readonly shipments: Shipment;
  readonly pickups: StoredPickup;
  readonly printJobs: PrintJob;
  readonly jobs: Job;
  readonly calls: RecordedCall;
  readonly tracking: TrackedParcel;
  readonly trackingEvents: StoredTrackingEvent;
  readonly imports: Import;
  readonly accounts: Account;
  readonly accountLanes: AccountLane;
  readonly goLiveSteps: GoLiveResult;
  readonly settings: Setting;
  readonly printers: Printer;
  readonly paperRolls: StoredPaperRoll;
  readonly printRoutes: StoredPrintRoute;
  readonly history: HistoryLine;
  readonly outsideReferences: StoredOutsideReference;
  readonly ownSpellings: OwnSpelling;
  readonly statusAnswers: StatusAnswer;
  readonly columnMemories: StoredColumnMemory;
  readonly drafts: Draft;
  readonly operators: Operator;
  readonly operatorActs: StoredOperatorAct;
  readonly labelTemplates: LabelTemplate;
  readonly labelTemplateVersions: LabelTemplateVersion;
  readonly labelLogos: LabelLogo;
  readonly labelTrials: StoredLabelTrial;
  readonly printTemplates: PrintTemplate;
}
