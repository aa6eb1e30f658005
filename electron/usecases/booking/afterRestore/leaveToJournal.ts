import type { Job, Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { askIfBookedBefore } from './askIfBookedBefore.ts';
import { bookedUnderNumber } from './bookedUnderNumber.ts';

/** What the journal knows of a code that its order must not be booked for once more. */
const standing: readonly string[] = ['open', 'bound', 'voiding', 'voided'];

/**
 * Asked in the transaction that would mark a booking as sent. A restored backup may hold a booking for one account whose
 * order another account, or a person's hand, took later under the same code: it is given back, and the next planning
 * takes up what the journal knows. One that was booked under another code since is held and asked about. true: it must
 * not be sent.
 */
export async function leaveToJournal(
  workspace: Workspace,
  write: Repositories,
  job: Pick<Job, 'id'>,
  shipment: Shipment,
): Promise<boolean> {
  const references = await write.outsideReferences.ofCode(shipment.orderCode);
  const isElsewhere = references.some(
    ({ accountId, state }) => accountId !== shipment.accountId && standing.includes(state),
  );
  const order = await write.orders.byId(shipment.orderId);
  const isAsked =
    !isElsewhere &&
    order !== undefined &&
    (await bookedUnderNumber(write, order, workspace.clock.now())).length > 0;
  if (!isElsewhere && !isAsked) return false;
  await write.shipments.move(shipment, 'refused', { errorCode: 'BOOKING_INTERRUPTED' });
  await write.jobs.settle(job.id);
  if (order?.state === 'booking') await write.orders.move(order, 'ready', { complaintsJson: '[]' });
  const free = isAsked ? await write.orders.byId(order.id) : undefined;
  if (free?.state === 'ready') await askIfBookedBefore(workspace, write, free);
  return true;
}
