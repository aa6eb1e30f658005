import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { complaintsOf } from '../orders/orderRow.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isReachComplaint, recordWaiver, shownHits } from './judgeReach.ts';
import { readNoShip } from './noShip.ts';

/** A person ships an order although the own list says no; remembered for this order and these entries. */
export async function acceptReach(
  workspace: Workspace,
  seen: {
    readonly orderId: string;
    /** null: whatever it is now (the command line names an order, not a version). */
    readonly version: number | null;
  },
): Promise<Outcome<Order>> {
  const { defaultCarrier } = await readSettings(workspace);
  const outcome = await workspace.store.write(async (write): Promise<Outcome<Order>> => {
    const order = await write.orders.byId(seen.orderId);
    if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: seen.orderId });
    const left = complaintsOf(order).filter((complaint) => !isReachComplaint(complaint));
    if (left.length === complaintsOf(order).length)
      return failure('REACH_NOTHING_TO_ACCEPT', { orderNo: order.orderNo });
    const now = workspace.clock.now();
    const isSettled = left.length === 0 && order.state === 'needs-review';
    const isMine =
      (seen.version === null || seen.version === order.version) &&
      (await write.orders.move(order, isSettled ? 'ready' : order.state, {
        complaintsJson: JSON.stringify(left),
        errorCode: left[0]?.code ?? '',
        updatedAt: now,
      }));
    if (!isMine) return failure('ORDER_CHANGED_MEANWHILE', { orderNo: order.orderNo });
    const waived = shownHits(order, defaultCarrier, await readNoShip(write));
    await recordWaiver(workspace, write, order.id, waived);
    return done((await write.orders.byId(order.id)) ?? order);
  });
  workspace.changed('orders', 'status');
  return outcome;
}
