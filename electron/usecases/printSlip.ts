import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { printPackingSlip } from '../printers/receipts/printPackingSlip.ts';
import { openPrinter } from './openPrinter.ts';
import { itemsOf } from './orderRow.ts';
import type { Workspace } from './workspace.ts';

/** Characters a line of 80 mm receipt paper holds. */
const columns = 48;

/** Prints the packing slip of one order. A slip is no label: it may be printed as often as somebody wants. */
export async function printSlip(
  workspace: Workspace,
  orderNo: string,
  printerUri: string,
): Promise<Outcome<null>> {
  const printer = openPrinter(workspace, printerUri);
  if (!printer.ok) return printer;
  const order = await workspace.store.read.orders.byOrderNo(orderNo);
  if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo });
  // A slip is what the packer packs by.
  if (order.alarm === 'refund') return failure('ORDER_REFUNDED_AFTER_BOOKING', { orderNo });
  if (order.state === 'held') return failure('ORDER_HELD', { orderNo });
  const items = itemsOf(order).map(({ name, sku, quantity }) => ({
    name: [name, sku].filter((text) => text !== '').join(' '),
    quantity,
  }));
  const remark = [order.buyer_remark, order.seller_remark].filter((text) => text !== '').join(' ');
  const slip = { orderNo: order.order_no, items, remark, columns } as const;
  const { target, transport } = printer.value;
  const outcome = await printPackingSlip(slip, workspace.nextId(), target, transport);
  return outcome.ok ? done(null) : failure(outcome.code, outcome.params);
}
