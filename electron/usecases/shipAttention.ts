import type { ErrorParams } from '../../shared/errors/outcome.ts';
import { needsPerson } from '../dispatch/needsPerson.ts';
import type { OrdersTable, PrintJobsTable, ShipmentsTable } from '../store/schema.ts';
import type { AttentionRow, ImportReport } from './importOrders.ts';
import { complaintsOf } from './orderRow.ts';
import type { Workspace } from './workspace.ts';

const changeCodes: readonly string[] = [
  'ORDER_CONTENT_CHANGED',
  'ORDER_CHANGED_AFTER_BOOKING',
  'ORDER_REFUNDED',
  'ORDER_REFUNDED_AFTER_BOOKING',
];

/**
 * What a person must see after a run: rows that became no order, and every order of the files as it stands now, whatever
 * run brought it there.
 */
export async function shipAttention(
  workspace: Workspace,
  imports: readonly ImportReport[],
  rowOf: ReadonlyMap<string, number>,
  orders: readonly OrdersTable[],
): Promise<AttentionRow[]> {
  const numbers = new Set(orders.map((order) => order.order_no));
  const fromRows = imports
    .flatMap((report) => report.attention)
    .filter((row) => !numbers.has(row.orderNo) || changeCodes.includes(row.code));
  const troubled = orders.filter((order) => isTroubled(order));
  const shipments = await shipmentsOf(workspace, troubled);
  const fromOrders: AttentionRow[] = [];
  for (const order of troubled) {
    const about = { orderNo: order.order_no, rowNumber: rowOf.get(order.id) ?? 0 };
    const shipment = order.shipment_id === null ? undefined : shipments.get(order.shipment_id);
    if (order.state === 'needs-review' || hasLeftOver(order))
      fromOrders.push(...complaintsOf(order).map((complaint) => ({ ...complaint, ...about })));
    else if (order.shipment_state !== 'booked' && shipment !== undefined)
      fromOrders.push({ ...troubleOf(shipment), ...about });
    else fromOrders.push({ ...(await printTrouble(workspace, order)), field: '', ...about });
  }
  return [...fromRows, ...fromOrders].sort((left, right) => left.rowNumber - right.rowNumber);
}

function isTroubled(order: OrdersTable): boolean {
  const isNotPaper =
    order.print_state === 'unsure' || order.print_state === 'failed' || order.print_state === 'held';
  const isNotBooked = order.shipment_state !== 'booked' && order.error_code !== '';
  const isUnsure = order.shipment_state === 'unsure' || order.shipment_state === 'sending';
  return order.state === 'needs-review' || isNotPaper || isNotBooked || isUnsure || hasLeftOver(order);
}

/** Booked by hand while the platform held a number of its own. */
const hasLeftOver = (order: OrdersTable): boolean => order.error_code === 'WAYBILL_LEFT_OVER';

async function shipmentsOf(
  workspace: Workspace,
  orders: readonly OrdersTable[],
): Promise<Map<string, ShipmentsTable>> {
  const ids = orders.map((order) => order.shipment_id).filter((id): id is string => id !== null);
  const found = new Map<string, ShipmentsTable>();
  for (let start = 0; start < ids.length; start += 500) {
    for (const shipment of await workspace.store.read.shipments.byIds(ids.slice(start, start + 500)))
      found.set(shipment.id, shipment);
  }
  return found;
}

/** An unsure booking says that it is asked again, or what a person has to look up. */
function troubleOf(shipment: ShipmentsTable): Pick<AttentionRow, 'code' | 'field' | 'params'> {
  const params = {
    ...(JSON.parse(shipment.error_params_json) as Record<string, string | number>),
    orderCode: shipment.order_code,
  };
  const isUnsure = shipment.state === 'unsure' || shipment.state === 'sending';
  const isAskedAgain = isUnsure && !needsPerson(shipment.error_code);
  return { code: isAskedAgain ? 'SHIPMENT_UNSURE' : shipment.error_code, field: '', params };
}

async function printTrouble(
  workspace: Workspace,
  order: OrdersTable,
): Promise<Pick<AttentionRow, 'code' | 'params'>> {
  const last: PrintJobsTable | undefined = (await workspace.store.read.printJobs.ofOrder(order.id)).at(-1);
  if (last === undefined) return { code: 'PRINTER_INTERRUPTED' };
  if (last.error_code === '')
    return { code: last.state === 'held' ? 'PRINT_JOB_HELD' : 'PRINTER_INTERRUPTED' };
  return { code: last.error_code, params: JSON.parse(last.error_params_json) as ErrorParams };
}
