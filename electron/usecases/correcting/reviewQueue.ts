import { type ReceiverColumns, receiverColumnOrder } from '../../../shared/domain/receiverColumns.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Divisions } from '../../addresses/divisions/loadDivisions.ts';
import { readMarkedReceiver } from '../../addresses/readReceiver.ts';
import type { ReviewFilter } from '../../store/correcting/reviewRepository.ts';
import type { WindowRequest } from '../../store/orders/orderRepository.ts';
import { stateRefuses } from '../orders/order.ts';
import { orderById } from '../orders/select.ts';
import { change, type Workspace } from '../workspace/workspace.ts';

/** A window of the review queue: one row an address with the orders that wait under it, worst first, what was put off last. */
export async function readQueue(workspace: Workspace, filter: ReviewFilter, window: WindowRequest) {
  const { review, orders } = workspace.store.read;
  const totals = await review.totals(filter);
  const entries = await review.entries(filter, window);
  if (entries.length === 0) return { ...totals, rows: [] };
  const byId = new Map((await orders.byIds(entries.map(({ id }) => id))).map((order) => [order.id, order]));
  const sizes = await review.sizes(entries.map(({ addressKey: key }) => key));
  const sizeOf = new Map(sizes.map(({ addressKey: key, total }) => [key, total]));
  return {
    ...totals,
    rows: entries.flatMap(({ id, addressKey: key }) => {
      const order = byId.get(id);
      return order === undefined ? [] : [{ order, orders: sizeOf.get(key) ?? 1 }];
    }),
  };
}

/** Sends an address to the end of the queue, or back to its place. No order changes. */
export async function putOff(
  workspace: Workspace,
  orderId: string,
  to: 'end' | 'first',
): Promise<Outcome<null>> {
  const found = await orderById(workspace.store.read, orderId);
  if (!found.ok) return found;
  const order = found.value;
  if (order.state !== 'needs-review') return stateRefuses(order);
  await change(workspace, ['orders'], (write) => write.review.putOff(order.addressKey, to));
  return done(null);
}

/** What stood in the file, column by column, with the place of each field as the reading of all columns found it. */
export function readOriginal(columns: ReceiverColumns, divisions: Divisions) {
  const { cells } = readMarkedReceiver(columns, divisions);
  return receiverColumnOrder
    .filter((column) => columns[column].trim() !== '')
    .map((column) => ({ column, text: columns[column].trim(), spans: cells.get(column) ?? [] }));
}
