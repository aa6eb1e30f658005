import { planByRules } from '../../usecases/booking/choosing/planByRules.ts';
import { expectedBookingSeconds } from '../../usecases/booking/choosing/ruleReadings.ts';
import { retryRefused } from '../../usecases/booking/retryRefused.ts';
import { selectedOrders } from '../../usecases/orders/select.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { gate, unwrap } from '../gate.ts';

async function readyOnly(workspace: Workspace, ids: readonly string[]): Promise<string[]> {
  const ready: string[] = [];
  for (let start = 0; start < ids.length; start += 500) {
    const orders = await workspace.store.read.orders.byIds(ids.slice(start, start + 500));
    ready.push(...orders.filter((order) => order.state === 'ready').map((order) => order.id));
  }
  return ready;
}

export const shipRouter = {
  preview: gate.ship.preview.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const ids = await selectedOrders(workspace, input.selection);
    const ready = await readyOnly(workspace, ids);
    const expectedSeconds = unwrap(errors, await expectedBookingSeconds(workspace, ready, input.accountId));
    return { orders: ready.length, notReady: ids.length - ready.length, expectedSeconds };
  }),
  book: gate.ship.book.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const orderIds = await selectedOrders(workspace, input.selection);
    const { accountId, carrier, printerUri } = input;
    const outcome = unwrap(
      errors,
      await planByRules(workspace, { orderIds, accountId, carrier, printerUri }),
    );
    context.session.wake();
    return {
      planned: outcome.planned,
      held: outcome.held,
      refused: outcome.refused.map(({ orderNo, failure }) => ({ orderNo, code: failure.code })),
    };
  }),
  retryFailed: gate.ship.retryFailed.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const planned = unwrap(errors, await retryRefused(workspace, input.orderIds));
    context.session.wake();
    return { planned };
  }),
};
