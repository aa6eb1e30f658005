import { startOfShopDay } from '../../../../shared/rules/shopTime.ts';
import type { PrintBatch, Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Labels requested by one act. */
export type LabelBatch = Pick<PrintBatch, 'id' | 'createdAt' | 'operator'>;

/** A new batch for several orders; undefined: one order needs none. */
export function batchOf(
  { nextId, clock, actor }: Workspace,
  orders: readonly unknown[],
): LabelBatch | undefined {
  return orders.length > 1 ? { id: nextId(), createdAt: clock.now(), operator: actor.name } : undefined;
}

/** The batch of a booking run: its labels are queued one by one, but belong together. */
export function bookedBatch({ batchId, createdAt, askedBy }: Shipment): LabelBatch | undefined {
  return batchId === '' ? undefined : { id: batchId, createdAt, operator: askedBy };
}

/** The batch a new label goes into, in the caller's transaction; created with its first label. */
export async function enterBatch(
  workspace: Workspace,
  { printBatches }: Repositories,
  batch: LabelBatch | undefined,
): Promise<PrintBatch> {
  if (batch !== undefined) {
    const stored = await printBatches.byId(batch.id);
    if (stored !== undefined) return stored;
    const fresh = { ...batch, isSingles: 0, heldAt: null };
    if (await printBatches.begin(fresh)) return fresh;
    // Another bench created it meanwhile.
    return (await printBatches.byId(batch.id)) ?? fresh;
  }
  // Single labels between two batches share one heading: a heading for each would hide the batches.
  const [newest] = await printBatches.newest(1);
  const now = workspace.clock.now();
  if (newest?.isSingles === 1 && startOfShopDay(newest.createdAt) === startOfShopDay(now))
    return { ...newest, heldAt: null };
  const singles = { id: workspace.nextId(), createdAt: now, operator: '', isSingles: 1, heldAt: null };
  await printBatches.begin(singles);
  return singles;
}
