import { type Actor, type ApprovableRight, mayDo } from '../../../shared/domain/operator.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';

/** A person with the right entered a PIN for one action. */
export interface Approval {
  readonly right: ApprovableRight;
  /** The approver's name. */
  readonly approver: string;
}

/** The name of the approver, empty when the actor has the right. Refused when neither has it. */
export function checkRight(
  actor: Actor,
  right: ApprovableRight,
  approvals: readonly Approval[],
): Outcome<string> {
  return mayDo(actor, right) ? done('') : checkApproval(right, approvals);
}

/** Like `checkRight`, but a PIN is required each time, the actor's own or another's. */
export function checkApproval(right: ApprovableRight, approvals: readonly Approval[]): Outcome<string> {
  const found = approvals.find((approval) => approval.right === right);
  return found === undefined ? failure('OPERATOR_APPROVAL_NEEDED', { right }) : done(found.approver);
}
