import { hasDayCome } from '../../../shared/domain/intake/shippingQuestions.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { historyLine } from './history.ts';
import { complaintColumnsOf, complaintsOf } from './order.ts';

/** So many a transaction. */
const chunkOrders = 500;

/**
 * Orders that waited for a day (12月15日发货, 周五发) no longer wait once it has come: nobody asks for what has been answered by the
 * calendar. What else is asked about an order stays a question. Returns how many are ready now.
 */
export async function endWaits(workspace: Workspace): Promise<number> {
  const { store, clock } = workspace;
  const now = clock.now();
  const waiting = await store.read.orders.idsAskedFirst('IMPORT_SHIP_LATER');
  let ready = 0;
  for (let start = 0; start < waiting.length; start += chunkOrders) {
    const some = await store.read.orders.byIds(waiting.slice(start, start + chunkOrders));
    const due = some.filter((order) => complaintsOf(order).some((one) => hasDayCome(one, now)));
    if (due.length === 0) continue;
    await change(workspace, ['orders', 'status'], async (write) => {
      for (const order of due) {
        const remaining = complaintsOf(order).filter((one) => !hasDayCome(one, now));
        const state = remaining.length > 0 ? 'needs-review' : 'ready';
        const patch = { ...complaintColumnsOf(remaining), updatedAt: now };
        // Somebody else decided meanwhile.
        if ((await write.orders.move(order, state, patch)) === undefined) continue;
        // By the calendar, not by who sits here.
        await write.history.add({ ...historyLine(workspace, order.id, 'day-came'), operator: '' });
        if (state === 'ready') ready += 1;
      }
    });
  }
  return ready;
}
