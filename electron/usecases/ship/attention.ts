import type { PrintJobState } from '../../../shared/domain/printing/printJob.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { needsPerson } from '../../dispatch/decideBooking.ts';
import { errorParamsOf } from '../../store/database/storedJson.ts';
import type { Order, Shipment } from '../../store/schema.ts';
import { breakerLane } from '../booking/lanes.ts';
import { bookedElsewhere, parcelCodes } from '../booking/parcels.ts';
import type { AttentionRow, ImportReport } from '../intake/importOrders.ts';
import { complaintOf, complaintsOf } from '../orders/order.ts';
import { latestCopies } from '../printing/printJob.ts';
import type { Workspace } from '../workspace/workspace.ts';

const changeCodes: readonly string[] = [
  'ORDER_CONTENT_CHANGED',
  'ORDER_CHANGED_AFTER_BOOKING',
  'ORDER_REFUNDED',
  'ORDER_REFUNDED_AFTER_BOOKING',
  'ORDER_REFUNDED_ON_THE_WAY',
  'ORDER_HELD_BY_PLATFORM',
  'ORDER_HELD_AFTER_BOOKING',
  'ORDER_HELD_ON_THE_WAY',
];

/** The platform had a number of its own beside one entered by hand; or the numbers do not match the parcels. */
const oddNumbers: readonly string[] = ['WAYBILL_LEFT_OVER', bookedElsewhere, ...parcelCodes];

/**
 * What a person must see after a run: rows that became no order, and every order of the files in its present state, whichever run caused
 * it.
 */
export async function shipAttention(
  workspace: Workspace,
  imports: readonly ImportReport[],
  rowOf: ReadonlyMap<string, number>,
  orders: readonly Order[],
): Promise<AttentionRow[]> {
  const numbers = new Set(orders.map((order) => order.orderNo));
  const fromRows = imports
    .flatMap((report) => report.attention)
    .filter((row) => !numbers.has(row.orderNo) || changeCodes.includes(row.code));
  const troubled = orders.filter((order) => isTroubled(order));
  const lanes = await stoppedLanes(workspace, orders);
  const shipments = await shipmentsOf(workspace, troubled);
  const fromOrders: AttentionRow[] = [];
  for (const order of troubled) {
    const about = { orderNo: order.orderNo, rowNumber: rowOf.get(order.id) ?? 0 };
    const shipment = order.shipmentId === null ? undefined : shipments.get(order.shipmentId);
    if (order.state === 'needs-review' || waitsForAnswer(order) || hasOddNumbers(order))
      fromOrders.push(...complaintsOf(order).map((complaint) => ({ ...complaint, ...about })));
    else if (order.shipmentState !== 'booked' && shipment !== undefined)
      fromOrders.push({ ...troubleOf(shipment), ...about });
    else {
      const isUnsure = order.printState === 'unsure';
      fromOrders.push({ ...(await printTrouble(workspace, order)), field: '', isUnsure, ...about });
    }
  }
  return [...fromRows, ...lanes, ...fromOrders].sort((left, right) => left.rowNumber - right.rowNumber);
}

/** Accounts whose calls do not get through now, for orders that wait without having been tried. */
async function stoppedLanes(workspace: Workspace, orders: readonly Order[]): Promise<AttentionRow[]> {
  const isOpen = (accountId: string) =>
    workspace.breaker.view(breakerLane(accountId, 'book')).retryAt !== null;
  const accounts = (await workspace.store.read.accounts.all()).filter(({ id }) => isOpen(id));
  const waiting = orders.filter((order) => order.shipmentState === 'planned' && order.errorCode === '');
  if (accounts.length === 0 || waiting.length === 0) return [];
  const held = new Set(
    [...(await shipmentsOf(workspace, waiting)).values()].map(({ accountId }) => accountId),
  );
  return accounts
    .filter(({ id }) => held.has(id))
    .map(({ name }) => ({
      ...complaintOf({ code: 'PREFLIGHT_LANE_BROKEN', params: { name } }),
      orderNo: '',
      rowNumber: 0,
    }));
}

function isTroubled(order: Order): boolean {
  const isNotPaper =
    // After the run a label that still waits is not on paper either.
    order.printState !== null && ['unsure', 'failed', 'held', 'waiting'].includes(order.printState);
  const isNotBooked =
    order.shipmentState !== 'booked' && order.errorCode !== '' && order.state !== 'cancelled';
  const isUnsure = order.shipmentState === 'unsure' || order.shipmentState === 'sending';
  return order.state === 'needs-review' || isNotPaper || isNotBooked || isUnsure || hasOddNumbers(order);
}

/** Held until a person says whether it was booked before a restore. */
export const waitsForAnswer = ({ state, holdReason }: Order): boolean =>
  state === 'held' && holdReason === 'booked-before';

/** Booked, but a person must settle something about its numbers. */
export const hasOddNumbers = (order: Order): boolean =>
  oddNumbers.some((code) => code === order.errorCode) && order.shipmentState === 'booked';

async function shipmentsOf(workspace: Workspace, orders: readonly Order[]): Promise<Map<string, Shipment>> {
  const ids = orders.map((order) => order.shipmentId).filter((id): id is string => id !== null);
  const shipments = await workspace.store.read.shipments.byIds(ids);
  return new Map(shipments.map((shipment) => [shipment.id, shipment]));
}

/** An unsure booking says that it is asked again, or what a person has to look up. */
function troubleOf(shipment: Shipment): Pick<AttentionRow, 'code' | 'field' | 'params' | 'isUnsure'> {
  const params = { ...errorParamsOf(shipment.errorParamsJson), orderCode: shipment.orderCode };
  const isUnsure = shipment.state === 'unsure' || shipment.state === 'sending';
  const isAskedAgain = isUnsure && !needsPerson(shipment.errorCode);
  return { code: isAskedAgain ? 'SHIPMENT_UNSURE' : shipment.errorCode, field: '', params, isUnsure };
}

/** What is said of a label on which its printer said nothing. */
const wordless: Partial<Record<PrintJobState, ErrorCode>> = {
  held: 'PRINT_JOB_HELD',
  waiting: 'PRINT_JOB_WAITS',
};

/** With several parcels, the one with the label problem gives the reason. */
async function printTrouble(
  workspace: Workspace,
  order: Order,
): Promise<Pick<AttentionRow, 'code' | 'params'>> {
  const labels = latestCopies(order, await workspace.store.read.printJobs.ofOrder(order.id));
  const troubled = labels.find(({ state }) => state === order.printState) ?? labels.at(-1);
  if (troubled === undefined) return { code: 'PRINTER_INTERRUPTED' };
  if (troubled.errorCode === '') return { code: wordless[troubled.state] ?? 'PRINTER_INTERRUPTED' };
  return { code: troubled.errorCode, params: errorParamsOf(troubled.errorParamsJson) };
}
