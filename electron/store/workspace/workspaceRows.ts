import type { Role } from '../../../shared/domain/operator.ts';
import type { ActStep, OperatorActKind } from '../../../shared/domain/operatorAct.ts';

export interface Setting {
  readonly key: string;
  readonly valueJson: string;
}

/** What somebody typed and has not saved yet, by the name of its place. */
export interface Draft {
  readonly name: string;
  readonly valueJson: string;
  readonly at: number;
}

/** Where a PIN is typed. */
export const pinDesks = ['window', 'command line'] as const;
export type PinDesk = (typeof pinDesks)[number];

export type PinForm = '' | 'short' | 'full';

/** Somebody who works here. A removed one is kept: records name them. */
export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly version: number;
  /** Hex. */
  readonly pinSalt: string;
  readonly pinHash: string;
  /** Wrong PINs in a row, and when the last one was tried: the wait grows with them. */
  readonly wrongPins: number;
  readonly triedAt: number;
  /** When the first of them was tried; says nothing while there are none. */
  readonly wrongSince: number;
  /** `short`: fewer digits than the role asks for now. Empty: not signed in since that is noted. */
  readonly pinForm: PinForm;
  /** HMAC of what the badge holds, in hex; empty: there is none. */
  readonly badgeDigest: string;
  readonly signedInAt: number | null;
  readonly createdAt: number;
  readonly removedAt: number | null;
}

/** Wrong PINs in a row at one desk, for the wait there; `operatorId` empty: of everybody at that desk. */
export interface PinTries {
  readonly desk: PinDesk;
  readonly operatorId: string;
  readonly wrongTries: number;
  readonly triedAt: number;
}

/** Append-only, by triggers: who did what touches people, money, keys or protection. Chained, so that none is taken out unseen. */
export interface StoredOperatorAct {
  /** 1, 2, 3 … without a gap. */
  readonly no: number;
  readonly at: number;
  readonly kind: OperatorActKind;
  /** Names, as they were then; an empty operator is the owner. */
  readonly operator: string;
  readonly approver: string;
  /** Empty: not about one order. */
  readonly orderId: string;
  /** What, in a word or two: a count, a role; never personal data. */
  readonly what: string;
  readonly reason: string;
  readonly step: ActStep;
  /** For `ended` and `failed`: the number of the row that recorded the beginning. */
  readonly begunNo: number | null;
  /** HMAC of this row and of the chain before it; of rows before `record-keyed` a plain digest. */
  readonly chain: string;
}

/** Searches by name of somebody who sees names masked. */
export interface NameSearches {
  readonly operatorId: string;
  /** What was left at that time; it grows again. */
  readonly budgetLeft: number;
  /** The time of the last search. */
  readonly at: number;
  /** Made since they were last put into the record of acts. */
  readonly unrecorded: number;
  /** Keyed digests of the last texts, the newest first; never a text. */
  readonly proofsJson: string;
}

export interface WorkspaceTables {
  readonly settings: Setting;
  readonly drafts: Draft;
  readonly operators: Operator;
  readonly pinTries: PinTries;
  readonly operatorActs: StoredOperatorAct;
  readonly nameSearches: NameSearches;
}
