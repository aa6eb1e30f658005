import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { Party } from '../../../shared/domain/party.ts';
import type { Repositories } from '../../store/store.ts';
import { receiverColumnsOf } from '../orders/orderRow.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** History kind of an order whose receiver was taken from memory at its import; its data is what stood there before. */
export const liftedKind = 'taken-from-memory';

/**
 * Sends orders that a learned thing had sent on by itself back to a person, since that thing is taken back. What was
 * decided by a person afterwards, or has left the machine, stays.
 */
export async function sendBackLifted(
  { clock, nextId }: Pick<Workspace, 'clock' | 'nextId'>,
  write: Repositories,
  orderIds: readonly string[],
): Promise<void> {
  for (const orderId of orderIds) {
    const order = await write.orders.byId(orderId);
    const last = await write.history.lastOfKind(orderId, liftedKind);
    if (order === undefined || last === undefined || order.shipmentId !== null) continue;
    if (order.state !== 'ready' && order.state !== 'held') continue;
    const confirmed = await write.history.lastOfKind(orderId, 'corrected');
    if (confirmed !== undefined && confirmed.id > last.id) continue;
    const before = JSON.parse(last.dataJson) as {
      receiver: Party;
      complaints: readonly OrderComplaint[];
      errorCode: string;
    };
    await write.orders.move(order, order.state === 'held' ? 'held' : 'needs-review', {
      ...receiverColumnsOf(before.receiver),
      complaintsJson: JSON.stringify(before.complaints),
      errorCode: before.errorCode,
      updatedAt: clock.now(),
    });
    await write.history.add({
      id: nextId(),
      orderId,
      at: clock.now(),
      kind: 'memory-taken-back',
      code: '',
      note: '',
      dataJson: '{}',
    });
  }
}
