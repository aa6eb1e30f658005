import type { Workspace } from '../workspace/workspace.ts';

export type OrderSelection = { readonly orderIds: readonly string[] } | { readonly allReady: true };

/** The most that one press of a button plans. */
const mostReady = 100_000;

export async function selectedOrders(
  { store }: Pick<Workspace, 'store'>,
  selection: OrderSelection,
): Promise<readonly string[]> {
  if ('orderIds' in selection) return selection.orderIds;
  return store.read.orders.readyIds(mostReady);
}
