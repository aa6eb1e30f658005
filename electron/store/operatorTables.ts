import type { OperatorActKind } from '../../shared/domain/operatorAct.ts';
import type { Role } from '../../shared/domain/role.ts';

/** Somebody who works here. A removed one is kept: records name them. */
export interface OperatorsTable {
  id: string;
  name: string;
  role: Role;
  version: number;
  /** Hex. */
  pin_salt: string;
  pin_hash: string;
  /** Wrong PINs in a row, and when the last one was tried: the wait grows with them. */
  wrong_pins: number;
  tried_at: number;
  signed_in_at: number | null;
  created_at: number;
  removed_at: number | null;
}

/** Append-only: who did what needs a reason or a second person, and why. Rows are chained, so that none can be taken out unseen. */
export interface OperatorActsTable {
  /** 1, 2, 3 … without a gap. */
  no: number;
  at: number;
  kind: OperatorActKind;
  /** Names, as they were then; an empty operator is the owner. */
  operator: string;
  approver: string;
  /** Empty: not about one order. */
  order_id: string;
  /** What, in a word or two: a count, a role; never personal data. */
  what: string;
  reason: string;
  /** Digest of this row and of the chain before it. */
  chain: string;
}
