import type { OperatorActKind, Role } from '../../../shared/domain/operator.ts';

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
  readonly signedInAt: number | null;
  readonly createdAt: number;
  readonly removedAt: number | null;
}

/** Append-only: who did what needs a reason or a second person, and why. Rows are chained, so that none can be taken out unseen. */
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
  /** Digest of this row and of the chain before it. */
  readonly chain: string;
}

export interface WorkspaceTables {
  readonly settings: Setting;
  readonly drafts: Draft;
  readonly operators: Operator;
  readonly operatorActs: StoredOperatorAct;
}
