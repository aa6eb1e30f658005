import type { ErrorParams } from '../../shared/errors/outcome.ts';
import { needsPerson } from '../dispatch/needsPerson.ts';
import type { OrdersTable, ShipmentsTable } from '../store/schema.ts';
import type { AttentionRow, ImportReport } from './importOrders.ts';
import { latestCopies } from './latestCopies.ts';
import { complaintsOf } from './orderRow.ts';
import { parcelCodes } from './parcelComplaint.ts';
import type { Workspace } from './workspace.ts';

const changeCodes: readonly string[] = [
  'ORDER_CONTENT_CHANGED',
  'ORDER_CHANGED_AFTER_BOOKING',
  'ORDER_REFUNDED',
  'ORDER_REFUNDED_AFTER_BOOKING',
];

/** The platform held a number of its own beside one bound by hand; or numbers do not fit the parcels. */
const oddNumbers: readonly string[] = ['WAYBILL_LEFT_OVER', ...parcelCodes];

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
    if (order.state === 'needs-review' || waitsForAnswer(order) || hasOddNumbers(order))
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
  const isNotBooked =
    order.shipment_state !== 'booked' && order.error_code !== '' && order.state !== 'cancelled';
  const isUnsure = order.shipment_state === 'unsure' || order.shipment_state === 'sending';
  return order.state === 'needs-review' || isNotPaper || isNotBooked || isUnsure || hasOddNumbers(order);
}

/** Held until a person says whether it was booked before a backup was put back. */
export const waitsForAnswer = ({ state, hold_reason }: OrdersTable): boolean =>
  state === 'held' && hold_reason === 'booked-before';

/** Booked, and yet something about its numbers is for a person to settle. */
export const hasOddNumbers = (order: OrdersTable): boolean =>
  oddNumbers.some((code) => code === order.error_code) && order.shipment_state === 'booked';

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

/** Of several parcels the one whose label is in trouble says why. */
async function printTrouble(
  workspace: Workspace,
  order: OrdersTable,
): Promise<Pick<AttentionRow, 'code' | 'params'>> {
  const labels = latestCopies(order, await workspace.store.read.printJobs.ofOrder(order.id));
  const troubled = labels.find(({ state }) => state === order.print_state) ?? labels.at(-1);
  if (troubled === undefined) return { code: 'PRINTER_INTERRUPTED' };
  if (troubled.error_code === '')
    return { code: troubled.state === 'held' ? 'PRINT_JOB_HELD' : 'PRINTER_INTERRUPTED' };
  return { code: troubled.error_code, params: JSON.parse(troubled.error_params_json) as ErrorParams };
}
