import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { acceptCorrection } from '../../usecases/correcting/correctAddresses.ts';
import { countOrders } from '../../usecases/orders/counts.ts';
import { cancelOrder, holdOrder, releaseOrder } from '../../usecases/orders/edit.ts';
import { readOrderDetail } from '../../usecases/orders/readOrderDetail.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { gate, unwrap } from '../gate.ts';
import { mutable } from '../mutable.ts';
import { orderView } from '../views.ts';

type Errors = Parameters<typeof unwrap>[0];

async function changed(
  errors: Errors,
  workspace: Outcome<Workspace>,
  act: (open: Workspace) => Promise<Outcome<Order>>,
) {
  return orderView(unwrap(errors, await act(unwrap(errors, workspace))));
}

export const ordersRouter = {
  window: gate.orders.window.handler(async ({ context, input, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    const rows = await read.orders.window(input.filter, input, input.sort);
    return { total: await read.orders.count(input.filter), rows: rows.map(orderView) };
  }),
  counts: gate.orders.counts.handler(async ({ context, input, errors }) =>
    countOrders(unwrap(errors, context.session.workspace()), input.search),
  ),
  detail: gate.orders.detail.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { order, ...rest } = unwrap(errors, await readOrderDetail(workspace, input.orderId));
    return mutable({ ...orderView(order), ...rest });
  }),
  cancel: gate.orders.cancel.handler(({ context, input, errors }) =>
    changed(errors, context.session.workspace(), (workspace) => cancelOrder(workspace, input)),
  ),
  hold: gate.orders.hold.handler(({ context, input, errors }) =>
    changed(errors, context.session.workspace(), (workspace) => holdOrder(workspace, input)),
  ),
  holdCounts: gate.orders.holdCounts.handler(async ({ context, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    const rows = await read.orders.holdCounts();
    return Object.fromEntries(rows.map((row) => [row.holdReason || 'other', row.total]));
  }),
  release: gate.orders.release.handler(({ context, input, errors }) =>
    changed(errors, context.session.workspace(), (workspace) => releaseOrder(workspace, input)),
  ),
  edit: gate.orders.edit.handler(({ context, input, errors }) =>
    changed(errors, context.session.workspace(), (workspace) => acceptCorrection(workspace, input)),
  ),
};
