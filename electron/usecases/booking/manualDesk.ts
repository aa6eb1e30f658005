import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { spendNameSearch } from '../orders/nameSearch.ts';
import { stateRefuses } from '../orders/order.ts';
import { orderById } from '../orders/select.ts';
import { queuePrints } from '../printing/queue.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { bindWaybill, manualPlatform, type WaybillBinding } from './bind.ts';
import { voidBooking } from './givingBack/void.ts';
import { bookedShipment } from './shipment.ts';

/** Found by a code that is no order number: more than one match is ambiguous. */
const enough = 2;

/** The order of a scanned code, if its number can be entered by hand: ready, or unsure and answered by a person. */
export async function findForBinding(workspace: Workspace, code: string): Promise<Outcome<Order>> {
  const { orders } = workspace.store.read;
  const text = code.trim();
  const spent = await spendNameSearch(workspace, text, true);
  if (spent !== null) return spent;
  const found =
    (await orders.byOrderNo(text)) ??
    (await orders.window({ search: text, isCode: true }, { offset: 0, limit: enough })).find(
      (order, _, all) => all.length === 1 || order.waybillNo === text,
    );
  if (found === undefined) return failure('ORDER_NOT_FOUND', { orderNo: text });
  if (found.state === 'held') return failure('ORDER_HELD', { orderNo: found.orderNo });
  const isOpen = found.state === 'ready' || found.shipmentState === 'unsure';
  return isOpen ? done(found) : stateRefuses(found);
}

/** Enters a number and queues its label; the number stays when the label cannot be printed. */
export async function bindAndPrint(
  workspace: Workspace,
  binding: WaybillBinding & { readonly printerUri: string | null },
): Promise<Outcome<{ readonly order: Order; readonly slipErrorCode: string }>> {
  const bound = await bindWaybill(workspace, binding);
  if (!bound.ok) return bound;
  if (binding.printerUri === null) return done({ order: bound.value, slipErrorCode: '' });
  const printed = await queuePrints(workspace, [binding.orderId], binding.printerUri);
  const refused = printed.ok ? printed.value.refused[0]?.failure.code : printed.code;
  const order = await workspace.store.read.orders.byId(binding.orderId);
  return done({ order: order ?? bound.value, slipErrorCode: refused ?? '' });
}

/**
 * Takes back a number that was entered for the wrong order, or a wrong number: the order is ready again, and the number free for another.
 * A number that a platform knows is given back there.
 */
export async function unbindNumber(
  workspace: Workspace,
  {
    orderId,
    waybillNo,
    reason,
  }: { readonly orderId: string; readonly waybillNo: string; readonly reason: string },
): Promise<Outcome<Order>> {
  const { read } = workspace.store;
  const found = await orderById(read, orderId);
  if (!found.ok) return found;
  const order = found.value;
  const shipment = await bookedShipment(read, order);
  if (order.waybillNo !== waybillNo || shipment?.platform !== manualPlatform) return stateRefuses(order);
  const voided = await voidBooking(workspace, orderId, reason.trim() || waybillNo);
  if (!voided.ok) return voided;
  await workspace.store.write((write) => write.tracking.update(waybillNo, { orderId: '', orderNo: '' }));
  return voided;
}
