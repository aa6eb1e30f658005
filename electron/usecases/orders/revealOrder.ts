import type { Party } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { type Approval, checkRight } from '../operators/checkRight.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { receiverOf } from './orderRow.ts';
import { recordReveal } from './recordReveal.ts';

export interface RevealRequest {
  readonly orderId: string;
  readonly reason: string;
  readonly approvals?: readonly Approval[] | undefined;
}

/** The receiver of one order in full, for one look: why and by whom is on record before it is shown. */
export async function revealOrder(
  workspace: Workspace,
  { orderId, reason, approvals = [] }: RevealRequest,
): Promise<Outcome<Party>> {
  if (reason.trim() === '') return failure('REVEAL_NEEDS_REASON');
  const allowed = checkRight(workspace.actor, 'seePersonalData', approvals);
  if (!allowed.ok) return allowed;
  const order = await workspace.store.read.orders.byId(orderId);
  if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: orderId });
  const what = { kind: 'personal-data-shown', orderId, what: 'order', count: 1 } as const;
  await recordReveal(workspace, { ...what, reason: reason.trim(), approver: allowed.value });
  return done(receiverOf(order));
}
