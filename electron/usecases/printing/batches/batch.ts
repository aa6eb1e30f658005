import { startOfShopDay } from '../../../../shared/rules/shopTime.ts';
import type { PrintBatch, Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Labels that one act wants. */
export type LabelBatch = Pick<PrintBatch, 'id' | 'createdAt' | 'operator'>;

/** A batch of its own for what is wanted together; undefined: one order is no batch. */
export function batchOf(
  { nextId, clock, actor }: Workspace,
  orders: readonly unknown[],
): LabelBatch | undefined {
  return orders.length > 1 ? { id: nextId(), createdAt: clock.now(), operator: actor.name } : undefined;
}

/** The batch that a booking belongs to: its labels come one by one, and are one batch all the same. */
export function bookedBatch({ batchId, createdAt, askedBy }: Shipment): LabelBatch | undefined {
  return batchId === '' ? undefined : { id: batchId, createdAt, operator: askedBy };
}

/** The batch a new label goes into, inside the caller's transaction; its first label begins it. */
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
    // Another bench began it in between.
    return (await printBatches.byId(batch.id)) ?? fresh;
  }
  // One by one between two batches stands between them: a head for each would hide the batches.
  const [newest] = await printBatches.newest(1);
  const now = workspace.clock.now();
  if (newest?.isSingles === 1 && startOfShopDay(newest.createdAt) === startOfShopDay(now))
    return { ...newest, heldAt: null };
  const singles = { id: workspace.nextId(), createdAt: now, operator: '', isSingles: 1, heldAt: null };
  await printBatches.begin(singles);
  return singles;
}
