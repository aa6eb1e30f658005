import { type Actor, type ApprovableRight, mayDo } from '../../../shared/domain/operator.ts';

export interface ApprovedCall {
  readonly orderId: string;
  readonly approvalIds?: readonly string[] | undefined;
}

export interface GivenApproval {
  readonly right: ApprovableRight;
  readonly orderId: string;
  readonly approver: string;
}

type Fail = (code: string, params: Record<string, string>) => never;

/** Approvals by PIN as the core keeps them: for one order, used up by what is done, not by what is refused. */
export function pageApprovals(fail: Fail) {
  const given = new Map<string, GivenApproval>();
  let lastNo = 0;
  const approver = (right: ApprovableRight, { orderId, approvalIds = [] }: ApprovedCall): string => {
    const found = approvalIds
      .map((id) => given.get(id))
      .find((approval) => approval?.right === right && approval.orderId === orderId);
    return found?.approver ?? fail('OPERATOR_APPROVAL_NEEDED', { right });
  };
  return {
    give: (approval: GivenApproval): string => {
      lastNo += 1;
      given.set(`approval-${lastNo}`, approval);
      return `approval-${lastNo}`;
    },
    /** The approver's name; empty: the actor has the right. */
    unlessMine: (actor: Actor, right: ApprovableRight, call: ApprovedCall): string =>
      mayDo(actor, right) ? '' : approver(right, call),
    /** A PIN each time, be it one's own. */
    always: approver,
    spend: ({ approvalIds = [] }: ApprovedCall): void => {
      for (const id of approvalIds) given.delete(id);
    },
  };
}
