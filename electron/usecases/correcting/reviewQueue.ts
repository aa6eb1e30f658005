import type { AddressSpan } from '../../../shared/domain/addressReading.ts';
import { type ReceiverColumns, receiverColumnOrder } from '../../../shared/domain/receiverColumns.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Divisions } from '../../addresses/divisions/loadDivisions.ts';
import { readMarkedReceiver } from '../../addresses/readReceiver.ts';
import type { ReviewFilter } from '../../store/correcting/reviewRepository.ts';
import type { WindowRequest } from '../../store/orders/orderRepository.ts';
import type { Order } from '../../store/schema.ts';
import { change, type Workspace } from '../workspace/workspace.ts';

interface QueueEntry {
  readonly order: Order;
  /** Orders that wait under this address. */
  readonly orders: number;
}

interface QueueWindow {
  readonly entries: number;
  readonly orders: number;
  readonly rows: readonly QueueEntry[];
}

/** A window of the review queue: one row an address, worst first, what was put off last. */
export async function readQueue(
  workspace: Workspace,
  filter: ReviewFilter,
  window: WindowRequest,
): Promise<QueueWindow> {
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
  const order = await workspace.store.read.orders.byId(orderId);
  if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: orderId });
  if (order.state !== 'needs-review')
    return failure('ORDER_STATE_REFUSES', { orderNo: order.orderNo, state: order.state });
  await change(workspace, ['orders'], (write) => write.review.putOff(order.addressKey, to));
  return done(null);
}

/** One column of the file with the pieces that were understood. */
interface OriginalCell {
  readonly column: keyof ReceiverColumns;
  readonly text: string;
  readonly spans: readonly AddressSpan[];
}

/** What stood in the file, column by column, with the place of each field as the reading of all columns found it. */
export function readOriginal(columns: ReceiverColumns, divisions: Divisions): readonly OriginalCell[] {
  const { cells } = readMarkedReceiver(columns, divisions);
  return receiverColumnOrder
    .filter((column) => columns[column].trim() !== '')
    .map((column) => ({ column, text: columns[column].trim(), spans: cells.get(column) ?? [] }));
}
