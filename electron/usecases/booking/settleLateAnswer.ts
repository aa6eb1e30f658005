import type { Booking } from '../../../shared/domain/shipment.ts';
import type { CallOutcome } from '../../../shared/errors/outcome.ts';
import type { Job, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface LateAnswer {
  readonly job: Job;
  /** The shipment as it is by now. */
  readonly shipment: Shipment;
  readonly outcome: CallOutcome<Booking>;
}

/**
 * An answer to a question that a person has settled meanwhile, say by binding the number by hand. Their word stands; a
 * second number that the platform turns out to hold is told, since it would be charged.
 */
export async function settleLateAnswer(
  workspace: Workspace,
  write: Repositories,
  { job, shipment, outcome }: LateAnswer,
): Promise<void> {
  await write.jobs.settle(job.id);
  if (!outcome.ok || outcome.value.waybillNo === shipment.waybillNo) return;
  const code = 'WAYBILL_LEFT_OVER';
  const params = { waybillNo: outcome.value.waybillNo };
  await write.orders.show(shipment.orderId, {
    errorCode: code,
    complaintsJson: JSON.stringify([{ code, field: '', params }]),
  });
  await write.history.add({
    id: workspace.nextId(),
    orderId: shipment.orderId,
    at: workspace.clock.now(),
    kind: 'unsure',
    code,
    note: params.waybillNo,
    dataJson: '{}',
  });
}
