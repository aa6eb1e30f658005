import { orderFilterStates, orderStates } from '../../../shared/domain/order.ts';
import type { ShipmentState } from '../../../shared/domain/shipment.ts';
import { openQuestions, travelsElsewhere } from '../../store/orders/orderTotals.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { dueSpan } from './due.ts';

/** Print states of a label that was certainly not printed. */
export const notYetPaper: readonly (string | null)[] = [null, 'failed', 'held'];

/**
 * The number of orders for each filter of the order table: each order counts once, except for its label, alarm and deadline. From grouped
 * reads.
 */
export async function countOrders(workspace: Workspace, search?: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = zeroCounts(['all', ...orderFilterStates, ...orderStates]);
  const add = (key: string, total: number) => {
    counts[key] = (counts[key] ?? 0) + total;
  };
  const { orders } = workspace.store.read;
  const isSearched = (search ?? '').trim() !== '';
  // Asked together: on a server each question by itself would wait for the network.
  const [states, alarm, due, aparts, shipments] = await Promise.all([
    orders.stateCounts(search),
    orders.count({ state: 'alarm', search }),
    dueSpan(workspace).then((span) => orders.count({ state: 'due', search, due: span })),
    orders.apartCounts(search),
    orders.shipmentCounts(search),
  ]);
  for (const row of states) {
    // A search also finds them by their own numbers.
    if (isSearched || !travelsElsewhere.some((state) => state === row.state)) add('all', row.total);
    add(row.state, row.total);
  }
  add('alarm', alarm);
  add('due', due);
  for (const { state, shipmentState, total } of aparts) {
    const apart = isOpenQuestion(shipmentState) ? 'unsure' : state === 'needs-review' ? 'failed' : null;
    // An order of an account that was rejected as a whole was never sent: it counts as ready.
    if (apart === null) continue;
    add(apart, total);
    if (state !== 'held') add(state, -total);
  }
  for (const row of shipments) {
    if (row.shipmentState === 'booked' && notYetPaper.includes(row.printState)) add('unprinted', row.total);
  }
  return counts;
}

/** A filter without matches shows 0, not an empty count. */
export function zeroCounts(keys: readonly string[]): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, 0]));
}

export function isOpenQuestion(state: ShipmentState | null): boolean {
  return openQuestions.some((open) => open === state);
}
