import { orderFilterStates, orderStates } from '../../../shared/domain/order.ts';
import type { ShipmentState } from '../../../shared/domain/shipment.ts';
import { openQuestions, travelsElsewhere } from '../../store/orders/orderTotals.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { dueSpan } from './due.ts';

/** Print states of a label that certainly did not come out. */
export const notYetPaper: readonly (string | null)[] = [null, 'failed', 'held'];

/**
 * How many orders each filter of the order table would show: each order once, but for what its paper, its alarm and its time say
 * besides. From grouped reads.
 */
export async function countOrders(workspace: Workspace, search?: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = zeroCounts(['all', ...orderFilterStates, ...orderStates]);
  const add = (key: string, total: number) => {
    counts[key] = (counts[key] ?? 0) + total;
  };
  const { orders } = workspace.store.read;
  const isSearched = (search ?? '').trim() !== '';
  for (const row of await orders.stateCounts(search)) {
    // Whoever searches finds them too, by their own numbers.
    if (isSearched || !travelsElsewhere.some((state) => state === row.state)) add('all', row.total);
    add(row.state, row.total);
  }
  add('alarm', await orders.count({ state: 'alarm', search }));
  add('due', await orders.count({ state: 'due', search, due: await dueSpan(workspace) }));
  for (const { state, shipmentState, total } of await orders.apartCounts(search)) {
    const apart = isOpenQuestion(shipmentState) ? 'unsure' : state === 'needs-review' ? 'failed' : null;
    // One of an account that was rejected as a whole was never sent: it is ready like any other.
    if (apart === null) continue;
    add(apart, total);
    if (state !== 'held') add(state, -total);
  }
  for (const row of await orders.shipmentCounts(search)) {
    if (row.shipmentState === 'booked' && notYetPaper.includes(row.printState)) add('unprinted', row.total);
  }
  return counts;
}

/** A filter nothing falls under says 0, not nothing. */
export function zeroCounts(keys: readonly string[]): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, 0]));
}

export function isOpenQuestion(state: ShipmentState | null): boolean {
  return openQuestions.some((open) => open === state);
}
