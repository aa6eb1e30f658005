import { paperStates } from '../../../shared/domain/printJob.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { type Approval, checkRight } from '../operators/checkRight.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { queuePrints } from './queuePrints.ts';
import { reprintLabel } from './reprintLabel.ts';

export interface FullFormRequest {
  readonly orderId: string;
  /** Of a reprint: which parcel; absent: its only one. */
  readonly parcelNo?: number | undefined;
  readonly printerUri: string;
  readonly reason: string;
  readonly approvals?: readonly Approval[] | undefined;
}

/** Prints the label of one order with nothing hidden: as its first label, or as a reprint under the rules of reprints. */
export async function printFullForm(
  workspace: Workspace,
  request: FullFormRequest,
): Promise<Outcome<{ readonly copyNo: number }>> {
  const { orderId, parcelNo, printerUri, approvals = [] } = request;
  const reason = request.reason.trim();
  if (reason === '') return failure('LABEL_FULL_FORM_NEEDS_REASON');
  const allowed = checkRight(workspace.actor, 'printFullForm', approvals);
  if (!allowed.ok) return allowed;
  const form = { privacy: { form: 'full', reason }, approver: allowed.value } as const;
  const earlier = await workspace.store.read.printJobs.ofOrder(orderId);
  if (earlier.some(({ state }) => paperStates.includes(state)))
    return reprintLabel(workspace, { orderId, parcelNo, printerUri, reason, approvals, form });
  const queued = await queuePrints(workspace, [orderId], printerUri, { form });
  if (!queued.ok) return queued;
  return queued.value.refused[0]?.failure ?? done({ copyNo: 1 });
}
