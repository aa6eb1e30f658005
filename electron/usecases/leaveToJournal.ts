import type { JobsTable, ShipmentsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';

/** What the journal knows of a code that its order must not be booked for once more. */
const standing: readonly string[] = ['open', 'bound', 'voiding', 'voided'];

/**
 * Asked in the transaction that would mark a booking as sent. A restored backup may hold a booking for one account whose
 * order another account, or a person's hand, took later under the same code: it is given back, and the next planning
 * takes up what the journal knows. true: it must not be sent.
 */
export async function leaveToJournal(
  write: Repositories,
  job: Pick<JobsTable, 'id'>,
  shipment: ShipmentsTable,
): Promise<boolean> {
  const references = await write.outsideReferences.ofCode(shipment.order_code);
  const isElsewhere = references.some(
    ({ account_id, state }) => account_id !== shipment.account_id && standing.includes(state),
  );
  if (!isElsewhere) return false;
  await write.shipments.move(shipment, 'refused', { error_code: 'BOOKING_INTERRUPTED' });
  await write.jobs.settle(job.id);
  const order = await write.orders.byId(shipment.order_id);
  if (order?.state === 'booking') await write.orders.move(order, 'ready', { complaints_json: '[]' });
  return true;
}
